import * as fc from 'fast-check';
import { scoringBasis } from './requirements';
import { score } from './score';
import { A_DAY, CONTENTS, scenarios } from './testing';
import { MODEL_IDS, type ModelId } from './vocabulary';

/**
 * Another program, which has the JSON of a score and nothing else of ours, recomputes every number from what the score carries: the
 * standings, which of them are backed, and of each requirement its parts, its criteria and which of them a person stated.
 */

type Standing = number | 'not-applicable' | 'unknown' | 'unanswered';
type Pair = { certain: number; best: number } | null;
type Area = { pair: Pair; capabilities: { id: string; standing: Standing }[] };
type Part = { capability: string; rung: number };
type Bound = 'certain' | 'best';
type Requirement = {
  id: string;
  parts: Part[];
  state: string;
  certain: boolean;
  best: boolean;
  criteria: { id: string; parts: Part[]; stated: boolean; certain: boolean; best: boolean }[];
};
type Printed = {
  models: {
    model: ModelId;
    level: Record<Bound, string | null>;
    progress: Record<Bound, number>;
    levels: { id: string; requirements: Requirement[] }[];
    next: { level: string; met: string[]; unmet: string[]; open: string[]; excluded: string[] } | null;
  }[];
  domains: Record<string, Area>;
  pillars: Record<string, Area>;
  phases: Record<string, Area>;
  sides: Record<string, Area>;
  beyond: Area;
  overall: Pair;
  counts: Record<string, number>;
  completeness: number | null;
  evidence: {
    backed: number;
    of: number;
    lapsed: number;
    against: number;
    byModel: Partial<Record<ModelId, { backed: number; of: number; level: string | null }>>;
    answers: Record<string, { state: string; against: boolean }>;
  };
};

function meanOf(area: Area, bound: Bound): number | null {
  const shares = area.capabilities
    .filter(({ standing }) => standing !== 'not-applicable')
    .map(({ standing }) => (typeof standing === 'number' ? standing / 4 : bound === 'best' ? 1 : 0));
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

function expectNear(value: number | null | undefined, expected: number | null): void {
  if (value === null || value === undefined || expected === null) expect(value ?? null).toBe(expected);
  else expect(value).toBeCloseTo(expected, 12);
}

function holds(
  requirement: Requirement,
  standings: Map<string, Standing>,
  bound: Bound,
): boolean | 'excluded' {
  if (requirement.parts.every(({ capability }) => standings.get(capability) === 'not-applicable'))
    return 'excluded';
  const reaches = ({ capability, rung }: Part) => {
    const standing = standings.get(capability);
    if (typeof standing === 'number') return standing >= rung;
    return bound === 'best' && standing !== 'not-applicable';
  };
  return requirement.criteria.every((each) => (each.stated ? each[bound] : each.parts.some(reaches)));
}

function checkModel(model: Printed['models'][number], standings: Map<string, Standing>): void {
  for (const bound of ['certain', 'best'] as const) {
    const verdicts = model.levels.map(({ id, requirements }) => ({
      id,
      verdicts: requirements.map((requirement) => holds(requirement, standings, bound)),
    }));
    const firstMissed = verdicts.findIndex((level) => level.verdicts.includes(false));
    const reached = verdicts.at(firstMissed === -1 ? -1 : firstMissed - 1);
    expect(model.level[bound]).toBe(firstMissed === 0 ? null : reached?.id);
    const shares = verdicts
      .filter((level) => level.verdicts.length > 0)
      .map((level) => level.verdicts.filter((verdict) => verdict !== 'excluded'))
      .map((counted) => (counted.length === 0 ? 1 : counted.filter(Boolean).length / counted.length));
    const progress = shares.length === 0 ? 1 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
    expectNear(model.progress[bound], progress);
  }
  const next = model.levels[model.levels.findIndex(({ id }) => id === model.level.certain) + 1];
  expect(model.next?.level).toBe(next?.id);
  for (const requirement of next?.requirements ?? []) {
    const certain = holds(requirement, standings, 'certain');
    const best = holds(requirement, standings, 'best');
    const state = certain === 'excluded' ? 'excluded' : certain ? 'met' : best ? 'open' : 'unmet';
    expect(model.next?.[state]).toContain(requirement.id);
  }
}

/** The level that stands if only backed answers count: those that are not are as if unanswered, and no claim of a person counts. */
function checkBacked({ models, evidence }: Printed, standings: Map<string, Standing>): void {
  const backings = Object.entries(evidence.answers);
  const claimed = [...standings].filter(([, standing]) => typeof standing === 'number' && standing > 0);
  expect(backings.map(([id]) => id).toSorted()).toEqual(claimed.map(([id]) => id).toSorted());
  const inState = (wanted: string) => backings.filter(([, { state }]) => state === wanted).map(([id]) => id);
  const [backed, lapsed] = [inState('backed'), inState('lapsed')];
  const against = backings.filter(([, each]) => each.against);
  expect(evidence).toMatchObject({
    ...{ backed: backed.length, of: claimed.length },
    ...{ lapsed: lapsed.length, against: against.length },
  });
  const shown = new Map(
    [...standings].map(([id, standing]) => [
      id,
      standing === 'not-applicable' || backed.includes(id) ? standing : 'unanswered',
    ]),
  );
  for (const { model, levels, level } of models) {
    const stands = levels.map(({ id, requirements }) => ({
      id,
      verdicts: requirements.map((requirement) => holds(unclaimed(requirement), shown, 'certain')),
    }));
    const firstMissed = stands.findIndex(({ verdicts }) => verdicts.includes(false));
    const reached = stands.at(firstMissed === -1 ? -1 : firstMissed - 1)?.id;
    expect(evidence.byModel[model]?.level).toBe(firstMissed === 0 ? null : reached);

    const upTo = levels.findIndex(({ id }) => id === level.certain) + 1;
    const met = levels
      .slice(0, upTo)
      .flatMap(({ requirements }) => requirements)
      .filter(({ state }) => state === 'met');
    const behind = met.filter(({ parts }) =>
      parts.some(
        ({ capability, rung }) => backed.includes(capability) && Number(standings.get(capability)) >= rung,
      ),
    );
    expect(evidence.byModel[model]).toMatchObject({ backed: behind.length, of: met.length });
  }
}

const unclaimed = (requirement: Requirement): Requirement => ({
  ...requirement,
  criteria: requirement.criteria.map((each) => (each.certain ? { ...each, stated: false } : each)),
});

describe.each(CONTENTS)('on $kind', ({ contents, runs }) => {
  test('recomputing every number from the trace gives the same number', () => {
    fc.assert(
      fc.property(scenarios(contents), ({ content, answers, statements }) => {
        const result = score(scoringBasis(content, MODEL_IDS), answers, statements, A_DAY);
        const printed = JSON.parse(JSON.stringify(result)) as Printed;
        expect(printed).toEqual(result);

        const listed = Object.values(printed.domains).flatMap(({ capabilities }) => capabilities);
        const standings = new Map(listed.map(({ id, standing }) => [id, standing]));
        for (const model of printed.models) checkModel(model, standings);
        checkBacked(printed, standings);

        const kinds = [
          printed.domains,
          printed.pillars,
          printed.phases,
          printed.sides,
          { beyond: printed.beyond },
        ];
        for (const area of kinds.flatMap((kind) => Object.values(kind))) {
          for (const bound of ['certain', 'best'] as const)
            expectNear(area.pair?.[bound], meanOf(area, bound));
        }
        for (const bound of ['certain', 'best'] as const) {
          const means = Object.values(printed.pillars).flatMap((area) => meanOf(area, bound) ?? []);
          const overall =
            means.length === 0 ? null : means.reduce((sum, mean) => sum + mean, 0) / means.length;
          expectNear(printed.overall?.[bound], overall);
        }
        const applicable = listed.filter(({ standing }) => standing !== 'not-applicable');
        const answered = applicable.filter(({ standing }) => standing !== 'unanswered');
        expect(printed.counts).toMatchObject({ applicable: applicable.length, answered: answered.length });
        expectNear(
          printed.completeness,
          applicable.length === 0 ? null : answered.length / applicable.length,
        );
      }),
      { numRuns: runs },
    );
  });
});
