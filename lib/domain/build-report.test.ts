import * as fc from 'fast-check';
import type { Assessment } from './assessment';
import { buildReport, type ReportFacts } from './build-report';
import type { Report } from './report';
import type { Content, ModelId } from './schema/content';
import { answersTo, CONTENTS, realContent, statementsTo } from './testing';
import { MODEL_IDS } from './vocabulary';

const real = realContent();
const FACTS: ReportFacts = {
  organisation: 'Harbour',
  status: { finished: true, by: 'Ada', at: '2026-10-02' },
};

const assessment = (more: Partial<Assessment> = {}): Assessment => ({
  subject: 'Fraud scoring',
  date: '2026-10-01',
  scope: {},
  questionnaires: [...MODEL_IDS],
  targets: {},
  answers: {},
  statements: {},
  ...more,
});

const reportsOn = (contents: fc.Arbitrary<Content>, questionnaires?: ModelId[]): fc.Arbitrary<Report> =>
  contents.chain((content) =>
    fc
      .record({
        answers: answersTo(content),
        statements: statementsTo(content),
        questionnaires:
          questionnaires === undefined
            ? fc.subarray([...MODEL_IDS], { minLength: 1 })
            : fc.constant(questionnaires),
      })
      .map((more) => buildReport(content, assessment(more), FACTS)),
  );

test('the same assessment on the same content gives the same report, whatever order its answers came in', () => {
  fc.assert(
    fc.property(answersTo(real), (answers) => {
      const backwards = Object.fromEntries(Object.entries(answers).toReversed());
      const report = buildReport(real, assessment({ answers }), FACTS);
      expect(buildReport(real, assessment({ answers: backwards }), FACTS)).toEqual(report);
      expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    }),
    { numRuns: 20 },
  );
});

test.each(MODEL_IDS)('a report on %s alone has no other vendor’s name anywhere', (id) => {
  const names: Record<ModelId, RegExp> = {
    aws: /\bAWS\b|Amazon|SageMaker/i,
    microsoft: /Microsoft|Azure/i,
    google: /Google|Vertex/i,
  };
  const others = MODEL_IDS.filter((other) => other !== id);
  fc.assert(
    fc.property(reportsOn(fc.constant(real), [id]), (report) => {
      const text = JSON.stringify(report);
      for (const other of others) expect(names[other].exec(text)).toBeNull();
      const marks = others.flatMap((other) =>
        real.models[other].criteria.map((criterion) => `"${criterion.id}"`),
      );
      expect(marks.filter((mark) => text.includes(mark))).toEqual([]);
    }),
    { numRuns: 15 },
  );
});

test('a report on one vendor speaks of that vendor’s areas, one on several of our domains', () => {
  const of = (questionnaires: ModelId[]) => buildReport(real, assessment({ questionnaires }), FACTS).areaKind;
  expect([of(['google']), of(['aws', 'google']), of([...MODEL_IDS])]).toEqual([
    'vendor-area',
    'domain',
    'domain',
  ]);
});

describe.each(MODEL_IDS.map((id): [string, ModelId[]] => [id, [id]]).concat([['all three', [...MODEL_IDS]]]))(
  'with everything unanswered, the report on %s',
  (_name, questionnaires) => {
    const report = buildReport(real, assessment({ questionnaires }), FACTS);

    test('says so and plans nothing', () => {
      expect(report).toMatchObject({
        summary: ['No answers yet.'],
        tooLittleKnown: true,
        steps: [],
        whatNext: [],
      });
    });

    test('names at most twelve capabilities to answer first, and all that are not known', () => {
      expect(report.answerFirst).toHaveLength(12);
      expect(report.trust.notKnown).toHaveLength(report.capabilities.length);
      expect(report.trust).toMatchObject({ completeness: 0, evidence: { backed: 0, of: 0 } });
    });

    test('holds no number that is none', () => {
      expect(JSON.parse(JSON.stringify(report))).toStrictEqual(report);
    });
  },
);

test('a wish above, a wish below and a statement against are each said with what they do to the plan', () => {
  const answers = Object.fromEntries(real.capabilities.map(({ id }) => [id, { rung: 2 as const }]));
  const report = buildReport(
    real,
    assessment({
      answers,
      targets: {
        aws: 'repeatable',
        capabilities: { lineage: 4, 'model-registry': { rung: 2, reason: 'Sold next year.' } },
      },
      statements: { 'A2-ENV3': { holds: false } },
      questionnaires: ['aws'],
    }),
    FACTS,
  );
  expect(report.gaps.find(({ capability }) => capability === 'lineage')).toMatchObject({ ownTarget: true });
  expect(report.gaps.map(({ capability }) => capability)).not.toContain('model-registry');
  expect(report.exclusions).toEqual([
    {
      capability: 'model-registry',
      title: 'Model registry',
      wanted: 2,
      required: 3,
      reason: 'Sold next year.',
    },
  ]);
  expect(report.statedAgainst).toMatchObject([{ label: 'AWS Repeatable', criterion: 'A2-ENV3' }]);
  expect(report.reached).toEqual(['AWS Initial']);
});

describe.each(CONTENTS)('on $kind', ({ contents, runs }) => {
  const numRuns = runs;

  test('every count of a level opens to its requirements, and each of these to criteria and answers', () => {
    fc.assert(
      fc.property(reportsOn(contents), (report) => {
        const standings = new Map(report.capabilities.map(({ id, standing }) => [id, standing]));
        for (const model of report.models) {
          for (const level of model.levels) {
            const own = model.requirements.filter((requirement) => requirement.level === level.id);
            const count = (...states: string[]) => own.filter(({ state }) => states.includes(state)).length;
            expect(level).toMatchObject({
              met: count('met'),
              atBest: count('met', 'open'),
              of: count('met', 'open', 'unmet'),
              excluded: count('excluded'),
            });
          }
          for (const { parts, criteria } of model.requirements) {
            for (const { capability, standing } of parts) expect(standing).toBe(standings.get(capability));
            const known = new Map(model.statements.map(({ id, text }) => [id, text]));
            expect(criteria.length).toBeGreaterThan(0);
            for (const { id, text } of criteria) expect(text).toBe(known.get(id));
          }
        }
      }),
      { numRuns },
    );
  });

  test('what is to go is the list of what is missing, and progress the mean of the levels’ shares', () => {
    fc.assert(
      fc.property(reportsOn(contents), (report) => {
        for (const { next, levels, progress } of report.models) {
          if (next !== null) expect(next.missing).toHaveLength(next.toGo.certain);
          for (const { criteria } of next?.missing ?? []) {
            expect(criteria.length).toBeGreaterThan(0);
            expect(criteria.some(({ met }) => met)).toBe(false);
          }
          const unmet = next?.missing.filter(({ state }) => state === 'unmet') ?? [];
          expect(unmet).toHaveLength(next?.toGo.best ?? 0);
          const shares = levels
            .filter(({ of, excluded }) => of + excluded > 0)
            .map(({ met, of }) => (of === 0 ? 1 : met / of));
          const mean =
            shares.length === 0 ? 1 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
          expect(progress.certain).toBeCloseTo(mean, 12);
        }
      }),
      { numRuns },
    );
  });

  test('every capability of a requirement, area, gap or step that is asked about has its page', () => {
    fc.assert(
      fc.property(reportsOn(contents), (report) => {
        const pages = new Set(report.capabilities.map(({ id }) => id));
        const named = [
          ...report.models.flatMap(({ requirements }) => requirements.flatMap(({ parts }) => parts)),
          ...report.gaps,
          ...report.noAction,
          ...report.answerFirst,
          ...report.trust.notKnown,
        ].map(({ capability }) => capability);
        const inAreas = [...report.areas, ...report.pillars, ...report.phases, ...report.sides].flatMap(
          (area) => area.capabilities.map(({ id }) => id),
        );
        expect([...named, ...inAreas].filter((id) => !pages.has(id))).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('what to do next are steps that can start today, five at most, in the order of the plan', () => {
    fc.assert(
      fc.property(reportsOn(contents), ({ steps, whatNext }) => {
        expect(whatNext.length).toBeLessThanOrEqual(5);
        expect(whatNext).toEqual(steps.filter(({ canStart }) => canStart).slice(0, 5));
      }),
      { numRuns },
    );
  });

  test('a step serves a level, or the target of its own capability, or prepares another', () => {
    fc.assert(
      fc.property(reportsOn(contents), ({ steps, gaps }) => {
        for (const { capability, to, serves, prerequisiteOf } of steps) {
          const gap = gaps.find((each) => each.capability === capability && each.required >= to);
          expect(gap === undefined ? prerequisiteOf.length : serves.length).toBeGreaterThan(0);
        }
      }),
      { numRuns },
    );
  });

  test('on a capability’s page a statement stands once, by whether it holds and whether the rung given does its part', () => {
    fc.assert(
      fc.property(reportsOn(contents), ({ capabilities, models }) => {
        for (const { id, standing, meets, heldBack, missing, rungText } of capabilities) {
          const rung = typeof standing === 'number' ? standing : null;
          expect(rungText === null).toBe(rung === null);
          const tied = models.flatMap(({ statements }) =>
            statements.flatMap((statement) =>
              statement.decidedBy
                .filter(({ capability }) => capability === id)
                .map(({ needs }) => ({
                  id: statement.id,
                  enough: rung !== null && needs <= rung,
                  holds: statement.holds === 'holds',
                })),
            ),
          );
          const those = (enough: boolean, holds: boolean) =>
            rung === null
              ? []
              : tied.filter((each) => each.enough === enough && each.holds === holds).map((each) => each.id);
          expect(meets.map((each) => each.id)).toEqual(those(true, true));
          expect(heldBack.map((each) => each.id)).toEqual(those(true, false));
          expect(missing.map((each) => each.id)).toEqual(those(false, false));
        }
      }),
      { numRuns },
    );
  });
});
