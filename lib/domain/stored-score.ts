import type { AreaScore, Pair } from './area-score';
import type { RequirementState, Score } from './score';
import type { Content, ModelId } from './schema/content';

type NextSummary = {
  level: string;
  met: string[];
  unmet: string[];
  open: string[];
  excluded: string[];
  /** The gates behind each requirement, by requirement id. */
  criteria: Record<string, string[]>;
};

export type ModelSummary = {
  /** `backed` is the level that stands if only backed answers count; scores stored before evidence could lapse do not have it. */
  level: { certain: string | null; best: string | null; floor: string | null; backed?: string | null };
  progress: { certain: number; best: number };
  next: NextSummary | null;
};

/** A score as one flat object: what `rungs score --json` prints. Level ids as in the model files; `null` where there is nothing. */
export type ScoreSummary = {
  edition: string;
  measure: string;
  models: Partial<Record<ModelId, ModelSummary>>;
  domains: Record<string, Pair>;
  pillars: Record<string, Pair>;
  phases: Record<string, Pair>;
  sides: Record<string, Pair>;
  overall: Pair;
  beyond: Pair;
  completeness: number | null;
  unknown: number;
  evidence: number | null;
};

/** What is stored with an assessment: the summary, and every requirement's state so that rounds can be compared and teams counted. */
export type StoredScore = ScoreSummary & {
  counts: Score['counts'];
  lowest: Record<string, number | null>;
  /**
   * Answers on rung 1 or higher that current evidence backs, that lapsed evidence backed, and that evidence speaks against; scores stored
   * before roll-ups existed do not have it, those before evidence could lapse no more than the first two.
   */
  backing?: { backed: number; of: number; lapsed?: number; against?: number };
  requirements: Partial<Record<ModelId, { level: string; states: Record<string, RequirementState> }[]>>;
};

const pairs = (areas: Record<string, AreaScore>): Record<string, Pair> =>
  Object.fromEntries(Object.entries(areas).map(([id, { pair }]) => [id, pair]));

export function scoreSummary(content: Pick<Content, 'edition' | 'measure'>, score: Score): ScoreSummary {
  const { backed, of } = score.evidence;
  return {
    edition: content.edition.hash,
    measure: content.measure,
    models: Object.fromEntries(
      score.models.map((model) => {
        const { level, ...rest } = modelSummary(model);
        const stands = score.evidence.byModel[model.model]?.level ?? null;
        return [model.model, { level: { ...level, backed: stands }, ...rest }];
      }),
    ),
    domains: pairs(score.domains),
    pillars: pairs(score.pillars),
    phases: pairs(score.phases),
    sides: pairs(score.sides),
    overall: score.overall,
    beyond: score.beyond.pair,
    completeness: score.completeness,
    unknown: score.counts.unknown,
    evidence: of === 0 ? null : backed / of,
  };
}

function modelSummary({ level, progress, next, levels }: Score['models'][number]): ModelSummary {
  if (next === null) return { level, progress, next: null };
  const { requirements = [] } = levels.find(({ id }) => id === next.level) ?? {};
  const criteria = Object.fromEntries(
    requirements.map(({ id, criteria: gates }) => [id, gates.map((gate) => gate.id)]),
  );
  const { level: id, met, unmet, open, excluded } = next;
  return { level, progress, next: { level: id, met, unmet, open, excluded, criteria } };
}

export function storedScore(content: Pick<Content, 'edition' | 'measure'>, score: Score): StoredScore {
  const { backed, of, lapsed, against } = score.evidence;
  return {
    ...scoreSummary(content, score),
    counts: score.counts,
    lowest: Object.fromEntries(Object.entries(score.domains).map(([id, { lowest }]) => [id, lowest])),
    backing: { backed, of, lapsed, against },
    requirements: Object.fromEntries(
      score.models.map(({ model, levels }) => [
        model,
        levels.map(({ id, requirements }) => ({
          level: id,
          states: Object.fromEntries(requirements.map((requirement) => [requirement.id, requirement.state])),
        })),
      ]),
    ),
  };
}
