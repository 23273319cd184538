import {
  addressOf,
  afterPause,
  minutesFor,
  openingPlace,
  placeAfter,
  placeBefore,
  placeOf,
  type Place,
} from './answering-place';

const groups = [
  { id: 'north', title: 'North', capabilities: ['a', 'b'] },
  { id: 'south', title: 'South', capabilities: ['c'] },
];
const question = (capability: string): Place => ({ kind: 'question', capability });
const among = (answered: string) => (id: string) => answered.includes(id);

test.each<[string, string, Place]>([
  ['nothing answered opens at the start', '', { kind: 'start' }],
  ['half answered opens at the first unanswered', 'ac', question('b')],
  ['all answered opens at the finish', 'abc', { kind: 'finish' }],
])('%s', (_what, answered, place) => {
  expect(openingPlace(groups, among(answered))).toEqual(place);
});

test.each<[string, string, Place]>([
  ['inside a group the next question follows', 'a', question('b')],
  ['after the last question comes the finish', 'c', { kind: 'finish' }],
])('%s', (_what, from, place) => {
  expect(placeAfter(groups, from, { isAnswered: among('abc'), stops: () => true })).toEqual(place);
});

test.each<[string, { answered: string; stops: boolean }, Place]>([
  ['a complete group is a place to stop', { answered: 'ab', stops: true }, { kind: 'pause', group: 'north' }],
  ['not where nobody worked on it', { answered: 'ab', stops: false }, question('c')],
  ['and not while one is open', { answered: 'b', stops: true }, question('c')],
])('after the last of a group: %s', (_what, { answered, stops }, place) => {
  expect(placeAfter(groups, 'b', { isAnswered: among(answered), stops: () => stops })).toEqual(place);
});

test('before the first question is the start, and after a pause the next group', () => {
  expect([placeBefore(groups, 'a'), placeBefore(groups, 'c')]).toEqual([{ kind: 'start' }, question('b')]);
  expect([afterPause(groups, 'north'), afterPause(groups, 'south')]).toEqual([
    question('c'),
    { kind: 'finish' },
  ]);
});

test.each<Place>([{ kind: 'start' }, { kind: 'finish' }, question('b'), { kind: 'pause', group: 'south' }])(
  'the address of %j leads back to it',
  (place) => {
    const address = new URLSearchParams(addressOf(place, 'aws'));
    expect(address.get('order')).toBe('aws');
    expect(placeOf(groups, { at: address.get('at'), after: address.get('after') })).toEqual(place);
  },
);

test('an address that names nothing known leads nowhere', () => {
  expect(placeOf(groups, { at: 'gone', after: 'gone' })).toBeNull();
});

test('43 ladders take about half an hour', () => {
  expect([minutesFor(43), minutesFor(1), minutesFor(0)]).toEqual([29, 1, 0]);
});
