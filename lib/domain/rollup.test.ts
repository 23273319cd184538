import * as fc from 'fast-check';
import { scoringBasis } from './requirements';
import { countedFor, emptyRollup, mergeRollups, type Rollup, type RollupPart } from './rollup';
import { score, toGo } from './score';
import { storedScore } from './stored-score';
import { teamRollup } from './team-rollup';
import { answersTo, CONTENTS, realContent } from './testing';
import { MODEL_IDS } from './vocabulary';
import type { Answers } from './schema/answers';
import type { Content, ModelId } from './schema/content';

const scored = (content: Content, answers: Answers, models: readonly ModelId[] = MODEL_IDS) =>
  score(scoringBasis(content, models), answers);

const modelSets = fc.constantFrom<ModelId[]>(['aws'], ['microsoft', 'google'], [...MODEL_IDS]);

/** Teams of one content: each with answers now and perhaps before, by some of the models, now and then by another measure. */
const teamsOf = (content: Content) =>
  fc
    .array(
      fc.record({
        now: fc.tuple(answersTo(content), modelSets),
        before: fc.option(fc.tuple(answersTo(content), modelSets), { nil: null }),
        remeasured: fc.nat({ max: 4 }).map((roll) => roll === 0),
        day: fc.integer({ min: 10, max: 28 }),
      }),
      { maxLength: 7 },
    )
    .map((teams) =>
      teams.map(({ now, before, remeasured, day }, index) => {
        const earlier = before && storedScore(content, scored(content, ...before));
        const measure = remeasured ? 'another' : content.measure;
        return {
          team: `t${index}`,
          date: `2026-10-${day}`,
          version: content.edition.version,
          reading: scored(content, ...now),
          score: storedScore(content, scored(content, ...now)),
          before: earlier && { ...earlier, measure },
        };
      }),
    );
type Team = ReturnType<typeof teamsOf> extends fc.Arbitrary<(infer One)[]> ? One : never;

const partOf = (team: Team): RollupPart => ({ node: team.team, rollup: teamRollup(team) });
const whole = (teams: Team[]): Rollup => mergeRollups(teams.map(partOf));

/** Sums of shares may differ in the last digit when they are added in another order. */
const rounded = (rollup: Rollup): unknown =>
  JSON.parse(JSON.stringify(rollup), (_key, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value,
  );

describe.each(CONTENTS)('on $kind', ({ contents, runs }) => {
  const organisations = contents.chain((content) =>
    fc.record({ teams: teamsOf(content), split: fc.infiniteStream(fc.nat({ max: 2 })) }),
  );
  const holds = (check: (teams: Team[], split: Iterator<number>) => void) =>
    fc.assert(
      fc.property(organisations, ({ teams, split }) => check(teams, split)),
      { numRuns: runs },
    );

  test('merging units of teams gives what merging the teams gives, whichever teams are in a unit and whatever the order', () => {
    holds((teams, split) => {
      const units = [0, 1, 2].map((): Team[] => []);
      for (const team of teams) units[split.next().value ?? 0]?.push(team);
      const merged = mergeRollups(
        units.map((unit, index) => ({ node: `u${index}`, rollup: whole(unit.toReversed()) })),
      );
      expect(rounded(merged)).toEqual(rounded(whole(teams)));
    });
  });

  test('an empty roll-up beside others changes nothing, and merging leaves its parts as they were', () => {
    holds((teams) => {
      const parts = teams.map(partOf);
      const kept = JSON.stringify(parts);
      const with0 = mergeRollups([{ node: 'a', rollup: emptyRollup() }, ...parts]);
      expect(with0).toEqual(mergeRollups(parts));
      expect(JSON.stringify(parts)).toBe(kept);
    });
  });

  test('what is stored survives JSON to the last digit', () => {
    holds((teams) => {
      const all = whole(teams);
      expect(JSON.parse(JSON.stringify(all))).toEqual(all);
    });
  });

  test('to every level of every model it counts what counting each team by itself gives', () => {
    holds((teams) => {
      const { sums } = whole(teams);
      for (const model of MODEL_IDS) {
        const asked = teams.flatMap(({ reading }) => reading.models.filter((each) => each.model === model));
        expect(sums.models[model]?.teams ?? 0).toBe(asked.length);
        for (const level of asked[0]?.levels ?? []) {
          const missing = asked.map((each) => toGo(each, level.id).certain);
          expect(sums.models[model]?.to[level.id]?.slice(0, 3)).toEqual([
            missing.filter((count) => count === 0).length,
            missing.filter((count) => count >= 1 && count <= 3).length,
            missing.reduce((sum, count) => sum + count, 0),
          ]);
          const on = asked.filter((each) => each.level.certain === level.id).length;
          expect(sums.models[model]?.on[level.id] ?? 0).toBe(on);
        }
      }
    });
  });

  test('for every choice of questionnaires, each team that waits for a capability is counted once', () => {
    holds((teams) => {
      const { waiting } = whole(teams).sums;
      for (const chosen of [['aws'], ['aws', 'google'], MODEL_IDS] as ModelId[][]) {
        for (const [key, byBits] of Object.entries(waiting)) {
          const wait = teams.filter(({ reading }) =>
            reading.models.some(
              ({ model, next }) =>
                chosen.includes(model) &&
                [...(next?.unmet ?? []), ...(next?.open ?? [])].some(
                  (id) => id.replaceAll(/:\d/g, '') === key,
                ),
            ),
          );
          expect([key, countedFor(byBits, chosen)]).toEqual([key, wait.length]);
        }
      }
    });
  });

  test('the lowest team of a domain has no more than any other, and belongs to those that are counted', () => {
    holds((teams) => {
      const { lowest, sums } = whole(teams);
      for (const [domain, { team, certain }] of Object.entries(lowest)) {
        const there = teams.flatMap(({ score: { domains } }) => domains[domain] ?? []);
        expect(sums.domains[domain]?.teams).toBe(there.length);
        expect(certain).toBe(Math.min(...there.map((pair) => pair.certain)));
        expect(teams.find((each) => each.team === team)?.score.domains[domain]?.certain).toBe(certain);
      }
    });
  });
});

const content = realContent();
const everywhere = (rung: 0 | 1 | 2 | 3 | 4): Answers =>
  Object.fromEntries(content.capabilities.map(({ id }) => [id, { rung }]));
const stored = (answers: Answers, models?: ModelId[]) =>
  storedScore(content, scored(content, answers, models));
const pair = (now: Parameters<typeof stored>, before: Parameters<typeof stored> | null) =>
  teamRollup({
    team: 't',
    date: '2026-10-01',
    version: '2026.1',
    score: stored(...now),
    before: before && stored(...before),
  }).sums;

test('overall is compared only where the same models asked, requirements wherever a model asked both times', () => {
  expect(pair([everywhere(2)], [everywhere(1)]).moved).toMatchObject({ teams: 1, rose: 1, fell: 0 });
  const narrower = pair([everywhere(2)], [everywhere(1), ['aws']]);
  expect(narrower.moved.teams).toBe(0);
  expect(narrower.models.aws?.pairs).toBe(1);
  expect(narrower.models.google).toMatchObject({ pairs: 0, met: 0, since: {} });
  expect(pair([everywhere(2)], null).compared.pairs.every((teams) => teams === 0)).toBe(true);
});

test('a score that was stored before evidence was counted is counted without it', () => {
  const { backing: _, ...old } = stored(everywhere(2));
  const facts = { team: 't', date: '2026-10-01', version: '2026.1', before: null };
  expect(teamRollup({ ...facts, score: old }).sums.evidence).toEqual({ teams: 0, backed: 0, of: 0 });
  expect(teamRollup({ ...facts, score: stored(everywhere(2)) }).sums.evidence).toEqual({
    teams: 1,
    backed: 0,
    of: content.capabilities.length,
  });
});

test('only what is backed on the day of the answers is counted as shown', () => {
  const evidence = [{ title: 'A page', until: '2026-09-30' }];
  const answers = Object.fromEntries(
    Object.entries(everywhere(2)).map(([id, answer]) => [id, { ...answer, evidence }]),
  );
  const facts = { team: 't', date: '2026-10-01', version: '2026.1', before: null };
  const counted = (on: string) => {
    const kept = storedScore(content, score(scoringBasis(content, MODEL_IDS), answers, {}, on));
    return teamRollup({ ...facts, score: kept }).sums.evidence;
  };
  const of = content.capabilities.length;
  expect(counted('2026-10-01')).toEqual({ teams: 1, backed: 0, of });
  expect(counted('2026-09-30')).toEqual({ teams: 1, backed: of, of });
});

test('a team takes about three kilobytes, and an organisation little more', () => {
  const one = teamRollup({
    team: 'f'.repeat(36),
    date: '2026-10-01',
    version: '2026.1',
    score: stored(everywhere(1)),
    before: stored(everywhere(1)),
  });
  expect(JSON.stringify(one).length).toBeLessThan(5_000);
  const many = mergeRollups(Array.from({ length: 500 }, (_, index) => ({ node: `t${index}`, rollup: one })));
  expect(JSON.stringify(many).length).toBeLessThan(7_000);
});
