import 'server-only';
import { editionByHash } from '@/db/frozen';
import type { Assessment as AssessmentRow, Edition } from '@/db/schema/assessments';
import type { Context } from '../context';
import type { Content } from '../domain/schema/content';
import { packed, unpacked } from '../packed';

const rows = new WeakMap<Content, Edition>();

/** A content as it is kept. Packing 300 kB takes longer than all else that finishing does, so each content is packed once. */
export function editionRow(content: Content): Edition {
  const known = rows.get(content);
  if (known !== undefined) return known;
  const { hash, version } = content.edition;
  const row = { hash, version, content: packed(content) };
  rows.set(content, row);
  return row;
}

const editions = new Map<string, Content>();

/** The content of an edition: today's, or the one that was kept when something was begun or finished by it. */
export async function contentOf(
  { db, content }: Pick<Context, 'db' | 'content'>,
  hash: string,
): Promise<Content> {
  if (hash === content.edition.hash) return content;
  const known = editions.get(hash);
  if (known !== undefined) return known;
  const row = await editionByHash(db, hash);
  if (row === undefined) throw new Error(`edition ${hash} is not kept`);
  const kept = unpacked(row.content) as Content;
  editions.set(hash, kept);
  return kept;
}

/**
 * What a draft is read and answered by: the edition that it was begun with, until somebody moves it on. Where today's measures the same
 * and only words things better, it is today's (decision 018).
 */
export async function contentOfDraft(
  ctx: Pick<Context, 'db' | 'content'>,
  { edition }: Pick<AssessmentRow, 'edition'>,
): Promise<Content> {
  if (edition === null) return ctx.content;
  const begun = await contentOf(ctx, edition);
  return begun.measure === ctx.content.measure ? ctx.content : begun;
}
