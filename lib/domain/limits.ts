/** Longest texts, in characters, and largest lists that one person may enter. Said beside each field before it is reached. */
export const LIMITS = {
  title: 200,
  reason: 500,
  note: 4_000,
  url: 2_000,
  evidence: 20,
  /** The name of who agreed that a capability does not apply. */
  approver: 120,
  /** An assessment file, in bytes: 43 answers with full notes and evidence stay under it. */
  fileBytes: 2_000_000,
  /** People of one role in a roster. */
  people: 1_000,
  /** Ten years. */
  horizonWeeks: 520,
  /** The text of one finding, or of a summary in own words: about 5,000 words. */
  finding: 40_000,
  /** Findings of an assessment, reports of an assessment, and names on a distribution list. */
  findings: 100,
  reports: 20,
  recipients: 100,
  /** Person-days of one role in one step. */
  stepDays: 1_000,
  /** A name that stands on a cover in one or two lines. */
  brandName: 80,
  /** One line at the foot of a page. */
  confidentiality: 120,
  /** Text and recommendation of a phrase, each. */
  phrase: 4_000,
  /** Reports in one archive, and archives of an organisation at a time. */
  batchReports: 2_000,
  archives: 3,
} as const;
