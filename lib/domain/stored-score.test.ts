import * as fc from 'fast-check';
import { scoringBasis } from './requirements';
import { score, toGo } from './score';
import { scoreSummary, storedScore } from './stored-score';
import { CONTENTS, scenarios } from './testing';
import { MODEL_IDS } from './vocabulary';

const numbersIn = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(numbersIn)
      : [];

describe.each(CONTENTS)('on $kind', ({ contents, runs }) => {
  const stored = (options = {}) =>
    scenarios(contents, options).map((scenario) => {
      const { content, answers, statements } = scenario;
      const scored = score(scoringBasis(content, MODEL_IDS), answers, statements);
      return { ...scenario, scored, kept: storedScore(content, scored) };
    });

  test('what is stored survives JSON: no NaN, nothing undefined, and null where there is nothing', () => {
    fc.assert(
      fc.property(stored(), ({ kept }) => {
        expect(JSON.parse(JSON.stringify(kept))).toStrictEqual(kept);
        expect(numbersIn(kept).every(Number.isFinite)).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  test('it names the edition and the measure that it was scored with', () => {
    fc.assert(
      fc.property(stored(), ({ content, kept }) => {
        expect([kept.edition, kept.measure]).toEqual([content.edition.hash, content.measure]);
      }),
      { numRuns: 20 },
    );
  });

  test('the requirements stored give the levels and what is to go, so that rounds can be compared without answers', () => {
    fc.assert(
      fc.property(stored(), ({ scored, kept }) => {
        for (const model of scored.models) {
          const levels = kept.requirements[model.model] ?? [];
          expect(levels.map(({ level }) => level)).toEqual(model.levels.map(({ id }) => id));
          const missing = levels.map(({ states }) =>
            Object.values(states).filter((state) => state === 'unmet' || state === 'open'),
          );
          const firstMissing = missing.findIndex((states) => states.length > 0);
          const reached = firstMissing === -1 ? levels.at(-1) : levels[firstMissing - 1];
          expect(kept.models[model.model]?.level.certain).toBe(reached?.level ?? null);
          const next = model.next?.level;
          const upTo = levels.findIndex(({ level }) => level === next);
          if (next !== undefined) {
            expect(toGo(model, next).certain).toBe(missing.slice(0, upTo + 1).flat().length);
          }
        }
      }),
      { numRuns: runs },
    );
  });

  test('the summary names, for the next level, every requirement once and the gates behind each', () => {
    fc.assert(
      fc.property(stored(), ({ content, scored }) => {
        const { models } = scoreSummary(content, scored);
        for (const { model, levels } of scored.models) {
          const next = models[model]?.next;
          if (next === null || next === undefined) continue;
          const listed = [...next.met, ...next.unmet, ...next.open, ...next.excluded].toSorted();
          const { requirements = [] } = levels.find(({ id }) => id === next.level) ?? {};
          expect(listed).toEqual(requirements.map(({ id }) => id).toSorted());
          expect(Object.keys(next.criteria).toSorted()).toEqual(listed);
          const gates = content.models[model].criteria
            .filter(({ gate }) => gate === true)
            .map(({ id }) => id);
          for (const ids of Object.values(next.criteria)) {
            expect(ids.length).toBeGreaterThan(0);
            expect(gates).toEqual(expect.arrayContaining(ids));
          }
        }
      }),
      { numRuns: runs },
    );
  });
});
