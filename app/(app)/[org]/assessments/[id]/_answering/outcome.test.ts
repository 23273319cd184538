import { outcomeOf } from './outcome';

test('what was saved carries its version', () => {
  const saved = { version: 3, savedAt: '2026-10-01T12:00:00.000Z' };
  expect(outcomeOf(saved)).toEqual({ kind: 'saved', ...saved });
});

test('a conflict carries what the other person said', () => {
  const detail = { value: { rung: 2 }, note: null, evidence: [], flagged: false, version: 2, by: 'Ben' };
  expect(outcomeOf({ code: 'conflict', message: 'Changed.', detail })).toMatchObject({
    kind: 'conflict',
    theirs: { choice: { rung: 2 }, by: 'Ben', version: 2 },
  });
});

test.each(['finished', 'forbidden', 'not-found', 'invalid'])(
  '%s is refused in the server’s words',
  (code) => {
    expect(outcomeOf({ code, message: 'No.' })).toEqual({ kind: 'refused', code, message: 'No.' });
  },
);

test('an ended session is told apart', () => {
  expect(outcomeOf({ code: 'signed-out', message: 'Ended.' })).toEqual({
    kind: 'signed-out',
    message: 'Ended.',
  });
});

test.each([
  null,
  'Sign in to this network',
  {},
  { message: 'Something failed (id 4f)' },
  { code: 'conflict', message: '' },
])('what the application would not say means that it was not reached: %j', (body) => {
  expect(outcomeOf(body)).toEqual({ kind: 'unreachable' });
});
