import * as fc from 'fast-check';
import { contentOf, type CapabilityDraft } from '@/lib/content/testing';
import { compareAssessments } from './compare';
import { editionDifferences, laddersText } from './edition-differences';
import type { Answers } from './schema/answers';
import type { Capability, Content } from './schema/content';
import { answersTo, arbitraryContent } from './testing';
import { MODEL_IDS } from './vocabulary';

const LADDERS: CapabilityDraft[] = [
  { id: 'registry' },
  { id: 'store', mayBeExcluded: true },
  { id: 'pipeline' },
];
const gate = (id: string, capability: string, rung: number) => ({
  ...{ id, level: '1' },
  met: { capability, rung },
});
const old = contentOf(LADDERS, { aws: { criteria: [gate('A-1', 'registry', 2), gate('A-2', 'store', 1)] } });
const NONE = { notApplicable: true as const, reason: 'Nobody shares a feature.' };

const differ = (after: Content, answers: Answers = {}, before: Content = old) =>
  editionDifferences(before, after, { answers, questionnaires: [...MODEL_IDS] });
const changed = (content: Content, id: string, by: Partial<Capability>): Content => ({
  ...content,
  capabilities: content.capabilities.map((each) => (each.id === id ? { ...each, ...by } : each)),
});
const reworded = (content: Content, id: string): Content =>
  changed(content, id, { rungs: [0, 1, 2, 3, 4].map((rung) => ({ text: `Anew ${rung}` })) });

test('a ladder whose rungs read differently stands with both wordings, and its answer is flagged', () => {
  const { ladders, flagged, reopened } = differ(reworded(old, 'registry'), { registry: { rung: 3 } });
  expect(ladders).toMatchObject([{ id: 'registry', standing: 3, exclusion: 'same', regrouped: false }]);
  expect(ladders[0]?.rungs[3]).toEqual({ before: old.capabilities[0]?.rungs[3]?.text, after: 'Anew 3' });
  expect([flagged, reopened]).toEqual([['registry'], []]);
});

test.each<[string, Answers]>([
  ['an unanswered ladder', {}],
  ['one that is not known', { store: { unknown: true } }],
  ['one that does not apply', { store: NONE }],
])('%s is not flagged for new words of its rungs', (_what, answers) => {
  expect(differ(reworded(old, 'store'), answers).flagged).toEqual([]);
});

test('an exclusion that is no longer allowed is opened again; one on another fact is flagged', () => {
  const always = contentOf([{ id: 'registry' }, { id: 'store' }, { id: 'pipeline' }]);
  const withdrawn = differ(always, { store: NONE });
  expect(withdrawn.ladders).toMatchObject([{ id: 'store', exclusion: 'withdrawn', facts: { after: null } }]);
  expect([withdrawn.flagged, withdrawn.reopened]).toEqual([[], ['store']]);
  expect(differ(old, {}, always).ladders).toMatchObject([{ id: 'store', exclusion: 'allowed' }]);
  const other = differ(changed(old, 'store', { notApplicable: 'Another fact.' }), { store: NONE });
  expect([other.flagged, other.reopened]).toEqual([['store'], []]);
});

test('capabilities that came or went, statements tied anew and other levels are named', () => {
  const after = contentOf([{ id: 'registry' }, { id: 'store', mayBeExcluded: true }, { id: 'scanner' }], {
    aws: {
      levels: [
        { id: '1', order: 1 },
        { id: '2', order: 2 },
      ],
      criteria: [gate('A-1', 'registry', 3), gate('A-3', 'scanner', 1)],
    },
  });
  const { added, retired, models } = differ(after, { pipeline: { rung: 1 } });
  expect(added).toEqual([{ id: 'scanner', title: 'Title of scanner', standing: 'unanswered' }]);
  expect(retired).toEqual([{ id: 'pipeline', title: 'Title of pipeline', standing: 1 }]);
  const [aws, microsoft] = models;
  expect(aws?.levelsChanged).toBe(true);
  expect(aws?.criteria.map(({ id, how }) => `${id} ${how}`)).toEqual([
    'A-1 re-tied',
    'A-3 new',
    'A-2 retired',
  ]);
  expect(microsoft).toEqual({ model: 'microsoft', levelsChanged: false, criteria: [] });
});

test('a ladder that counts in another domain differs, though it reads the same', () => {
  const { ladders, flagged } = differ(changed(old, 'registry', { side: 'run' }), { registry: { rung: 1 } });
  expect(ladders).toMatchObject([{ id: 'registry', regrouped: true }]);
  expect(flagged).toEqual([]);
});

test('ladders that differ are counted with those that came and went, zero as zero', () => {
  const after = contentOf([{ id: 'registry' }, { id: 'store', mayBeExcluded: true }, { id: 'scanner' }]);
  expect([old, reworded(old, 'store'), after].map((each) => laddersText(differ(each)))).toEqual([
    'no ladder differs',
    '1 ladder differs',
    '2 ladders differ',
  ]);
});

test('only a questionnaire’s own ladders and statements are compared for it alone', () => {
  const after = reworded(reworded(old, 'pipeline'), 'store');
  const { ladders, models } = editionDifferences(old, after, { answers: {}, questionnaires: ['aws'] });
  expect([ladders.map(({ id }) => id), models.map(({ model }) => model)]).toEqual([['store'], ['aws']]);
});

test('between two contents without a difference, the same answers read the same', () => {
  fc.assert(
    fc.property(
      arbitraryContent.chain((content) => fc.tuple(fc.constant(content), answersTo(content))),
      ([content, answers]) => {
        const { ladders, added, retired, models, flagged, reopened } = differ(content, answers, content);
        expect([ladders, added, retired, flagged, reopened]).toEqual([[], [], [], [], []]);
        expect(models.every(({ criteria, levelsChanged }) => criteria.length === 0 && !levelsChanged)).toBe(
          true,
        );
        const side = {
          ...{ title: '', date: '', content, answers },
          statements: {},
          questionnaires: [...MODEL_IDS],
        };
        expect(compareAssessments(side, side).moves).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});
