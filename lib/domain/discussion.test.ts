import type { Answers } from './schema/answers';
import { agreedBefore, discussion, meetingPlace, nextOpen, type Speaker, type Talked } from './discussion';
import { answerOf, toStandings } from './spread-testing';

const IDS = ['a', 'b', 'c'];

/** `{ a: '223' }`: what the first, second and third speaker say of a. */
function speakers(table: Record<string, string>, asked: readonly string[][] = []): Speaker[] {
  const count = Math.max(...Object.values(table).map((marks) => marks.length));
  return Array.from({ length: count }, (_, index) => ({
    ...{ id: `id-${index}`, name: `Person ${index}`, asked: new Set(asked[index] ?? IDS), remarks: {} },
    answers: Object.fromEntries(
      Object.entries(table).flatMap(([id, marks]) => {
        const value = toStandings(marks)[index];
        const answer = value === undefined ? undefined : answerOf(value);
        return answer === undefined ? [] : [[id, answer]];
      }),
    ) satisfies Answers,
  }));
}

const talk = (table: Record<string, string>, more: Partial<Talked> = {}) =>
  discussion({
    capabilities: IDS.map((id) => ({ id, title: id.toUpperCase() })),
    speakers: speakers(table),
    ...{ named: true, states: new Map(), seed: 'x' },
    ...more,
  });

test('what is divided on applicability comes first, then the most mixed, then what too few answered', () => {
  const { items } = talk({ a: '2222', b: '0044', c: '2--2' });
  expect(items.map(({ capability }) => capability)).toEqual(['c', 'b', 'a']);
  const few = talk({ a: '2...', b: '0044', c: '2222' });
  expect(few.items.map(({ capability }) => capability)).toEqual(['b', 'c', 'a']);
});

test('of fewer than three answers no distribution is given', () => {
  const [item] = talk({ a: '23..' }).items.filter(({ capability }) => capability === 'a');
  expect(item?.spread).toEqual({ capability: 'a', asked: 4, answered: 2 });
  expect(item?.details).toEqual([]);
});

test('who was not asked for a capability is not missing there', () => {
  const asked = [IDS, IDS, IDS, ['b']];
  const { items } = talk(
    { a: '222.', b: '2222', c: '222.' },
    { speakers: speakers({ a: '222.', b: '2222', c: '222.' }, asked) },
  );
  expect(items.map(({ capability, words }) => [capability, words])).toEqual([
    ['a', 'all 3 say rung 2'],
    ['b', 'all 4 say rung 2'],
    ['c', 'all 3 say rung 2'],
  ]);
});

test.each<[string, string, number | null]>([
  ['all who answered gave one rung', '222.', 2],
  ['two alone gave one', '22..', null],
  ['one does not know', '222?', null],
  ['one says that it does not apply', '222-', null],
  ['one differs', '2223', null],
])('%s: %s', (_, marks, rung) => {
  const item = talk({ a: marks }).items.find(({ capability }) => capability === 'a');
  expect(item?.unanimous).toBe(rung);
});

test('names are told only where that was promised; without them the order of voices tells nobody', () => {
  const names = (named: boolean) =>
    talk({ a: '3120' }, { named })
      .items.find(({ capability }) => capability === 'a')
      ?.voices.map(({ who }) => who);
  expect(names(true)).toEqual(['Person 3', 'Person 1', 'Person 2', 'Person 0']);
  expect(names(false)).toEqual(['respondent 4', 'respondent 2', 'respondent 3', 'respondent 1']);
});

test('a note without an answer is told too, and counts as no answer', () => {
  const [first, ...others] = speakers({ a: '.222' });
  if (first === undefined) throw new Error('nobody speaks');
  const { items } = talk({}, { speakers: [{ ...first, remarks: { a: 'ask Ben' } }, ...others] });
  const item = items.find(({ capability }) => capability === 'a');
  expect(item?.words).toBe('3 of 4 say rung 2, one has not answered');
  expect(item?.voices.at(-1)).toMatchObject({ who: 'Person 0', standing: 'unanswered', note: 'ask Ben' });
});

test('the next one is the next open one, going round, and none when all are settled or parked', () => {
  const all = talk({ a: '0044', b: '0022', c: '2222' }, { states: new Map([['b', 'agreed']]) }).items;
  const order = all.map(({ capability }) => capability);
  expect(order).toEqual(['a', 'b', 'c']);
  expect([null, 'a', 'b', 'c'].map((after) => nextOpen(all, after))).toEqual(['a', 'c', 'c', 'a']);
  const done = talk({ a: '0044' }, { states: new Map(IDS.map((id) => [id, 'parked'])) }).items;
  expect(nextOpen(done, 'a')).toBeNull();
  expect(meetingPlace(all, 'b')).toMatchObject({ at: 2, of: 3, previous: 'a', next: 'c' });
  expect(meetingPlace(all, 'z')).toBeNull();
});

test('a meeting begins with what was agreed before, or else with what all said', () => {
  expect(agreedBefore(undefined, null)).toEqual({ choice: undefined, note: '', reason: '' });
  expect(agreedBefore(undefined, 3)).toEqual({ choice: '3', note: '', reason: '' });
  expect(agreedBefore({ value: { rung: 1 }, note: 'why' }, 3)).toEqual({
    choice: '1',
    note: 'why',
    reason: '',
  });
  expect(agreedBefore({ value: { notApplicable: true, reason: 'r' }, note: null }, null)).toEqual({
    ...{ choice: 'n', note: '', reason: 'r' },
  });
  expect(agreedBefore({ value: { unknown: true }, note: null }, null).choice).toBe('d');
});
