import 'server-only';
import * as z from 'zod';
import { insertAnswer } from '@/db/answers';
import { insertAssessment } from '@/db/assessments';
import { commit } from '@/db/commit';
import { teamBySlug } from '@/db/teams';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { LIMITS } from '../domain/limits';
import { plainText, questionnairesSchema } from '../domain/schema/answers';
import type { Answers, Scope } from '../domain/schema/answers';
import { MODEL_IDS, type ModelId } from '../domain/vocabulary';
import { done, failed, type Result } from '../errors';

/** Several checkboxes of one name arrive as a list, a single one as a text. */
export const chosenQuestionnaires = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : (value ?? [])),
  questionnairesSchema,
);

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

export const startAssessmentInput = assessmentFields.extend({ team: z.string() });

type Start = Omit<z.output<typeof startAssessmentInput>, 'org'>;

/** Makes a draft for a team; `answers` are those found without an account and kept on signing up. */
export async function startAssessment(
  ctx: ActorContext,
  input: Start,
  answers: Answers = {},
): Promise<Result<{ id: string }>> {
  const { orgId, userId } = ctx.actor;
  const team = await teamBySlug(ctx.db, orgId, input.team);
  if (team === undefined) return failed('not-found', 'There is no such team.');
  const id = ctx.newId();
  await commit(ctx.db, (tx) => [
    insertAssessment(tx, {
      id,
      orgId,
      teamId: team.id,
      title: input.title,
      status: 'draft',
      scope: scopeOf(input),
      questionnaires: inOrder(input.questionnaires),
      targets: {},
      assessedOn: ctx.now.toISOString().slice(0, 10),
      createdBy: userId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    }),
    ...answerRows(ctx, id, answers).map((row) => insertAnswer(tx, row)),
    audited(ctx, tx, 'assessment.create', id, { team: team.id }),
  ]);
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
function answerRows({ actor, now }: ActorContext, assessmentId: string, answers: Answers) {
  return Object.entries(answers).map(([capability, { note, evidence, ...value }]) => ({
    orgId: actor.orgId,
    assessmentId,
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
