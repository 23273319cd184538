import 'server-only';
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { MOVED_NAMES, SHARED_TABLES, type MovedName } from '@/db/moved-tables';

/** Counted up when an archive is read differently from before; an archive says by which it was written. */
export const FORMAT = 1;

/** An archive is written and read in memory; what exceeds this is neither. Bytes are those of the files in it as they are unpacked. */
export const MOST = { rows: 1_000_000, bytes: 512_000_000 } as const;

export const MANIFEST = 'manifest.json';

/** The files of an archive beside the manifest, without their ending. */
export const FILE_NAMES: readonly (MovedName | keyof typeof SHARED_TABLES)[] = [
  ...MOVED_NAMES,
  ...(Object.keys(SHARED_TABLES) as (keyof typeof SHARED_TABLES)[]),
];

export const fileOf = (name: string): string => `${name}.jsonl`;

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What can be told of an archive of any format. */
export const anyManifest = z.object({ rungs: z.literal('organisation'), format: z.int() });

export const manifestSchema = z.object({
  rungs: z.literal('organisation'),
  format: z.literal(FORMAT),
  /** Of Rungs. */
  version: z.string(),
  exportedAt: z.string(),
  org: z.object({ id: z.string(), slug: z.string(), name: z.string() }),
  /** The contents that come along. */
  editions: z.array(z.object({ hash: z.string(), version: z.string() })),
  files: z.array(z.object({ file: z.string(), rows: z.int(), bytes: z.int(), sha256: z.string() })),
  /** What stays behind, and why. */
  left: z.record(z.string(), z.string()),
});

export type Manifest = z.output<typeof manifestSchema>;
