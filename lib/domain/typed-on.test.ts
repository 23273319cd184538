import * as fc from 'fast-check';
import type { Choice, Evidence } from './schema/answers';
import { isTypedOn } from './typed-on';

const run = { title: 'The run', url: 'https://example.org/run' };
const version = (more: object = {}) => ({
  ...{ value: { rung: 2 } as Choice | null, note: 'We have' as string | null, evidence: [] as Evidence[] },
  ...{ flagged: false, by: 'ana', at: 0 },
  ...more,
});

test.each([
  ['more words', { note: 'We have the runbook.' }, true],
  ['the first word', { note: 'We have' }, true],
  ['one more piece of evidence', { evidence: [run] }, true],
  ['after two minutes', { note: 'We have it.', at: 120_001 }, false],
  ['before it, by another clock', { note: 'We have it.', at: -1 }, false],
  ['by somebody else', { note: 'We have it.', by: 'ben' }, false],
  ['on another rung', { value: { rung: 3 } }, false],
  ['with the choice taken back', { value: null }, false],
  ['with another reason', { value: { notApplicable: true, reason: 'None.' } }, false],
  ['with words taken away', { note: 'We ha' }, false],
  ['without the note', { note: null }, false],
  ['flagged', { flagged: true }, false],
])('an answer is its predecessor typed on: %s', (_what, more, expected) => {
  expect(isTypedOn(version(), version(more))).toBe(expected);
});

test('a piece of evidence that went or changed was not typed on', () => {
  const before = version({ evidence: [run] });
  expect(isTypedOn(before, version())).toBe(false);
  expect(isTypedOn(before, version({ evidence: [{ title: 'The run' }] }))).toBe(false);
  // A JSON column may give keys back in another order.
  expect(isTypedOn(before, version({ evidence: [{ url: run.url, title: run.title }] }))).toBe(true);
});

test('whatever is forgotten stands in what replaced it', () => {
  const texts = fc.record({
    note: fc.option(fc.string({ maxLength: 4 })),
    evidence: fc.array(fc.record({ title: fc.constantFrom('a', 'b', 'c') }), { maxLength: 2 }),
  });
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      if (!isTypedOn(version(before), version(after))) return;
      expect(after.note ?? '').toContain(before.note ?? '');
      expect(after.evidence).toEqual(expect.arrayContaining(before.evidence));
    }),
  );
});
