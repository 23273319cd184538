import * as fc from 'fast-check';
import { contentOf, type ModelDraft } from '@/lib/content/testing';
import { readerOf } from './readings';
import { compileRequirements, requirementId, scoringBasis } from './requirements';
import type { Answers } from './schema/answers';
import type { Content, MaturityModel, Met, RungRef } from './schema/content';
import { score } from './score';
import { CONTENTS, scenarios } from './testing';
import { MODEL_IDS } from './vocabulary';

const a = (rung: number): RungRef => ({ capability: 'a', rung });
const b = (rung: number): RungRef => ({ capability: 'b', rung });
const c = (rung: number): RungRef => ({ capability: 'c', rung });

/** What a model compiles to, as `level: requirement (criteria)`. */
function compiled(draft: ModelDraft): string[] {
  const content = contentOf([{ id: 'a' }, { id: 'b' }, { id: 'c' }], { aws: draft });
  return [...compileRequirements(content.models.aws)].flatMap(([level, requirements]) =>
    requirements.map(({ id, criteria }) => `${level}: ${id} (${criteria.map((each) => each.id).join(' ')})`),
  );
}

const gate = (id: string, level: string, met: Met) => ({ id, level, met });

test.each([
  {
    says: 'gates on one capability make one requirement, on the highest rung asked, which lists them all',
    criteria: [gate('A-1', '1', a(2)), gate('A-2', '1', a(3)), gate('A-3', '1', { allOf: [a(1), b(1)] })],
    expected: ['1: a:3 (A-1 A-2 A-3)', '1: b:1 (A-3)'],
  },
  {
    says: 'what a lower level asks as much of is not asked again',
    criteria: [gate('A-1', '1', a(3)), gate('A-2', '2', a(3)), gate('A-3', '2', { allOf: [a(2), b(2)] })],
    expected: ['1: a:3 (A-1)', '2: b:2 (A-3)'],
  },
  {
    says: 'a higher rung at a higher level is a requirement of its own',
    criteria: [gate('A-1', '1', a(2)), gate('A-2', '3', a(4))],
    expected: ['1: a:2 (A-1)', '3: a:4 (A-2)'],
  },
  {
    says: 'equal alternatives make one requirement whatever their order, at the lowest level that asks',
    criteria: [
      gate('A-1', '2', { anyOf: [a(3), b(3)] }),
      gate('A-2', '2', { anyOf: [b(3), a(3)] }),
      gate('A-3', '3', { anyOf: [b(3), a(3)] }),
    ],
    expected: ['2: a:3|b:3 (A-1 A-2)'],
  },
  {
    says: 'alternatives on other rungs are another requirement',
    criteria: [gate('A-1', '1', { anyOf: [a(3), b(3)] }), gate('A-2', '2', { anyOf: [a(3), b(4)] })],
    expected: ['1: a:3|b:3 (A-1)', '2: a:3|b:4 (A-2)'],
  },
  {
    says: 'advice, repetition and information are counted nowhere',
    criteria: [
      gate('A-1', '1', a(1)),
      { ...gate('A-2', '2', b(4)), gate: false },
      { ...gate('A-3', '2', a(1)), gate: false, repeats: 'A-1' },
      { id: 'A-4', level: '2', ask: true as const },
    ],
    expected: ['1: a:1 (A-1)'],
  },
  {
    says: 'levels are read from the lowest order up, wherever they stand in the file',
    levels: [
      { id: 'high', order: 2 },
      { id: 'low', order: 1 },
    ],
    criteria: [gate('A-1', 'high', { allOf: [a(2), c(1)] }), gate('A-2', 'low', a(2))],
    expected: ['low: a:2 (A-2)', 'high: c:1 (A-1)'],
  },
])('$says', ({ criteria, expected, levels }) => {
  expect(compiled(levels === undefined ? { criteria } : { criteria, levels })).toEqual(expected);
});

test('the name of a requirement does not depend on the order of its alternatives', () => {
  expect(requirementId([b(3), a(3)])).toBe('a:3|b:3');
});

const partsOf = (met: Met): RungRef[] => ('allOf' in met ? met.allOf : 'anyOf' in met ? met.anyOf : [met]);

/** The highest level all of whose gates, and those of lower levels, hold when read one by one; parts that do not apply are dropped. */
function levelByGates(model: MaturityModel, answers: Answers, unratedReaches: boolean): string | null {
  const read = readerOf(answers);
  const reaches = ({ capability, rung }: RungRef) => {
    const value = read(capability);
    return typeof value === 'number' ? value >= rung : unratedReaches;
  };
  const holds = (met: Met) => {
    const applicable = partsOf(met).filter(({ capability }) => read(capability) !== 'not-applicable');
    if (applicable.length === 0) return true;
    return 'anyOf' in met ? applicable.some(reaches) : applicable.every(reaches);
  };
  let reached: string | null = null;
  for (const { id } of model.levels.toSorted((low, high) => low.order - high.order)) {
    const gates = model.criteria.filter((criterion) => criterion.level === id && criterion.gate === true);
    if (!gates.every(({ met }) => met === undefined || holds(met))) break;
    reached = id;
  }
  return reached;
}

/** The content as if nobody had ever tied these capabilities to anything. */
function withoutParts(content: Content, gone: ReadonlySet<string>): Content {
  const shorten = (met: Met | undefined): Met | undefined => {
    const left = met === undefined ? [] : partsOf(met).filter(({ capability }) => !gone.has(capability));
    if (met === undefined || left.length < 2) return left[0];
    return 'anyOf' in met ? { anyOf: left } : { allOf: left };
  };
  const cut = (model: MaturityModel): MaturityModel => ({
    ...model,
    criteria: model.criteria.flatMap(({ met, ...rest }) => {
      const left = shorten(met);
      return left === undefined ? [] : [{ ...rest, met: left }];
    }),
  });
  const { aws, microsoft, google } = content.models;
  return { ...content, models: { aws: cut(aws), microsoft: cut(microsoft), google: cut(google) } };
}

describe.each(CONTENTS)('on $kind', ({ contents, runs }) => {
  test('a level is reached by requirements exactly when it is reached by gates', () => {
    fc.assert(
      fc.property(scenarios(contents, { stated: false }), ({ content, answers }) => {
        const { models } = score(scoringBasis(content, MODEL_IDS), answers);
        for (const { model, level } of models) {
          expect(level.certain).toBe(levelByGates(content.models[model], answers, false));
          expect(level.best).toBe(levelByGates(content.models[model], answers, true));
        }
      }),
      { numRuns: runs },
    );
  });

  test('excluding capabilities gives the levels that deleting their parts from every criterion gives', () => {
    fc.assert(
      fc.property(scenarios(contents, { stated: false }), ({ content, answers }) => {
        const gone = Object.keys(answers).filter((id) => readerOf(answers)(id) === 'not-applicable');
        const cut = withoutParts(content, new Set(gone));
        const levels = (each: Content) =>
          score(scoringBasis(each, MODEL_IDS), answers).models.map(({ level: { certain, best } }) => ({
            certain,
            best,
          }));
        expect(levels(content)).toEqual(levels(cut));
      }),
      { numRuns: runs },
    );
  });
});
