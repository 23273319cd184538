import { BUG, cookieOf, member, serveFrom, within } from './auth/testing';
import * as z from 'zod';
import { commit } from '@/db/commit';
import { aUser, aWorld } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { insertUser } from '@/db/users';
import { action } from './action';
import { done, failed } from './errors';

const fresh = freshDb();
beforeEach(() => serveFrom(fresh.db));

describe('a form', () => {
  const schema = z.object({
    name: z.string().min(3, 'at least 3 letters'),
    password: z.string().min(10, 'at least 10 characters'),
    models: z.union([z.string(), z.array(z.string())]).optional(),
  });

  test('with faults comes back with one message a field and with what was typed, except the password', async () => {
    const send = action({ for: 'anyone', input: schema, run: async () => done(null) });
    expect(await send({}, formOf({ name: 'A', password: 'secret' }))).toEqual({
      message: 'name: at least 3 letters; password: at least 10 characters',
      fields: { name: 'at least 3 letters', password: 'at least 10 characters' },
      values: { name: 'A' },
    });
  });

  test.each(['password', 'newPassword', 'presentPassword', 'code', 'token'])(
    'never gives back what stood in the field %s',
    async (name) => {
      const send = action({
        for: 'anyone',
        input: z.looseObject({}),
        run: async () => failed('invalid', 'No.', { fields: { [name]: 'No.' } }),
      });
      const state = await send({}, formOf({ [name]: 'a secret', name: 'Ana' }));
      expect(JSON.stringify(state)).not.toContain('a secret');
      expect(state.values).toEqual({ name: 'Ana' });
    },
  );

  test('gives boxes of one name as a list, and leaves out what Next adds', async () => {
    const got: unknown[] = [];
    const send = action({
      for: 'anyone',
      input: z.looseObject({}),
      run: async (_ctx, sent) => {
        got.push(sent);
        return done(null);
      },
    });
    const form = formOf({ name: 'Ana', $ACTION_ID_1: '' });
    for (const model of ['aws', 'google']) form.append('models', model);
    expect(await send({}, form)).toEqual({
      value: null,
      values: { name: 'Ana' },
      lists: { models: ['aws', 'google'] },
    });
    expect(got).toEqual([{ name: 'Ana', models: ['aws', 'google'] }]);
  });

  test('takes a file, and does not give it back', async () => {
    const got: unknown[] = [];
    const send = action({
      for: 'anyone',
      input: z.object({ name: z.string(), file: z.instanceof(File) }),
      run: async (_ctx, { file }) => {
        got.push(file.name, await file.text());
        return done(null);
      },
    });
    const form = formOf({ name: 'Ana' });
    form.append('file', new File(['drawn'], 'logo.svg'));
    expect(await send({}, form)).toEqual({ value: null, values: { name: 'Ana' } });
    expect(got).toEqual(['logo.svg', 'drawn']);
  });

  test('leaves the page only when its change went through', async () => {
    const left: unknown[] = [];
    const send = action({
      for: 'anyone',
      input: z.object({ name: z.string() }),
      run: async (_ctx, { name }) =>
        name === 'taken' ? failed('conflict', 'Taken.', { fields: { name: 'Taken.' } }) : done(name),
      then: (value) => {
        left.push(value);
      },
    });
    expect(await send({}, formOf({ name: 'taken' }))).toEqual({
      message: 'Taken.',
      fields: { name: 'Taken.' },
      values: { name: 'taken' },
    });
    expect(left).toEqual([]);
    expect(await send({}, formOf({ name: 'free' }))).toEqual({});
    expect(left).toEqual(['free']);
  });

  test('that meets a bug shows one fixed sentence beside what was typed, except the password', async () => {
    const send = action({
      for: 'anyone',
      input: z.object({ email: z.string(), password: z.string() }),
      run: async () => {
        throw new Error('insert into "user" values (ana@example.org)');
      },
    });
    const state = await send({}, formOf({ email: 'ana@example.org', password: 'correct horse' }));
    expect(state).toEqual({
      message: expect.stringMatching(BUG),
      values: { email: 'ana@example.org' },
    });
  });

  test('for members asks the same questions as a request', async () => {
    const { user, org } = await aWorld(fresh.db);
    const viewer = await member(fresh.db, (await aWorld(fresh.db)).org, 'viewer');
    const send = action({
      for: 'org.configure',
      input: z.object({ org: z.string() }),
      at: (sent) => ({ org: sent.org }),
      run: async () => done(null),
    });
    const as = async (cookie: string) =>
      (await within(cookie, () => send({}, formOf({ org: org.slug })))).value.message;
    expect(await as(await cookieOf(user))).toBeUndefined();
    expect(await as('')).toBe('Your session ended. Sign in to go on.');
    expect(await as(await cookieOf(viewer))).toBe('There is no such organisation.');
  });
});

test('a form for anybody signed in takes a person without an organisation', async () => {
  const user = aUser();
  await commit(fresh.db, (tx) => [insertUser(tx, user)]);
  const who: string[] = [];
  const send = action({
    for: 'signed-in',
    input: z.object({}),
    run: async ({ person }) => {
      who.push(person.userId);
      return done(null);
    },
  });
  expect((await within(await cookieOf(user), () => send({}, formOf({})))).value).toEqual({
    value: null,
    values: {},
  });
  expect((await within('', () => send({}, formOf({})))).value).toMatchObject({
    message: 'Your session ended. Sign in to go on.',
  });
  expect(who).toEqual([user.id]);
});

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
