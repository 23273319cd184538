import type { Db } from '@/db/client';
import { unzipSync, zipSync } from 'fflate';
import { orgBySlug } from '@/db/orgs';
import { contextOf } from '../testing';
import { MANIFEST, sha256Of, type Manifest } from './archive-format';
import { exportOrg } from './export-org';

/** The archive of an organisation, taken at the command line. For tests alone. */
export async function archiveOf(db: Db, slug: string, minutes = 5): Promise<Uint8Array> {
  const org = await orgBySlug(db, slug);
  if (org === undefined) throw new Error(`no ${slug}`);
  const ctx = contextOf(db, { user: { id: 'nobody' }, org }, { minutes });
  const made = await exportOrg({
    ...{ ...ctx, org, place: 'command line' },
    actor: { orgId: org.id, userId: null },
  });
  if (!made.ok) throw new Error(made.message);
  const chunks: Uint8Array[] = [];
  for await (const chunk of made.value.chunks) chunks.push(chunk);
  return Buffer.concat(chunks);
}

type Files = Record<string, Uint8Array>;

/** An archive with its files changed; `sealed` brings the checksums in line, as somebody would who means it. */
export function tampered(
  archive: Uint8Array,
  change: (files: Files, manifest: Manifest) => void,
  { sealed = true }: { sealed?: boolean } = {},
): Uint8Array {
  const files: Files = unzipSync(archive);
  const manifest = JSON.parse(Buffer.from(files[MANIFEST] ?? []).toString()) as Manifest;
  change(files, manifest);
  if (sealed)
    manifest.files = manifest.files.map((told) => {
      const bytes = files[told.file] ?? new Uint8Array();
      const rows = Buffer.from(bytes).toString().split('\n').length - 1;
      return { ...told, rows, bytes: bytes.length, sha256: sha256Of(bytes) };
    });
  if (files[MANIFEST] !== undefined) files[MANIFEST] = Buffer.from(JSON.stringify(manifest));
  return zipSync(files);
}

export type Line = Record<string, unknown>;

/** The rows of a file of an archive. */
export function linesOf(archive: Uint8Array, file: string): Line[] {
  const text = Buffer.from(unzipSync(archive)[file] ?? []).toString();
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

export const asFile = (lines: readonly Line[]): Uint8Array =>
  Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
