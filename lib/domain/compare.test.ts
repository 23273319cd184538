import * as fc from 'fast-check';
import { contentOf, type CriterionDraft } from '@/lib/content/testing';
import { answersBy, compareAssessments, type ComparedAssessment, type Comparison } from './compare';
import { comparisonHeadline } from './comparison-view';
import { scoringBasis } from './requirements';
import { score } from './score';
import type { Answers } from './schema/answers';
import type { Content } from './schema/content';
import { answersTo, CONTENTS, statementsTo, type AnswerOptions } from './testing';
import { MODEL_IDS, type ModelId } from './vocabulary';

const gate = (id: string, level: string, capability: string, rung: number): CriterionDraft => ({
  id,
  level,
  met: { capability, rung },
});

const AWS = [gate('A-1', '1', 'registry', 1), gate('A-2', '2', 'pipeline', 2), gate('A-3', '2', 'store', 2)];
const LADDERS = [{ id: 'registry' }, { id: 'pipeline' }, { id: 'store', mayBeExcluded: true }];
const content = contentOf(LADDERS, { aws: { criteria: AWS } });
const NONE = { notApplicable: true as const, reason: 'Nobody shares a feature.' };
const FIRST: Answers = { registry: { rung: 1 }, pipeline: { rung: 1, note: 'By hand.' }, store: { rung: 2 } };

const one = (answers: Answers, more: Partial<ComparedAssessment> = {}): ComparedAssessment => ({
  title: 'Round',
  date: '2026-10-01',
  content,
  questionnaires: [...MODEL_IDS],
  statements: {},
  answers,
  ...more,
});
const aws = (before: ComparedAssessment, after: ComparedAssessment) => {
  const model = compareAssessments(before, after).models.find((each) => each.model === 'aws');
  if (model === undefined) throw new Error('no AWS');
  return model;
};
const ids = (moves: { id: string }[]) => moves.map(({ id }) => id);

test('a rise names the level, the requirement that made it, its statement and both notes', () => {
  const after = one({ ...FIRST, pipeline: { rung: 3, note: 'Runs by itself.' } });
  expect(compareAssessments(one(FIRST), after).moves).toEqual([
    {
      kind: 'rose',
      id: 'pipeline',
      title: 'Title of pipeline',
      before: 1,
      after: 3,
      said: { before: 'By hand.', after: 'Runs by itself.' },
      reworded: false,
    },
  ]);
  const { change, before, after: now, met, lost, madeBy } = aws(one(FIRST), after);
  expect({ change, from: before.certain, to: now.certain }).toEqual({
    change: 'rose',
    from: 'Level 1',
    to: 'Level 3',
  });
  expect([before.toGo, now.toGo]).toEqual([{ label: 'AWS Level 2', certain: 1, best: 1 }, null]);
  expect(lost).toEqual([]);
  expect(madeBy).toEqual(met);
  expect(met).toEqual([
    {
      id: 'pipeline:2',
      label: 'AWS Level 2',
      parts: [{ capability: 'pipeline', title: 'Title of pipeline', needs: 2, before: 1, after: 3 }],
      criteria: [{ id: 'A-2', text: expect.any(String), stated: false }],
      from: 'unmet',
      to: 'met',
    },
  ]);
});

test.each<{
  what: string;
  before: Answers[string] | undefined;
  after: Answers[string] | undefined;
  kind: string;
}>([
  { what: 'a lower rung', before: { rung: 2 }, after: { rung: 0 }, kind: 'fell' },
  { what: 'a first rung', before: undefined, after: { rung: 0 }, kind: 'answered' },
  { what: 'a rung after "don’t know"', before: { unknown: true }, after: { rung: 4 }, kind: 'answered' },
  { what: 'no rung any more', before: { rung: 2 }, after: { unknown: true }, kind: 'unanswered' },
  { what: 'an exclusion', before: { rung: 2 }, after: NONE, kind: 'excluded' },
  { what: 'the end of an exclusion', before: NONE, after: undefined, kind: 'included' },
])('$what is $kind', ({ before, after, kind }) => {
  const answers = (store: Answers[string] | undefined) => (store === undefined ? {} : { store });
  const { moves } = compareAssessments(one(answers(before)), one(answers(after)));
  expect(moves).toMatchObject([{ id: 'store', kind }]);
});

test('a question that was looked at and cannot be answered has not moved', () => {
  expect(compareAssessments(one({}), one({ store: { unknown: true } })).moves).toEqual([]);
});

test('a level that rose by an exclusion says so, though nothing was newly met', () => {
  const before = one({ registry: { rung: 1 }, pipeline: { rung: 2 }, store: { rung: 0 } });
  const { madeBy, met, change, after } = aws(
    before,
    one({ registry: { rung: 1 }, pipeline: { rung: 2 }, store: NONE }),
  );
  expect([change, ids(met)]).toEqual(['rose', []]);
  expect(madeBy).toMatchObject([{ id: 'store:2', from: 'unmet', to: 'excluded' }]);
  expect(after).toMatchObject({ certain: 'Level 3', floor: 'Level 1' });
});

test('a statement that changes a requirement is told from the rungs that stayed', () => {
  const after = one({ ...FIRST, pipeline: { rung: 2 } }, { statements: { 'A-2': { holds: false } } });
  const { met, change } = aws(one(FIRST), after);
  expect([ids(met), change]).toEqual([[], 'stayed']);
  const { lost } = aws(
    one({ ...FIRST, pipeline: { rung: 2 } }),
    one({ ...FIRST, pipeline: { rung: 2 } }, { statements: { 'A-2': { holds: false } } }),
  );
  expect(lost).toMatchObject([
    { id: 'pipeline:2', parts: [{ before: 2, after: 2 }], criteria: [{ stated: true }] },
  ]);
});

test('only questionnaires that both ask are compared, and the others are named', () => {
  const before = one(FIRST, { questionnaires: ['aws', 'microsoft'] });
  const after = one(FIRST, { questionnaires: ['aws', 'google'] });
  const compared = compareAssessments(before, after);
  expect(compared.questionnaires).toEqual(['aws']);
  expect(compared.notCompared).toEqual({ before: ['microsoft'], after: ['google'] });
  expect(compared.models.map(({ model }) => model)).toEqual(['aws']);
  const none = compareAssessments(
    one(FIRST, { questionnaires: ['aws'] }),
    one(FIRST, { questionnaires: ['google'] }),
  );
  expect([none.models, none.moves, none.domains]).toEqual([[], [], []]);
});

describe('over a new edition', () => {
  const [registry] = AWS;
  const newer = contentOf(
    [LADDERS[0] ?? { id: '' }, { id: 'pipeline' }, { id: 'scanner' }, { id: 'store' }],
    {
      aws: {
        criteria: [
          ...(registry === undefined ? [] : [registry]),
          gate('A-2', '2', 'pipeline', 3),
          gate('A-4', '2', 'scanner', 1),
          gate('A-3', '2', 'store', 2),
        ],
      },
    },
  );
  const reworded: Content = {
    ...newer,
    edition: { version: '2026.2', hash: 'later' },
    capabilities: newer.capabilities.map((each) =>
      each.id === 'pipeline'
        ? { ...each, rungs: each.rungs.map(({ text }) => ({ text: `${text} again` })) }
        : each,
    ),
  };
  const OLD: Answers = { registry: { rung: 1 }, pipeline: { rung: 2 }, store: NONE };
  const NOW: Answers = { ...OLD, pipeline: { rung: 3 }, store: { rung: 2 }, scanner: { rung: 1 } };
  const compared: Comparison = compareAssessments(
    one(OLD, { content: { ...content, edition: { version: '2026.1', hash: 'earlier' } } }),
    one(NOW, { content: reworded }),
  );

  test('the level goes from the old answers by the old content, over the old answers by the new, to the new', () => {
    const [bridge] = compared.bridge.models;
    expect(bridge?.place).toMatchObject({
      before: { certain: 'Level 3', toGo: null },
      reread: { certain: 'Level 1', toGo: { label: 'AWS Level 2', certain: 3, best: 1 } },
      after: { certain: 'Level 3', toGo: null },
    });
    expect(compared.models[0]).toMatchObject({ change: 'stayed' });
  });

  test('requirements are read by the new content on both sides, and one that it alone asks can be newly met', () => {
    expect(ids(compared.models[0]?.met ?? [])).toEqual(['pipeline:3', 'scanner:1', 'store:2']);
  });

  test('an exclusion that is no longer allowed is no answer to the new content', () => {
    expect(answersBy(reworded, OLD)).toEqual({ registry: { rung: 1 }, pipeline: { rung: 2 } });
  });

  test('capabilities that came or went are named, and reworded ladders marked', () => {
    expect(compared.added).toEqual([{ id: 'scanner', title: 'Title of scanner', standing: 1 }]);
    expect(compared.retired).toEqual([]);
    expect(compared.moves.map(({ id, reworded: again }) => [id, again])).toEqual([
      ['pipeline', true],
      ['store', false],
    ]);
    const back = compareAssessments(one(NOW, { content: reworded }), one(OLD));
    expect([ids(back.retired), ids(back.added)]).toEqual([['scanner'], []]);
  });

  test('the headline says that the content changed, and by which the rest is read', () => {
    expect(comparisonHeadline(compared)).toEqual([
      'No level changed; in between the content changed from 2026.1 to 2026.2.',
      'Read by 2026.2 on both sides, three requirements were newly met and none lost; one capability rose and none fell.',
    ]);
  });
});

describe.each(CONTENTS)('on $kind', ({ contents, runs }) => {
  const numRuns = Math.ceil(runs / 2);
  const sides = (count: number, options: AnswerOptions = {}) =>
    contents.chain((each) =>
      fc.array(
        fc
          .record({ answers: answersTo(each, options), statements: statementsTo(each) })
          .map((said) => one(said.answers, { ...said, content: each })),
        { minLength: count, maxLength: count },
      ),
    );
  const both = (options?: AnswerOptions) =>
    sides(2, options).map(([before, after]) => {
      if (before === undefined || after === undefined) throw new Error('too few');
      return { before, after };
    });

  test('an assessment compared with itself has not moved', () => {
    fc.assert(
      fc.property(both(), ({ before }) => {
        const { moves, models, domains, added, retired } = compareAssessments(before, before);
        expect([moves, added, retired]).toEqual([[], [], []]);
        for (const model of models) {
          expect([model.met, model.lost, model.madeBy]).toEqual([[], [], []]);
          expect([model.change, model.after]).toEqual(['stayed', model.before]);
        }
        for (const domain of domains) expect(domain.after).toEqual(domain.before);
      }),
      { numRuns },
    );
  });

  test('read backwards, what rose fell, what was met was lost, and levels go the other way', () => {
    const OTHER = {
      ...{ rose: 'fell', fell: 'rose', stayed: 'stayed' },
      ...{ answered: 'unanswered', unanswered: 'answered', excluded: 'included', included: 'excluded' },
    } as const;
    fc.assert(
      fc.property(both(), ({ before, after }) => {
        const [there, back] = [compareAssessments(before, after), compareAssessments(after, before)];
        expect(back.moves.map(({ id, kind }) => [id, kind])).toEqual(
          there.moves.map(({ id, kind }) => [id, OTHER[kind]]),
        );
        for (const [index, model] of there.models.entries()) {
          const other = back.models[index];
          expect(ids(other?.lost ?? [])).toEqual(ids(model.met));
          expect(ids(other?.met ?? [])).toEqual(ids(model.lost));
          expect(ids(other?.madeBy ?? [])).toEqual(ids(model.madeBy));
          expect([other?.change, other?.before, other?.after]).toEqual([
            OTHER[model.change],
            model.after,
            model.before,
          ]);
        }
      }),
      { numRuns },
    );
  });

  test('with nothing excluded, newly met less newly lost is the change in how many are met', () => {
    fc.assert(
      fc.property(both({ exclusions: false }), ({ before, after }) => {
        const met = (side: ComparedAssessment, model: ModelId) =>
          score(scoringBasis(side.content, MODEL_IDS), side.answers, side.statements)
            .models.filter((each) => each.model === model)
            .flatMap(({ levels }) => levels.flatMap(({ requirements }) => requirements))
            .filter(({ state }) => state === 'met').length;
        for (const { model, ...moves } of compareAssessments(before, after).models)
          expect(moves.met.length - moves.lost.length).toBe(met(after, model) - met(before, model));
      }),
      { numRuns },
    );
  });

  test('a level that changed rests on at least one requirement that moved', () => {
    fc.assert(
      fc.property(both(), ({ before, after }) => {
        for (const { change, madeBy } of compareAssessments(before, after).models)
          expect(madeBy.length > 0).toBe(change !== 'stayed');
      }),
      { numRuns },
    );
  });
});
