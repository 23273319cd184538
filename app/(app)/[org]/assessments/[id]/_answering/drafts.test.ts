import {
  DraftStore,
  draftUsing,
  evidenceFaults,
  evidenceOf,
  isEmptyEvidence,
  isUntouched,
  NO_EVIDENCE,
} from './drafts';
import { aShelf } from './testing';

test('half a piece of evidence is there again after the tab was closed, until it is taken away', () => {
  const shelf = aShelf();
  const before = new DraftStore(shelf, 'ana', 'autumn');
  before.set('a', { evidence: { ...NO_EVIDENCE, title: 'The ru' } });
  before.set('a', { note: 'too long' });
  before.set('a', { note: undefined });
  const after = new DraftStore(shelf, 'ana', 'autumn');
  expect(after.state()).toEqual({ a: { evidence: { ...NO_EVIDENCE, title: 'The ru' } } });
  after.set('a', { evidence: undefined });
  expect([after.state(), shelf.entries.size]).toEqual([{}, 0]);
  expect(new DraftStore(shelf, 'ben', 'autumn').state()).toEqual({});
});

test.each([
  [{ ...NO_EVIDENCE, url: 'https://example.org' }, ['title']],
  [{ ...NO_EVIDENCE, title: 'a', url: 'example.org' }, ['url']],
  [{ ...NO_EVIDENCE, title: 'a', url: 'javascript:alert(1)' }, ['url']],
  [{ ...NO_EVIDENCE, title: 'x'.repeat(201), note: 'y'.repeat(501) }, ['title', 'note']],
  [{ ...NO_EVIDENCE, title: ' a ', url: ' https://example.org ' }, []],
])('of %j the faults are %j', (draft, fields) => {
  expect(Object.keys(evidenceFaults(draft))).toEqual(fields);
});

test('what is empty is left out of a piece of evidence', () => {
  expect(evidenceOf({ ...NO_EVIDENCE, title: ' a ', url: ' https://example.org ', note: ' ' })).toEqual({
    title: 'a',
    url: 'https://example.org',
  });
});

test('an address that runs something is refused by its name', () => {
  const faults = (url: string) => evidenceFaults({ ...NO_EVIDENCE, title: 'a', url }).url;
  expect(faults('javascript:alert(1)')).toBe(
    'Expected an http:// or https:// address; javascript: is not taken',
  );
  expect(faults('ftp://a.example')).toMatch(/ftp: is not taken/);
});

test('a piece of another answer is used with its day, and what is chosen for this answer stays', () => {
  const draft = { ...NO_EVIDENCE, against: 'on', rung: '3', title: 'half ty' };
  const piece = {
    title: 'The run',
    url: 'https://example.org',
    until: '2027-01-01',
    rung: 1 as const,
    by: 'Ada',
  };
  expect(evidenceOf(draftUsing(draft, piece))).toEqual({
    ...{ title: 'The run', url: 'https://example.org', until: '2027-01-01' },
    ...{ rung: 3, against: true },
  });
});

test('where only a day or a direction was chosen, there is nothing to add, and the choice is kept', () => {
  const draft = { ...NO_EVIDENCE, until: '2027-01-01' };
  expect([isEmptyEvidence(draft), isUntouched(draft), isUntouched(NO_EVIDENCE)]).toEqual([true, false, true]);
});
