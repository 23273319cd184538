import { LIMITS } from '@/lib/domain/limits';
import { rung } from './testing';
import { together } from './together';

const ana = { name: 'Ana Ortiz', elsewhere: false };

test('the stored answer stays and is flagged, and the words of the other stand in its note', () => {
  const stored = rung(2, { note: 'Since March.', evidence: [{ title: 'The run' }] });
  const mine = rung(1, {
    note: 'Not in the branches.',
    evidence: [{ title: 'The run' }, { title: 'Ticket', url: 'https://example.org/1' }],
    vendorsSeenFirst: true,
  });
  expect(together(stored, mine, ana)).toEqual({
    choice: { rung: 2 },
    note: 'Since March.\n\nAna Ortiz chose 1: Not in the branches.',
    evidence: [{ title: 'The run' }, { title: 'Ticket', url: 'https://example.org/1' }],
    flagged: true,
    vendorsSeenFirst: true,
  });
});

test.each([
  [rung(1), 'Ana Ortiz chose 1'],
  [rung(1, { choice: null, note: 'Ask Ben.' }), 'Ana Ortiz chose nothing: Ask Ben.'],
  [rung(1, { choice: { unknown: true } }), 'Ana Ortiz chose don’t know'],
  [
    rung(1, { choice: { notApplicable: true, reason: 'No models.' }, note: 'Yet.' }),
    'Ana Ortiz chose not applicable: No models.: Yet.',
  ],
])('every answer has its words: %#', (mine, note) => {
  expect(together(rung(2), mine, ana)?.note).toBe(note);
});

test('two answers of one person are told apart', () => {
  expect(together(rung(2), rung(1), { ...ana, elsewhere: true })?.note).toBe('Ana Ortiz, elsewhere, chose 1');
});

test('what is more than one answer holds is not cut: there is no such answer', () => {
  const long = 'x'.repeat(LIMITS.note - 10);
  expect(together(rung(2, { note: long }), rung(1, { note: 'y' }), ana)).toBeNull();
  const evidence = (from: string) =>
    Array.from({ length: LIMITS.evidence }, (_, index) => ({ title: `${from} ${index}` }));
  expect(
    together(rung(2, { evidence: evidence('a') }), rung(1, { evidence: evidence('b') }), ana),
  ).toBeNull();
  expect(
    together(rung(2, { evidence: evidence('a') }), rung(1, { evidence: evidence('a') }), ana)?.evidence,
  ).toHaveLength(LIMITS.evidence);
});
