import * as fc from 'fast-check';
import { analyseGaps, climbed, type GapAnalysis } from './gap';
import { readerOf } from './readings';
import { scoringBasis } from './requirements';
import type { Answers } from './schema/answers';
import type { Content, RungRef } from './schema/content';
import { score } from './score';
import { arbitraryContent, cases, CONTENTS, type Case } from './testing';
import { MODEL_IDS } from './vocabulary';

const basisOf = (content: Content) => scoringBasis(content, MODEL_IDS);

const analyse = ({ content, answers, ...options }: Case): GapAnalysis =>
  analyseGaps(content, basisOf(content), answers, options);

const levelsOf = ({ content, statements }: Case, answers: Answers) =>
  score(basisOf(content), answers, statements).models.map(({ model, level }) => ({
    model,
    level: level.certain,
  }));

const key = ({ capability, rung }: RungRef): string => `${capability}:${rung}`;

/** Every climb to the wanted rungs and to what must come first, by fixed point: a step needs the one below it and its `after`. */
function closure({ content, answers }: Case, wanted: RungRef[]): Map<string, number> {
  const read = readerOf(answers);
  const needed = new Map<string, number>();
  const open = [...wanted];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const { capability, rung } = part;
    const standing = read(capability);
    const has = typeof standing === 'number' ? standing : 0;
    const ladder = content.capabilities.find(({ id }) => id === capability);
    if (standing === 'not-applicable' || rung <= has || needed.has(key(part)) || ladder === undefined)
      continue;
    const step = ladder.steps.find(({ to }) => to === rung);
    needed.set(
      key(part),
      Object.values(step?.effort ?? {}).reduce((sum, days) => sum + days, 0),
    );
    open.push({ capability, rung: rung - 1 }, ...(step?.after ?? []));
  }
  return needed;
}

const total = (steps: Map<string, number>): number =>
  [...steps.values()].reduce((sum, days) => sum + days, 0);

describe.each(CONTENTS)('on $kind', ({ contents, runs }) => {
  const anything = cases(contents, { stated: true, wishes: true });
  const numRuns = runs;

  test('applying all steps and scoring again gives exactly the levels promised', () => {
    fc.assert(
      fc.property(anything, (each) => {
        const { steps, reached } = analyse(each);
        expect(levelsOf(each, climbed(each.answers, steps))).toEqual(reached);
      }),
      { numRuns },
    );
  });

  test('the targeted levels are reached where nothing is excluded or stated against', () => {
    fc.assert(
      fc.property(anything, (each) => {
        const { targets, reached, exclusions, statedAgainst, answerFirst } = analyse(each);
        fc.pre(exclusions.length === 0 && statedAgainst.length === 0 && answerFirst === null);
        for (const { model, level } of targets) {
          const order = (id: string | null | undefined) =>
            each.content.models[model].levels.find((one) => one.id === id)?.order ?? -1;
          const got = reached.find((one) => one.model === model)?.level;
          expect(order(got)).toBeGreaterThanOrEqual(order(level));
        }
      }),
      { numRuns },
    );
  });

  test('every prerequisite of a step holds already, does not apply or comes before it; no step comes twice', () => {
    fc.assert(
      fc.property(anything, (each) => {
        const read = readerOf(each.answers);
        const done = new Set<string>();
        const holds = (part: RungRef) => {
          const standing = read(part.capability);
          return standing === 'not-applicable' || (typeof standing === 'number' && standing >= part.rung);
        };
        for (const { capability, to, step, canStart, unconfirmed } of analyse(each).steps) {
          const before = [...(to > 1 ? [{ capability, rung: to - 1 }] : []), ...step.after];
          expect(before.filter((part) => !holds(part) && !done.has(key(part)))).toEqual([]);
          expect(canStart).toBe(!unconfirmed && before.every(holds));
          expect(done.has(key({ capability, rung: to }))).toBe(false);
          done.add(key({ capability, rung: to }));
        }
      }),
      { numRuns },
    );
  });

  test('the steps are the climbs that the gaps need and their prerequisites, no more and no fewer', () => {
    fc.assert(
      fc.property(anything, (each) => {
        const { steps, gaps, answerFirst } = analyse(each);
        fc.pre(answerFirst === null);
        const wanted = gaps.map(({ capability, required }) => ({ capability, rung: required }));
        expect(steps.map(({ capability, to }) => key({ capability, rung: to })).toSorted()).toEqual(
          [...closure(each, wanted).keys()].toSorted(),
        );
        for (const { capability, to, prerequisiteOf } of steps) {
          const own = wanted.some((part) => part.capability === capability && part.rung >= to);
          expect(prerequisiteOf.length === 0).toBe(own);
        }
      }),
      { numRuns },
    );
  });

  test('a gap spans the rungs from the standing to what is required, as a pair where the standing is not known', () => {
    fc.assert(
      fc.property(anything, (each) => {
        const read = readerOf(each.answers);
        for (const { capability, standing, required, climbs, days } of analyse(each).gaps) {
          expect(standing).toBe(read(capability));
          const ladder = each.content.capabilities.find(({ id }) => id === capability);
          const from = typeof standing === 'number' ? standing : 0;
          const effort = (ladder?.steps ?? [])
            .filter(({ to }) => to > from && to <= required)
            .flatMap((step) => Object.values(step.effort))
            .reduce((sum, one) => sum + one, 0);
          const known = typeof standing === 'number';
          expect(climbs).toEqual({ fewest: known ? required - from : 0, most: required - from });
          expect(days).toEqual(
            known ? { fewest: effort, most: effort } : { fewest: 0.5, most: effort + 0.5 },
          );
        }
      }),
      { numRuns },
    );
  });
});

test('of alternatives, those are required that make the whole plan the shortest', () => {
  fc.assert(
    fc.property(cases(arbitraryContent, { rated: true, stated: false, wishes: false }), (each) => {
      const read = readerOf(each.answers);
      const { targets, steps } = analyse(each);
      const { models } = score(basisOf(each.content), each.answers);
      const aimed = targets.flatMap(({ model, level }) => {
        const levels = models.find((one) => one.model === model)?.levels ?? [];
        return levels.slice(0, levels.findIndex(({ id }) => id === level) + 1);
      });
      const failing = aimed.flatMap(({ requirements }) => requirements).filter(({ certain }) => !certain);
      const plans = failing.reduce<RungRef[][]>(
        (sofar, { parts }) =>
          sofar.flatMap((plan) =>
            parts
              .filter(({ capability }) => read(capability) !== 'not-applicable')
              .map((part) => [...plan, part]),
          ),
        [[]],
      );
      const least = Math.min(...plans.map((plan) => total(closure(each, plan))));
      expect(steps.reduce((sum, { days }) => sum + days, 0)).toBe(least);
    }),
    { numRuns: 200 },
  );
});
