import 'server-only';
import { createHash } from 'node:crypto';
import { editionByHash } from '@/db/frozen';
import type { Edition, Frozen } from '@/db/schema';
import type { Context } from '../context';
import type { Assessment } from '../domain/assessment';
import { buildReport, type ReportFacts } from '../domain/build-report';
import { canonical } from '../domain/content';
import type { Report } from '../domain/report';
import { scoringBasis } from '../domain/requirements';
import type { Content } from '../domain/schema/content';
import { score } from '../domain/score';
import { storedScore, type StoredScore } from '../domain/stored-score';
import { packed, unpacked } from '../packed';

/** What a finished assessment is for good: the answers, the score that scorecards read, and the report that every medium renders. */
export type FrozenBody = { assessment: Assessment; summary: StoredScore; report: Report };

type Frost = {
  summary: StoredScore;
  edition: Edition;
  frozen: Pick<Frozen, 'edition' | 'hash' | 'body'>;
};

/** Freezes an assessment with the content that reads it today. The hash is over the canonical JSON of what is frozen. */
export function freeze(content: Content, assessment: Assessment, facts: ReportFacts): Frost {
  const { answers, statements, questionnaires } = assessment;
  const summary = storedScore(content, score(scoringBasis(content, questionnaires), answers, statements));
  const body: FrozenBody = { assessment, summary, report: buildReport(content, assessment, facts) };
  return {
    summary,
    edition: editionRow(content),
    frozen: { edition: content.edition.hash, hash: frozenHash(body), body: packed(body) },
  };
}

export const frozenHash = (body: FrozenBody): string =>
  createHash('sha256').update(canonical(body)).digest('hex');

const rows = new WeakMap<Content, Edition>();

/** Packing 300 kB takes longer than all else that finishing does, so each content is packed once. */
function editionRow(content: Content): Edition {
  const known = rows.get(content);
  if (known !== undefined) return known;
  const { hash, version } = content.edition;
  const row = { hash, version, content: packed(content) };
  rows.set(content, row);
  return row;
}

const editions = new Map<string, Content>();

/** The content of an edition: today's, or the one that was kept when something was finished by it. */
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
