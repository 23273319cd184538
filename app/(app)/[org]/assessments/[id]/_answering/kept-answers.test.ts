import type { Evidence } from '@/lib/domain/schema/answers';
import { contentKey } from './kept-answers';
import { rung } from './testing';

const piece: Evidence = { title: 'The run', url: 'https://example.org' };
const shown = (...evidence: Evidence[]): string => contentKey(rung(2, { evidence }));

test('an answer is the same whoever the server says added its evidence, and another with another meaning of a piece', () => {
  expect(shown({ ...piece, by: 'Ada', on: '2026-10-01' })).toBe(shown(piece));
  const meanings: Partial<Evidence>[] = [{}, { rung: 2 }, { against: true }, { until: '2027-01-01' }];
  expect(new Set(meanings.map((meaning) => shown({ ...piece, ...meaning }))).size).toBe(meanings.length);
});

test('what an older page sent is recognised as it was', () => {
  expect(shown(piece)).toBe('[2,"",[["The run","https://example.org",""]],false]');
});

test('who agreed that it does not apply is part of what was said', () => {
  const excluded = (more: object): string =>
    contentKey({ ...rung(0), choice: { notApplicable: true, reason: 'x', ...more } });
  expect(excluded({})).toBe('[["n","x"],"",[],false]');
  expect(new Set([{}, { approvedBy: 'Ada' }, { reviewOn: '2027-01-01' }].map(excluded)).size).toBe(3);
});
