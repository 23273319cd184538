import type { CapabilityDraft } from '@/lib/content/testing';
import type { Answers } from './schema/answers';
import type { Met, RungRef } from './schema/content';
import { gapsOf, type GapCase } from './testing';

const part = (capability: string, rung: number): RungRef => ({ capability, rung });
const gate = (id: string, level: string, met: Met) => ({ id, level, met });
const ladders = (...ids: string[]): CapabilityDraft[] => ids.map((id) => ({ id }));
const onZero = (...ids: string[]): Answers => Object.fromEntries(ids.map((id) => [id, { rung: 0 as const }]));

describe('of alternatives', () => {
  const choice = gate('A-1', '1', { anyOf: [part('a', 2), part('b', 2)] });

  test.each<{ says: string; case: GapCase; expected: string[] }>([
    {
      says: 'the one with the least effort is required',
      case: {
        capabilities: [
          { id: 'a', days: [1, 9] },
          { id: 'b', days: [2, 3] },
        ],
        aws: [choice],
        answers: onZero('a', 'b'),
      },
      expected: ['b:2'],
    },
    {
      says: 'the effort of prerequisites counts',
      case: {
        capabilities: [
          { id: 'a', days: [1, 9] },
          { id: 'b', days: [2, 3], after: [[], [part('c', 2)]] },
          { id: 'c', days: [4, 4] },
        ],
        aws: [choice],
        answers: onZero('a', 'b', 'c'),
      },
      expected: ['a:2'],
    },
    {
      says: 'a prerequisite that something else requires anyway costs nothing',
      case: {
        capabilities: [
          { id: 'a', days: [1, 9] },
          { id: 'b', days: [2, 3], after: [[], [part('c', 2)]] },
          { id: 'c', days: [4, 4] },
        ],
        aws: [choice, gate('A-2', '1', part('c', 2))],
        answers: onZero('a', 'b', 'c'),
      },
      expected: ['b:2', 'c:2'],
    },
    {
      says: 'what another choice picks is taken into account',
      case: {
        capabilities: [
          { id: 'a', days: [2, 2] },
          { id: 'b', days: [3, 3] },
          { id: 'c', days: [2, 2] },
        ],
        aws: [choice, gate('A-2', '1', { anyOf: [part('b', 2), part('c', 2)] })],
        answers: onZero('a', 'b', 'c'),
      },
      expected: ['b:2'],
    },
    {
      says: 'rungs climbed already cost nothing',
      case: {
        capabilities: [
          { id: 'a', days: [8, 2] },
          { id: 'b', days: [1, 3] },
        ],
        aws: [choice],
        answers: { a: { rung: 1 }, b: { rung: 0 } },
      },
      expected: ['a:2'],
    },
    {
      says: 'equal effort is settled by id',
      case: { capabilities: ladders('b', 'a'), aws: [choice], answers: onZero('a', 'b') },
      expected: ['a:2'],
    },
    {
      says: 'one that does not apply is no choice',
      case: {
        capabilities: [
          { id: 'a', mayBeExcluded: true },
          { id: 'b', days: [9, 9] },
        ],
        aws: [choice],
        answers: { a: { notApplicable: true, reason: 'None.' }, b: { rung: 0 } },
      },
      expected: ['b:2'],
    },
    {
      says: 'one that is not wished for is left out while another remains',
      case: {
        capabilities: [{ id: 'a' }, { id: 'b', days: [9, 9] }],
        aws: [choice],
        answers: onZero('a', 'b'),
        targets: { capabilities: { a: 0 } },
      },
      expected: ['b:2'],
    },
    {
      says: 'one that holds already leaves nothing to do',
      case: { capabilities: ladders('a', 'b'), aws: [choice], answers: { a: { rung: 0 }, b: { rung: 2 } } },
      expected: [],
    },
  ])('$says', ({ case: each, expected }) => {
    expect(
      gapsOf(each)
        .gaps.map((gap) => `${gap.capability}:${gap.required}`)
        .toSorted(),
    ).toEqual(expected);
  });
});
