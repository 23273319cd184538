import type { CapabilityDraft } from '@/lib/content/testing';
import type { GapAnalysis } from './gap';
import type { Answers } from './schema/answers';
import type { Met, RungRef } from './schema/content';
import { gapsOf } from './testing';

const part = (capability: string, rung: number): RungRef => ({ capability, rung });
const gate = (id: string, level: string, met: Met) => ({ id, level, met });
const ladders = (...ids: string[]): CapabilityDraft[] => ids.map((id) => ({ id }));
const onZero = (...ids: string[]): Answers => Object.fromEntries(ids.map((id) => [id, { rung: 0 as const }]));
const climbs = ({ steps }: GapAnalysis) => steps.map(({ capability, to }) => `${capability}:${to}`);
const required = ({ gaps }: GapAnalysis) => gaps.map((gap) => `${gap.capability}:${gap.required}`);

describe('required rungs', () => {
  test('are the highest that the targeted levels ask, from the lowest up', () => {
    const criteria = [
      gate('A-1', '1', part('a', 1)),
      gate('A-2', '2', part('a', 3)),
      gate('A-3', '3', part('b', 4)),
    ];
    const of = (aws: string) =>
      required(
        gapsOf({
          capabilities: ladders('a', 'b'),
          aws: criteria,
          answers: onZero('a', 'b'),
          targets: { aws },
        }),
      );
    expect(of('1')).toEqual(['a:1']);
    expect(of('2')).toEqual(['a:3']);
    expect(of('3').toSorted()).toEqual(['a:3', 'b:4']);
  });

  test('are those of each model’s next level where no target is set', () => {
    const analysis = gapsOf({
      capabilities: ladders('a', 'b'),
      aws: [gate('A-1', '1', part('a', 1)), gate('A-2', '2', part('a', 2))],
      google: [gate('G-1', '1', part('b', 1)), gate('G-2', '2', part('b', 2))],
      answers: { a: { rung: 1 }, b: { rung: 0 } },
    });
    expect(analysis.targets.filter(({ model }) => model !== 'microsoft')).toEqual([
      { model: 'aws', level: '2' },
      { model: 'google', level: '1' },
    ]);
    expect(required(analysis).toSorted()).toEqual(['a:2', 'b:1']);
  });

  test('are raised by a capability’s own target', () => {
    const analysis = gapsOf({
      capabilities: ladders('a', 'b'),
      aws: [gate('A-1', '1', part('a', 1))],
      answers: onZero('a', 'b'),
      targets: { capabilities: { a: 3, b: { rung: 2, reason: 'The auditors ask for it.' } } },
    });
    expect(required(analysis).toSorted()).toEqual(['a:3', 'b:2']);
  });

  test('ask nothing of a capability that does not apply', () => {
    const analysis = gapsOf({
      capabilities: [{ id: 'a', mayBeExcluded: true }, { id: 'b' }],
      aws: [gate('A-1', '1', { allOf: [part('a', 2), part('b', 1)] })],
      answers: { a: { notApplicable: true, reason: 'None.' }, b: { rung: 0 } },
    });
    expect(required(analysis)).toEqual(['b:1']);
    expect(climbs(analysis)).toEqual(['b:1']);
  });
});

describe('a wish below what a level asks', () => {
  const analysis = gapsOf({
    capabilities: ladders('a', 'b'),
    aws: [gate('A-1', '1', part('b', 1)), gate('A-2', '2', part('a', 3))],
    answers: onZero('a', 'b'),
    targets: { aws: '2', capabilities: { a: { rung: 1, reason: 'Sold next year.' } } },
  });

  test('is an exclusion with its reason', () => {
    expect(analysis.exclusions).toEqual([
      { capability: 'a', wanted: 1, required: 3, reason: 'Sold next year.' },
    ]);
    expect(required(analysis).toSorted()).toEqual(['a:1', 'b:1']);
  });

  test('shows the level that is really reached', () => {
    expect(analysis.reached.find(({ model }) => model === 'aws')?.level).toBe('1');
  });
});

describe('an unrated capability', () => {
  const { gaps, steps } = gapsOf({
    capabilities: [{ id: 'a', days: [2, 3] }, { id: 'b' }, { id: 'c' }],
    aws: [gate('A-1', '1', part('a', 2)), gate('A-2', '1', part('b', 1))],
    answers: { a: { unknown: true }, b: { rung: 0 }, c: { rung: 0 } },
  });

  test('makes an unconfirmed gap: closed already, or open from rung 0, and half a day to find out', () => {
    const gap = gaps.find(({ capability }) => capability === 'a');
    expect(gap).toMatchObject({ climbs: { fewest: 0, most: 2 }, days: { fewest: 0.5, most: 5.5 } });
  });

  test('marks its steps as unconfirmed and starts none of them', () => {
    const marks = steps.map(({ capability, to, unconfirmed, canStart }) =>
      [`${capability}:${to}`, unconfirmed, canStart].join(' '),
    );
    expect(marks.toSorted()).toEqual(['a:1 true false', 'a:2 true false', 'b:1 false true']);
  });
});

describe('half or more unrated', () => {
  const criteria = [
    gate('A-1', '1', part('b', 1)),
    gate('A-2', '2', part('a', 2)),
    gate('A-3', '1', part('d', 1)),
  ];
  const google = [gate('G-1', '1', part('d', 1))];
  const capabilities = ladders('a', 'b', 'c', 'd');

  test('gives no plan, but what to answer first, that which decides most in front', () => {
    const analysis = gapsOf({ capabilities, aws: criteria, google, answers: onZero('c') });
    expect(analysis.steps).toEqual([]);
    expect(analysis.answerFirst).toEqual(['d', 'b', 'a']);
  });

  test('promises no level that no step leads to', () => {
    const { reached } = gapsOf({ capabilities, aws: criteria, google, answers: onZero('c', 'b') });
    expect(reached.map(({ level }) => level)).toEqual([null, '3', null]);
  });

  test('begins at one half: one answer more gives a plan', () => {
    const of = (...ids: string[]) => gapsOf({ capabilities, aws: criteria, google, answers: onZero(...ids) });
    expect(of('a', 'b').answerFirst).toEqual(['d', 'c']);
    expect(of('a', 'b', 'c').answerFirst).toBeNull();
    expect(climbs(of('a', 'b', 'c')).toSorted()).toEqual(['b:1', 'd:1']);
  });
});

test('gaps stand in order: more next levels blocked, bigger gap, smaller effort, id', () => {
  const analysis = gapsOf({
    capabilities: [{ id: 'f' }, { id: 'e' }, { id: 'd', days: [5] }, { id: 'c' }, { id: 'b' }, { id: 'a' }],
    aws: [
      ...['b', 'c', 'd', 'e', 'f'].map((id, index) => gate(`A-${index}`, '1', part(id, id === 'c' ? 2 : 1))),
      gate('A-9', '2', part('a', 4)),
    ],
    google: [gate('G-1', '1', part('b', 1))],
    answers: onZero('a', 'b', 'c', 'd', 'e', 'f'),
    targets: { aws: '2' },
  });
  expect(required(analysis)).toEqual(['b:1', 'c:2', 'e:1', 'f:1', 'd:1', 'a:4']);
  expect(analysis.gaps.map(({ blocksNext }) => blocksNext.length)).toEqual([2, 1, 1, 1, 1, 0]);
});

test('a gap lists the criteria that it blocks, by model and level', () => {
  const { gaps } = gapsOf({
    capabilities: ladders('a'),
    aws: [gate('A-1', '1', part('a', 1)), gate('A-2', '2', part('a', 3)), gate('A-3', '2', part('a', 2))],
    google: [gate('G-1', '2', part('a', 2))],
    answers: { a: { rung: 2 } },
    targets: { aws: '2', google: '2' },
  });
  expect(gaps).toMatchObject([
    {
      capability: 'a',
      causes: [{ model: 'aws', level: '2', requirement: 'a:3', rung: 3, criteria: ['A-2'] }],
    },
  ]);
});

test('what stands on or above its target needs no action, and is listed', () => {
  const { gaps, noAction } = gapsOf({
    capabilities: ladders('a', 'b'),
    aws: [gate('A-1', '1', { allOf: [part('a', 1), part('b', 2)] })],
    answers: { a: { rung: 4 }, b: { rung: 2 } },
    targets: { aws: '1' },
  });
  expect(gaps).toEqual([]);
  expect(noAction).toEqual([
    { capability: 'a', standing: 4, required: 1 },
    { capability: 'b', standing: 2, required: 2 },
  ]);
});

test.each([
  ['not to hold', { holds: false }],
  ['not to be known', { unknown: true as const }],
])('a criterion stated %s is named, as no climb settles it', (_as, statement) => {
  const { gaps, statedAgainst, reached } = gapsOf({
    capabilities: ladders('a'),
    aws: [gate('A-1', '1', part('a', 1))],
    answers: { a: { rung: 4 } },
    statements: { 'A-1': statement },
  });
  expect(gaps).toEqual([]);
  expect(statedAgainst).toEqual([{ model: 'aws', level: '1', criterion: 'A-1' }]);
  expect(reached.find(({ model }) => model === 'aws')?.level).toBeNull();
});
