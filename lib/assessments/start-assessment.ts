import 'server-only';
import * as z from 'zod';
import { statedOf } from '@/db/answers';
import { assessmentById } from '@/db/assessments';
import { commit } from '@/db/commit';
import { teamBySlug } from '@/db/teams';
import type { ActorContext } from '../context';
import { LIMITS } from '../domain/limits';
import { plainText, questionnairesSchema } from '../domain/schema/answers';
import type { Answers, Scope } from '../domain/schema/answers';
import { MODEL_IDS, type ModelId } from '../domain/vocabulary';
import { done, failed, type Result } from '../errors';
import { several } from '../form-fields';
import { newAssessment } from './new-assessment';
import { dayOf } from '../domain/calendar';

export const chosenQuestionnaires = several(questionnairesSchema);

const count = z.preprocess(
  (value) => (value === '' ? undefined : Number(value)),
  z.int('expected a whole number').min(0).max(100_000).optional(),
);

/** What an assessment is called, asks and speaks for. */
export const assessmentFields = z.object({
  org: z.string(),
  title: plainText(LIMITS.title).min(1, 'name the assessment, such as the quarter'),
  questionnaires: chosenQuestionnaires,
  scope: plainText(LIMITS.reason).optional(),
  useCases: count,
  inProduction: count,
});

export const startAssessmentInput = assessmentFields.extend({
  team: z.string(),
  /** The finished assessment of which is asked what is still true; empty to begin anew. */
  from: z.string().optional(),
});

type Start = Omit<z.output<typeof startAssessmentInput>, 'org'>;

/**
 * Makes a draft for a team; `answers` are those found without an account and kept on signing up. Begun from a finished assessment it
 * keeps that one's targets and statements, and asks of each of its answers whether it is still true.
 */
export async function startAssessment(
  ctx: ActorContext,
  input: Start,
  answers: Answers = {},
): Promise<Result<{ id: string }>> {
  const { orgId } = ctx.actor;
  const team = await teamBySlug(ctx.db, orgId, input.team);
  if (team === undefined) return failed('not-found', 'There is no such team.');
  const from = input.from ? await assessmentById(ctx.db, orgId, input.from) : null;
  if (from !== null && (from?.teamId !== team.id || from.status !== 'finished'))
    return failed('not-found', `${team.name} has no finished assessment to start from by this address.`);
  const statements = from === null ? [] : await statedOf(ctx.db, orgId, from.id);
  const id = ctx.newId();
  const row = {
    id,
    teamId: team.id,
    title: input.title,
    scope: scopeOf(input),
    questionnaires: inOrder(input.questionnaires),
    targets: from?.targets ?? {},
    assessedOn: dayOf(ctx.now),
    content: ctx.content,
  };
  await commit(ctx.db, (tx) =>
    newAssessment(ctx, tx, row, {
      answers: answerRows(ctx, answers),
      statements,
      ...(from === null ? {} : { origin: { fromId: from.id, kind: 'round' } }),
    }),
  );
  return done({ id });
}

/** What the answers speak for, as it is stored: what was not said is not there. */
export const scopeOf = ({
  useCases,
  inProduction,
  scope,
}: Pick<Start, 'useCases' | 'inProduction' | 'scope'>): Scope => ({
  ...(useCases === undefined ? {} : { useCases }),
  ...(inProduction === undefined ? {} : { inProduction }),
  ...(scope === undefined || scope === '' ? {} : { note: scope }),
});

/** The chosen questionnaires in the order of the content. */
export const inOrder = (chosen: readonly ModelId[]): ModelId[] =>
  MODEL_IDS.filter((id) => chosen.includes(id));

/** Domain answers as rows of a new assessment. */
function answerRows({ actor, now }: ActorContext, answers: Answers) {
  return Object.entries(answers).map(([capability, { note, evidence, ...value }]) => ({
    capability,
    value,
    note: note ?? null,
    evidence: evidence ?? [],
    flagged: false,
    vendorsSeenFirst: false,
    updatedAt: now,
    updatedBy: actor.userId,
  }));
}
