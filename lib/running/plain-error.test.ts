import { blankDb } from '@/db/testing';
import { userByEmail } from '@/db/users';
import { plainError } from './plain-error';

test('what was sent to the database stays out of the log, with what the driver says of it', async () => {
  const { db, close } = await blankDb();
  const error: unknown = await userByEmail(db, 'ana@example.org').catch((thrown: unknown) => thrown);
  await close();
  const plain = plainError(error);
  expect(JSON.stringify(plain)).not.toContain('ana@example.org');
  expect(plain.stack).toMatch(/^\s+at /);
  expect(JSON.stringify(plain)).toMatch(/no such table: user|42P01/);
});

test('details that a driver hangs on an error stay out of the log', () => {
  const error = Object.assign(new Error('duplicate key value violates unique constraint "user_email"'), {
    ...{ code: '23505', detail: 'Key (email)=(ana@example.org) already exists.', where: 'ana@example.org' },
  });
  expect(plainError(error)).toEqual({
    ...{ type: 'Error', message: error.message, code: '23505', stack: expect.any(String) },
  });
});

test('causes that go in circles end, and what is no error says so', () => {
  const error = new Error('one');
  error.cause = error;
  expect(JSON.stringify(plainError(error)).split('"message":"one"')).toHaveLength(6);
  expect([plainError('a word'), plainError({ password: 'secret' })]).toEqual([
    { type: 'string', message: 'a word' },
    { type: 'object', message: 'not an error' },
  ]);
});
