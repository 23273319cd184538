import 'server-only';
import * as z from 'zod';
import { answerOf } from '@/db/answers';
import { assessmentById } from '@/db/assessments';
import { pastAnswerOf, pastAnswersOf } from '@/db/past-answers';
import type { Answer as AnswerRow } from '@/db/schema/answers';
import { namesOf } from '@/db/users';
import type { ActorContext } from '../context';
import { canonical } from '../domain/content';
import { can } from '../domain/policy';
import { failed, type Result } from '../errors';
import type { AnswerContent } from './answering-view';
import { loadAssessment } from './load-assessment';
import { saveAnswer, type SavedAnswer } from './save-answer';

const SHOWN = 50;

/** One version of an answer, with who gave it and when. */
export type AnswerVersion = AnswerContent & {
  version: number;
  by: string;
  at: string;
  /** Says the same as the answer that stands now, so that putting it back would change nothing. */
  asNow: boolean;
};

export type AnswerHistory = {
  title: string;
  team: string;
  ladder: { id: string; title: string; question: string; rungs: string[] };
  /** The answer that stands; `null` where none was ever given. */
  now: AnswerVersion | null;
  /** What it was before, newest first. */
  versions: AnswerVersion[];
  /** Where older ones go on: `before` of the next page; `null` where these are the last. */
  older: number | null;
  mayPutBack: boolean;
};

/** What an answer was before it was replaced, from `before` on; `null` where the organisation has no such assessment or ladder. */
export async function answerHistory(
  ctx: ActorContext,
  { id, capability, before }: { id: string; capability: string; before?: number | undefined },
): Promise<AnswerHistory | null> {
  const loaded = await loadAssessment(ctx, id);
  const ladder = loaded?.content.capabilities.find((each) => each.id === capability);
  if (loaded === null || ladder === undefined) return null;
  const { row, team } = loaded;
  const now = loaded.answers.get(capability);
  const found = await pastAnswersOf(
    ctx.db,
    { orgId: row.orgId, assessmentId: id, capability },
    { before, limit: SHOWN + 1 },
  );
  const shown = found.slice(0, SHOWN);
  const names = await namesOf(
    ctx.db,
    [...shown, ...(now === undefined ? [] : [now])].map(({ updatedBy }) => updatedBy),
  );
  const asShown = (each: AnswerRow) => versionOf(each, names, now);
  return {
    title: row.title,
    team: team.name,
    ladder: {
      id: ladder.id,
      title: ladder.title,
      question: ladder.question,
      rungs: ladder.rungs.map(({ text }) => text),
    },
    now: now === undefined ? null : asShown(now),
    versions: shown.map(asShown),
    older: found.length > SHOWN ? (shown.at(-1)?.version ?? null) : null,
    mayPutBack: row.status === 'draft' && can(ctx.actor, 'assessment.answer', { orgId: row.orgId }),
  };
}

function versionOf(
  row: AnswerRow,
  names: ReadonlyMap<string, string>,
  now: AnswerRow | undefined,
): AnswerVersion {
  const { value, note, evidence, flagged, vendorsSeenFirst, version, updatedAt, updatedBy } = row;
  return {
    ...{ choice: value, note, evidence, flagged, vendorsSeenFirst, version },
    ...{ by: names.get(updatedBy) ?? 'somebody', at: updatedAt.toISOString() },
    asNow: now !== undefined && said(row) === said(now),
  };
}

const said = ({ value, note, evidence, flagged }: AnswerRow): string =>
  canonical({ value, note, evidence, flagged });

export const putBackInput = z.object({
  org: z.string(),
  id: z.string(),
  capability: z.string(),
  /** Which version is put back. */
  version: z.coerce.number().int().min(1),
  /** The version that stood when the person decided. */
  seen: z.coerce.number().int().min(1),
});

/**
 * Saves again what an answer said in one of its versions: a save like every other, so what it replaces is kept and can be put back too.
 * Refused where the answer changed since the person looked.
 */
export async function putBackAnswer(
  ctx: ActorContext,
  { org, id, capability, version, seen }: z.output<typeof putBackInput>,
): Promise<Result<SavedAnswer>> {
  const { db, actor } = ctx;
  const which = { orgId: actor.orgId, assessmentId: id, capability, version };
  const [there, past, current] = await Promise.all([
    assessmentById(db, actor.orgId, id),
    pastAnswerOf(db, which),
    answerOf(db, actor.orgId, id, capability),
  ]);
  if (there === undefined) return failed('not-found', 'There is no such assessment.');
  if (past === undefined) return failed('not-found', 'There is no such version of this answer.');
  const { value, note, evidence, flagged } = past;
  const saved = await saveAnswer(ctx, {
    id,
    capability,
    body: {
      ...{ org, seen, choice: value, note, evidence, flagged },
      // That vendors were looked at stays true whichever answer stands.
      vendorsSeenFirst: past.vendorsSeenFirst || current?.vendorsSeenFirst === true,
    },
  });
  if (saved.ok || saved.code !== 'conflict') return saved;
  const by = saved.detail === undefined ? '' : ` by ${saved.detail.by}`;
  return failed(
    'conflict',
    `Nothing was put back: the answer was changed${by} meanwhile. It is shown below; decide again.`,
  );
}
