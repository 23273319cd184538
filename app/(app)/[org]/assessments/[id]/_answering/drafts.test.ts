import { DraftStore, evidenceFaults, evidenceOf, NO_EVIDENCE } from './drafts';
import { aShelf } from './testing';

test('half a piece of evidence is there again after the tab was closed, until it is taken away', () => {
  const shelf = aShelf();
  const before = new DraftStore(shelf, 'ana', 'autumn');
  before.set('a', { evidence: { ...NO_EVIDENCE, title: 'The ru' } });
  before.set('a', { note: 'too long' });
  before.set('a', { note: undefined });
  const after = new DraftStore(shelf, 'ana', 'autumn');
  expect(after.state()).toEqual({ a: { evidence: { title: 'The ru', url: '', note: '' } } });
  after.set('a', { evidence: undefined });
  expect([after.state(), shelf.entries.size]).toEqual([{}, 0]);
  expect(new DraftStore(shelf, 'ben', 'autumn').state()).toEqual({});
});

test.each([
  [{ ...NO_EVIDENCE, url: 'https://example.org' }, ['title']],
  [{ title: 'a', url: 'example.org', note: '' }, ['url']],
  [{ title: 'a', url: 'javascript:alert(1)', note: '' }, ['url']],
  [{ title: 'x'.repeat(201), url: '', note: 'y'.repeat(501) }, ['title', 'note']],
  [{ title: ' a ', url: ' https://example.org ', note: '' }, []],
])('of %j the faults are %j', (draft, fields) => {
  expect(Object.keys(evidenceFaults(draft))).toEqual(fields);
});

test('what is empty is left out of a piece of evidence', () => {
  expect(evidenceOf({ title: ' a ', url: ' https://example.org ', note: ' ' })).toEqual({
    title: 'a',
    url: 'https://example.org',
  });
});
