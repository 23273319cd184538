import { bitsOf, emptyRollup, type ModelSums, type Rollup, type Standing } from './rollup';
import type { RequirementState } from './score';
import type { StoredScore } from './stored-score';
import { MODEL_IDS, type ModelId } from './vocabulary';

/** Near means one to three requirements to go: levels move rarely, requirements every quarter. */
export const NEAR = 3;

/** One finished assessment of a team, and the score of the one before it. */
export type TeamFacts = {
  team: string;
  /** The day that the answers speak for. */
  date: string;
  /** Readable version of the content, such as `2026.1`. */
  version: string;
  score: StoredScore;
  before: StoredScore | null;
};

/** The roll-up of one team; every other is merged from these. Scores of different measures are not compared. */
export function teamRollup({ team, date, version, score, before }: TeamFacts): Rollup {
  const models = MODEL_IDS.filter((model) => score.models[model] !== undefined);
  const earlier = before !== null && before.measure === score.measure ? before : null;
  const { sums } = emptyRollup();
  const domains = Object.entries(score.domains).flatMap(([id, pair]) =>
    pair === null ? [] : [{ id, pair }],
  );
  return {
    sums: {
      ...sums,
      teams: 1,
      asked: { [bitsOf(models)]: 1 },
      models: Object.fromEntries(models.map((model) => [model, modelSums(score, earlier, model)])),
      domains: Object.fromEntries(domains.map(({ id, pair }) => [id, { teams: 1, ...pair }])),
      waiting: waitingOf(score, models),
      answers: { ...score.counts },
      evidence: evidenceSums(score, sums.evidence),
      editions: { [version]: 1 },
      measures: { [score.measure]: 1 },
      compared: earlier === null ? sums.compared : comparedBy(score, earlier, models),
      overall: score.overall === null ? sums.overall : { teams: 1, ...score.overall },
      moved: earlier === null ? sums.moved : movedOverall(score, earlier),
    },
    lowest: Object.fromEntries(domains.map(({ id, pair }) => [id, { team, ...pair }])),
    oldest: date,
    newest: date,
  };
}

function evidenceSums({ backing }: StoredScore, none: Rollup['sums']['evidence']) {
  return backing === undefined ? none : { teams: 1, backed: backing.backed, of: backing.of };
}

function modelSums(score: StoredScore, earlier: StoredScore | null, model: ModelId): ModelSums {
  const to = standings(score, model);
  const was = earlier?.models[model] === undefined ? null : earlier;
  const before = was === null ? {} : standings(was, model);
  return {
    teams: 1,
    on: { [score.models[model]?.level.certain ?? '']: 1 },
    to,
    pairs: was === null ? 0 : 1,
    since: Object.fromEntries(
      Object.entries(before).flatMap(([level, then]) => {
        const now = to[level];
        return now === undefined ? [] : [[level, { now: [...now], before: then }] as const];
      }),
    ),
    ...(was === null ? { met: 0, lost: 0 } : movement(score, was, model)),
  };
}

const isMissing = (state: RequirementState): boolean => state === 'unmet' || state === 'open';

/** To each level of the model: everything at or below it counts. */
function standings({ requirements }: StoredScore, model: ModelId): Record<string, Standing> {
  let [open, of] = [0, 0];
  return Object.fromEntries(
    (requirements[model] ?? []).map(({ level, states }) => {
      const here = Object.values(states);
      open += here.filter(isMissing).length;
      of += here.filter((state) => state !== 'excluded').length;
      const standing: Standing = [open === 0 ? 1 : 0, open > 0 && open <= NEAR ? 1 : 0, open, of];
      return [level, standing];
    }),
  );
}

function movement(score: StoredScore, before: StoredScore, model: ModelId): { met: number; lost: number } {
  const earlier = statesOf(before, model);
  let [met, lost] = [0, 0];
  for (const [key, state] of statesOf(score, model)) {
    const was = earlier.get(key);
    if (was === undefined) continue;
    if (state === 'met' && isMissing(was)) met += 1;
    if (isMissing(state) && was === 'met') lost += 1;
  }
  return { met, lost };
}

function statesOf({ requirements }: StoredScore, model: ModelId): Map<string, RequirementState> {
  const entries = (requirements[model] ?? []).flatMap(({ level, states }) =>
    Object.entries(states).map(([id, state]) => [`${level} ${id}`, state] as const),
  );
  return new Map(entries);
}

/** For every set of models that may be looked at: what was met and lost in all of them together decides whether the team climbed. */
function comparedBy(score: StoredScore, before: StoredScore, models: readonly ModelId[]) {
  const { compared } = emptyRollup().sums;
  const both = models
    .filter((model) => before.models[model] !== undefined)
    .map((model) => ({ bit: bitsOf([model]), ...movement(score, before, model) }));
  for (let bits = 1; bits < compared.pairs.length; bits += 1) {
    const seen = both.filter(({ bit }) => (bit & bits) !== 0);
    const net = seen.reduce((sum, { met, lost }) => sum + met - lost, 0);
    compared.pairs[bits] = seen.length > 0 ? 1 : 0;
    compared.climbed[bits] = net > 0 ? 1 : 0;
    compared.slipped[bits] = net < 0 ? 1 : 0;
  }
  return compared;
}

/** What each model's next level waits for: one capability, or alternatives of which one would do. */
function waitingOf(
  { models }: StoredScore,
  asked: readonly ModelId[],
): Record<string, Record<string, number>> {
  const bits = new Map<string, number>();
  for (const model of asked) {
    const next = models[model]?.next;
    for (const id of next === null || next === undefined ? [] : [...next.unmet, ...next.open])
      bits.set(withoutRungs(id), (bits.get(withoutRungs(id)) ?? 0) | bitsOf([model]));
  }
  return Object.fromEntries([...bits].map(([key, each]) => [key, { [each]: 1 }]));
}

/** `a:3|b:3` without its rungs: `a|b`. */
const withoutRungs = (requirement: string): string => requirement.replaceAll(/:\d/g, '');

/** Overall is a mean over what was asked, so it can be compared only where the same models asked. */
function movedOverall(score: StoredScore, before: StoredScore) {
  const { moved } = emptyRollup().sums;
  const asked = ({ models }: StoredScore) => Object.keys(models).toSorted().join(' ');
  if (score.overall === null || before.overall === null || asked(score) !== asked(before)) return moved;
  const [now, then] = [score.overall.certain, before.overall.certain];
  return { teams: 1, now, before: then, rose: now > then ? 1 : 0, fell: now < then ? 1 : 0 };
}
