import type { ReportDocument } from './report-document';

/** A report as JSON that can be checked: what it says, by which content and template, and a seal over all of it. */
export type SealedReport = {
  /** Marks the file and its format. */
  rungs: 'report';
  format: 1;
  /** The content by which it was scored. */
  edition: { version: string; hash: string };
  measure: string;
  /** SHA-256 over the templates that print it. */
  template: string;
  document: ReportDocument;
  seal: {
    /** SHA-256 over the canonical JSON of everything above. */
    hash: string;
    /**
     * Ed25519 over that hash by the key of the installation that issued it, and the public half of the key, as base64; `null` where no
     * installation issued it, as on the command line.
     */
    signature: string | null;
    key: string | null;
  };
};

/** What the hash is taken over. */
export type Sealable = Omit<SealedReport, 'seal'>;
