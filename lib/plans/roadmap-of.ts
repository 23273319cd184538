import 'server-only';
import type { PlanStep } from '@/db/plans';
import type { LoadedAssessment } from '../assessments/load-assessment';
import type { PlanInput } from '../domain/plan-input';
import { withAccepted, type Given, type Kept } from '../domain/plan-state';
import { buildRoadmap, type Roadmap } from '../domain/roadmap';
import type { Roster } from '../domain/roster';
import type { ModelId } from '../domain/vocabulary';

/** What is kept about the steps of a team, as the domain reads it. */
export const keptOf = (rows: Iterable<KeptRow>): Map<string, Kept> =>
  new Map([...rows].map((row) => [row.step, keptIn(row)]));

type KeptRow = Pick<PlanStep, 'step' | 'status' | 'dueOn' | 'doneOn' | 'acceptedAt'>;

export const keptIn = ({ step, status, dueOn, doneOn, acceptedAt }: KeptRow): Kept => ({
  ...{ step, status, dueOn, doneOn },
  acceptedAt: acceptedAt?.toISOString() ?? null,
});

/** When each answer of an assessment was given. */
export const answeredAtOf = ({ answers }: Pick<LoadedAssessment, 'answers'>): Map<string, string> =>
  new Map([...answers].map(([capability, { updatedAt }]) => [capability, updatedAt.toISOString()]));

/** What a plan is held against, of a finished assessment: as it was frozen, with what it took over from a platform team. */
export const givenOf = (loaded: Pick<LoadedAssessment, 'answers' | 'assessment'>): Given => ({
  answers: loaded.assessment.answers,
  answeredAt: answeredAtOf(loaded),
});

/**
 * The schedule of a climb from an assessment: what was accepted since starts from its new rung, and what is in progress runs from the first
 * week on, so that a new schedule keeps what is done and begun.
 */
export function roadmapOf(
  loaded: Pick<LoadedAssessment, 'content' | 'assessment' | 'answers'>,
  rows: Iterable<PlanStep>,
  { targets, ...settings }: PlanInput,
  {
    questionnaires = loaded.assessment.questionnaires,
    before,
  }: { questionnaires?: readonly ModelId[]; before?: Roster } = {},
): Roadmap {
  const { content, assessment } = loaded;
  const kept = keptOf(rows);
  const answers = withAccepted(assessment.answers, kept, answeredAtOf(loaded));
  const running = [...kept.values()]
    .filter(({ status }) => status === 'in-progress')
    .map(({ step }) => [step, { ...settings.adjustments[step], inProgress: true as const }]);
  return buildRoadmap(
    content,
    { ...assessment, answers, targets, questionnaires: [...questionnaires] },
    {
      ...settings,
      adjustments: { ...settings.adjustments, ...Object.fromEntries(running) },
      ...(before !== undefined && { before }),
    },
  );
}
