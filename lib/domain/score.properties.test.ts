import * as fc from 'fast-check';
import type { Pair } from './area-score';
import { isRated, rungOf } from './answers';
import { readerOf } from './readings';
import { scoringBasis } from './requirements';
import type { Answer, Answers, Statements } from './schema/answers';
import type { Content } from './schema/content';
import { score, toGo, type Score } from './score';
import { answersTo, CONTENTS, scenarios, statementsTo } from './testing';
import { MODEL_IDS, type Rung } from './vocabulary';

/** Domain.md names these properties of every score; each holds on random contents and on the real one. */

const scoreOf = (content: Content, answers: Answers, statements: Statements = {}): Score =>
  score(scoringBasis(content, MODEL_IDS), answers, statements);

/** Every number and level of a score by name, levels by their height with 0 for below the lowest. */
function pairsOf({ models, domains, pillars, phases, sides, overall, beyond }: Score): Record<string, Pair> {
  const named = (kind: string, areas: Record<string, { pair: Pair }>) =>
    Object.entries(areas).map(([id, { pair }]) => [`${kind} ${id}`, pair] as const);
  const ofModels = models.flatMap(({ model, level, levels, progress }) => {
    const height = (id: string | null) => levels.findIndex((each) => each.id === id) + 1;
    return [
      [`level of ${model}`, { certain: height(level.certain), best: height(level.best) }],
      [`floor of ${model}`, { certain: height(level.floor), best: height(level.best) }],
      [`progress of ${model}`, progress],
    ] as const;
  });
  return Object.fromEntries<Pair>([
    ...ofModels,
    ...named('domain', domains),
    ...named('pillar', pillars),
    ...named('phase', phases),
    ...named('side', sides),
    ['overall', overall],
    ['beyond', beyond.pair],
  ]);
}

/** Means are sums of fractions in another order after a change; a difference below this is none. */
const NOTHING = 1e-12;

/** Names where `after` is less than `before`, in either bound. */
function lowered(before: Score, after: Score): string[] {
  const later = pairsOf(after);
  return Object.entries(pairsOf(before)).flatMap(([name, pair]) => {
    const now = later[name];
    if (pair === null || now === null || now === undefined) return [];
    return now.certain < pair.certain - NOTHING || now.best < pair.best - NOTHING ? [name] : [];
  });
}

/** Names where `after` reaches outside `before`. A mean of nothing left reaches nowhere; the floor is not a bound of a pair. */
function widened(before: Score, after: Score): string[] {
  const later = pairsOf(after);
  return Object.entries(pairsOf(before)).flatMap(([name, pair]) => {
    const now = later[name];
    if (pair === null || now === null || now === undefined || name.startsWith('floor')) return [];
    return now.certain < pair.certain - NOTHING || now.best > pair.best + NOTHING ? [name] : [];
  });
}

describe.each(CONTENTS)('on $kind', ({ contents, runs }) => {
  const numRuns = runs;
  const pick = fc.nat();

  test('raising a rung never lowers a level, a progress, a domain or the overall, certain or best', () => {
    fc.assert(
      fc.property(scenarios(contents), pick, fc.nat(), ({ content, answers, statements }, at, by) => {
        const read = readerOf(answers);
        const low = content.capabilities.filter(({ id }) => (rungOf(read(id)) ?? 4) < 4);
        const raised = low[at % low.length];
        fc.pre(raised !== undefined);
        const from = rungOf(read(raised.id)) ?? 0;
        const rung = (from + 1 + (by % (4 - from))) as Rung;
        const before = scoreOf(content, answers, statements);
        const after = scoreOf(content, { ...answers, [raised.id]: { rung } }, statements);
        expect(lowered(before, after)).toEqual([]);
      }),
      { numRuns },
    );
  });

  test.each([
    { rated: 'on a rung', stated: true, answer: (rung: Rung): Answer => ({ rung }) },
    {
      rated: 'not applicable',
      stated: false,
      answer: (): Answer => ({ notApplicable: true, reason: 'Nobody needs it.' }),
    },
  ])('rating an unrated capability $rated narrows every pair and leaves none', ({ stated, answer }) => {
    fc.assert(
      fc.property(
        scenarios(contents, { stated }),
        pick,
        fc.constantFrom<Rung>(0, 1, 2, 3, 4),
        ({ content, answers, statements }, at, rung) => {
          const read = readerOf(answers);
          const unrated = content.capabilities.filter(
            ({ id, notApplicable }) => !isRated(read(id)) && (stated || notApplicable !== undefined),
          );
          const rated = unrated[at % unrated.length];
          fc.pre(rated !== undefined);
          const before = scoreOf(content, answers, statements);
          const after = scoreOf(content, { ...answers, [rated.id]: answer(rung) }, statements);
          expect(widened(before, after)).toEqual([]);
        },
      ),
      { numRuns },
    );
  });

  test('with everything rated, certain equals best', () => {
    fc.assert(
      fc.property(scenarios(contents, { rated: true }), ({ content, answers, statements }) => {
        const pairs = Object.entries(pairsOf(scoreOf(content, answers, statements)));
        const open = pairs.filter(
          ([name, pair]) => pair !== null && pair.certain !== pair.best && !name.startsWith('floor'),
        );
        expect(open).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('floor is at most certain, certain at most best, and floor is certain with what does not apply on rung 0', () => {
    fc.assert(
      fc.property(scenarios(contents), ({ content, answers, statements }) => {
        const pairs = pairsOf(scoreOf(content, answers, statements));
        const asAbsent = Object.fromEntries(
          Object.entries(answers).map(([id, each]) => [
            id,
            'notApplicable' in each ? { rung: 0 as const } : each,
          ]),
        );
        const absent = pairsOf(scoreOf(content, asAbsent, statements));
        for (const model of MODEL_IDS) {
          const [level, floor] = [pairs[`level of ${model}`], pairs[`floor of ${model}`]];
          expect(floor?.certain).toBeLessThanOrEqual(level?.certain ?? -1);
          expect(level?.certain).toBeLessThanOrEqual(level?.best ?? -1);
          expect(floor?.certain).toBe(absent[`level of ${model}`]?.certain);
        }
      }),
      { numRuns },
    );
  });

  test('progress is 1 exactly when the top level is reached, and every share lies from 0 to 1', () => {
    fc.assert(
      fc.property(scenarios(contents), ({ content, answers, statements }) => {
        const result = scoreOf(content, answers, statements);
        for (const { level, levels, progress } of result.models) {
          expect(progress.certain === 1).toBe(level.certain === levels.at(-1)?.id);
          expect(progress.best === 1).toBe(level.best === levels.at(-1)?.id);
        }
        for (const [name, pair] of Object.entries(pairsOf(result))) {
          if (pair === null || /^(level|floor)/.test(name)) continue;
          expect(pair.certain).toBeGreaterThanOrEqual(0);
          expect(pair.best).toBeLessThanOrEqual(1);
          expect(pair.certain).toBeLessThanOrEqual(pair.best);
        }
      }),
      { numRuns },
    );
  });

  test('to go counts 0 for a level exactly when the level is reached', () => {
    fc.assert(
      fc.property(scenarios(contents), ({ content, answers, statements }) => {
        for (const model of scoreOf(content, answers, statements).models) {
          const height = (id: string | null) => model.levels.findIndex((level) => level.id === id);
          for (const { id } of model.levels) {
            expect(toGo(model, id).certain === 0).toBe(height(model.level.certain) >= height(id));
            expect(toGo(model, id).best === 0).toBe(height(model.level.best) >= height(id));
          }
        }
      }),
      { numRuns },
    );
  });

  test('the order of answers and statements is irrelevant', () => {
    const shuffled = <Value>(record: Readonly<Record<string, Value>>, seed: number[]) =>
      Object.fromEntries(
        Object.entries(record)
          .map((entry, index) => ({ entry, key: seed[index % seed.length] ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ entry }) => entry),
      );
    fc.assert(
      fc.property(
        scenarios(contents),
        fc.array(fc.nat(), { minLength: 7, maxLength: 7 }),
        ({ content, answers, statements }, seed) => {
          const other = scoreOf(content, shuffled(answers, seed), shuffled(statements, seed));
          expect(other).toEqual(scoreOf(content, answers, statements));
        },
      ),
      { numRuns },
    );
  });

  test('a model read alone has the level and progress that it has beside the others', () => {
    fc.assert(
      fc.property(
        contents.chain((content) =>
          fc.tuple(fc.constant(content), answersTo(content), statementsTo(content)),
        ),
        fc.constantFrom(...MODEL_IDS),
        ([content, answers, statements], id) => {
          const [alone] = score(scoringBasis(content, [id]), answers, statements).models;
          expect(alone).toEqual(
            scoreOf(content, answers, statements).models.find(({ model }) => model === id),
          );
        },
      ),
      { numRuns },
    );
  });
});
