import 'server-only';
import type { Tx } from '@/db/client';
import { frozenOf, insertFrozen, keepEdition } from '@/db/frozen';
import type { Assessment as AssessmentRow } from '@/db/schema/assessments';
import { upsertScore } from '@/db/scores';
import { sha256 } from '@/db/sha256';
import type { ActorContext } from '../context';
import type { Assessment } from '../domain/assessment';
import { buildReport, type ReportFacts } from '../domain/build-report';
import { canonical } from '../domain/content';
import type { Report } from '../domain/report';
import { scoringBasis } from '../domain/requirements';
import type { Content } from '../domain/schema/content';
import { score } from '../domain/score';
import { storedScore, type StoredScore } from '../domain/stored-score';
import { packed, unpacked } from '../packed';
import { contentOf, editionRow } from './editions';

/** What a finished assessment is for good: the answers, the score that scorecards read, and the report that every medium renders. */
export type FrozenBody = { assessment: Assessment; summary: StoredScore; report: Report };

export type Thawed = { hash: string; body: FrozenBody; content: Content };

/** The score and the frozen value of an assessment by the content that reads it today, and the writes that keep both. */
export function freeze(content: Content, assessment: Assessment, facts: ReportFacts) {
  const { answers, statements, questionnaires } = assessment;
  const basis = scoringBasis(content, questionnaires);
  const summary = storedScore(content, score(basis, answers, statements, assessment.date));
  const body: FrozenBody = { assessment, summary, report: buildReport(content, assessment, facts) };
  const hash = frozenHash(body);
  const { edition, measure } = content;
  const kept = { edition: edition.hash, hash, body: packed(body) };
  const scored = { edition: edition.hash, contentVersion: edition.version, measure, summary };
  return {
    hash,
    /** What roll-ups take from the score that the writes store. */
    stored: { contentVersion: edition.version, summary },
    writes: (tx: Tx, { id, orgId, teamId }: Pick<AssessmentRow, 'id' | 'orgId' | 'teamId'>, at: Date) => [
      keepEdition(tx, editionRow(content)),
      insertFrozen(tx, { assessmentId: id, orgId, ...kept }),
      upsertScore(tx, { assessmentId: id, orgId, teamId, ...scored, computedAt: at }),
    ],
  };
}

/** The frozen value of a finished assessment with the content it is read by; `null` where it was finished before anything was frozen. */
export async function thaw(
  ctx: Pick<ActorContext, 'db' | 'content' | 'actor'>,
  id: string,
): Promise<Thawed | null> {
  const kept = await frozenOf(ctx.db, ctx.actor.orgId, id);
  if (kept === undefined) return null;
  return {
    hash: kept.hash,
    body: unpacked(kept.body) as FrozenBody,
    content: await contentOf(ctx, kept.edition),
  };
}

/** Over the canonical JSON, so that it does not depend on the order of keys. */
export const frozenHash = (body: FrozenBody): string => sha256(canonical(body));
