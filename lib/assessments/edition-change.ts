import 'server-only';
import type { ActorContext, Context } from '../context';
import { compareAssessments, type Comparison } from '../domain/compare';
import { editionDifferences, laddersText, type EditionDifferences } from '../domain/edition-differences';
import type { Content } from '../domain/schema/content';
import { loadAssessment, type LoadedAssessment } from './load-assessment';

/** That a draft is answered by content that is no longer today's, in words. */
export type NewerEdition = { from: string; to: string; ladders: string };

export type EditionChange = NewerEdition & {
  /** Hash of today's edition: what was looked at is what is moved to. */
  edition: string;
  differences: EditionDifferences;
  /** The same answers by both editions. */
  comparison: Comparison;
};

/** What a draft would move to; `null` where it is answered by what measures the same as today's content, or is no draft. */
export function newerEdition(
  { content: today }: Pick<Context, 'content'>,
  { row, content, assessment }: LoadedAssessment,
): NewerEdition | null {
  if (row.status !== 'draft' || content.measure === today.measure) return null;
  return {
    ...editionNames(content, today),
    ladders: laddersText(editionDifferences(content, today, assessment)),
  };
}

/** Each difference between the content that a draft is answered by and today's, and what it does to the result. */
export function editionChange(ctx: Pick<Context, 'content'>, loaded: LoadedAssessment): EditionChange | null {
  const newer = newerEdition(ctx, loaded);
  if (newer === null) return null;
  const { content, assessment } = loaded;
  const side = (by: Content, title: string) => ({ ...assessment, title, content: by });
  return {
    ...newer,
    edition: ctx.content.edition.hash,
    differences: editionDifferences(content, ctx.content, assessment),
    comparison: compareAssessments(side(content, newer.from), side(ctx.content, newer.to)),
  };
}

/** The versions; with the beginning of the hash where two contents go by one name, as somebody edited their own. */
function editionNames({ edition: old }: Content, { edition: now }: Content): { from: string; to: string } {
  if (old.version !== now.version) return { from: old.version, to: now.version };
  return { from: `${old.version} (${old.hash.slice(0, 6)})`, to: `${now.version} (${now.hash.slice(0, 6)})` };
}

export type DraftOnEdition = { loaded: LoadedAssessment; change: EditionChange | null };

/** A draft with what a newer edition would change; `null` where the organisation has no such assessment. */
export async function draftOnEdition(ctx: ActorContext, id: string): Promise<DraftOnEdition | null> {
  const loaded = await loadAssessment(ctx, id);
  return loaded === null ? null : { loaded, change: editionChange(ctx, loaded) };
}
