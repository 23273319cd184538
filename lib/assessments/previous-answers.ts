import 'server-only';
import { gatheringOf } from '@/db/gatherings';
import { originOf } from '@/db/origins';
import { planStepsOf, type PlanStep } from '@/db/plans';
import { namesOf } from '@/db/users';
import type { ActorContext } from '../context';
import { canonical } from '../domain/content';
import type { Choice, Evidence } from '../domain/schema/answers';
import type { Capability, Content } from '../domain/schema/content';
import { stepId } from '../domain/roadmap-work';
import { RUNGS, type Rung } from '../domain/vocabulary';
import { loadAssessment } from './load-assessment';

/** What was said of one capability last time. */
export type PreviousAnswer = {
  choice: Choice;
  note: string | null;
  evidence: Evidence[];
  by: string;
  at: string;
  /** The chosen rung in the words of that day; `null` where none was chosen. */
  text: string | null;
  /** Whether the ladder still says the same, so that the answer can be kept as it is. */
  same: boolean;
  /** A higher rung that somebody accepted since, because a step of the plan is done. */
  accepted: AcceptedRung | null;
};

export type AcceptedRung = { rung: Rung; text: string; by: string; on: string; evidence: Evidence[] };

/** The finished assessment that a round was begun from. */
export type Previous = { id: string; title: string; answers: Record<string, PreviousAnswer> };

/**
 * What a round asks *still true?* of, by the content that it is answered by; `null` for any other assessment, where it is gone, and where
 * each answers alone: there nobody is shown what anybody said before.
 */
export async function previousAnswers(
  ctx: ActorContext,
  id: string,
  content: Pick<Content, 'capabilities'>,
): Promise<Previous | null> {
  const origin = await originOf(ctx.db, ctx.actor.orgId, id);
  if (origin?.kind !== 'round') return null;
  if ((await gatheringOf(ctx.db, ctx.actor.orgId, id))?.way === 'alone') return null;
  const from = await loadAssessment(ctx, origin.fromId);
  if (from === null) return null;
  const now = new Map(content.capabilities.map((capability) => [capability.id, capability]));
  const steps = await planStepsOf(ctx.db, ctx.actor.orgId, from.team.id);
  const names = await namesOf(ctx.db, [
    ...[...from.answers.values()].map(({ updatedBy }) => updatedBy),
    ...steps.flatMap(({ acceptedBy }) => acceptedBy ?? []),
  ]);
  const answers = from.content.capabilities.flatMap((was): [string, PreviousAnswer][] => {
    const answer = from.assessment.answers[was.id];
    const row = from.answers.get(was.id);
    const today = now.get(was.id);
    if (answer === undefined || row === undefined || today === undefined) return [];
    const { note = null, evidence = [], ...choice } = answer;
    return [
      [
        was.id,
        {
          choice,
          note,
          evidence,
          by: names.get(row.updatedBy) ?? 'somebody',
          at: row.updatedAt.toISOString(),
          text: 'rung' in choice ? (was.rungs[choice.rung]?.text ?? null) : null,
          same: asks(was) === asks(today),
          accepted: acceptedRung(today, { choice, since: row.updatedAt }, steps, names),
        },
      ],
    ];
  });
  return { id: from.row.id, title: from.row.title, answers: Object.fromEntries(answers) };
}

/** The highest rung above the answer that was accepted after it was given. */
function acceptedRung(
  { id, rungs }: Capability,
  { choice, since }: { choice: Choice; since: Date },
  steps: readonly PlanStep[],
  names: ReadonlyMap<string, string>,
): AcceptedRung | null {
  const from = 'rung' in choice ? choice.rung : -1;
  const found = RUNGS.toReversed().flatMap((rung) => {
    const step = steps.find((each) => each.step === stepId(id, rung));
    if (rung <= from || step === undefined) return [];
    const { acceptedAt, acceptedBy, evidence } = step;
    if (acceptedAt === null || acceptedAt <= since) return [];
    const by = names.get(acceptedBy ?? '') ?? 'somebody';
    return [{ rung, text: rungs[rung]?.text ?? '', by, on: acceptedAt.toISOString(), evidence }];
  });
  return found[0] ?? null;
}

const asks = ({ question, rungs, notApplicable }: Capability): string =>
  canonical({ question, rungs: rungs.map(({ text }) => text), notApplicable: notApplicable ?? null });
