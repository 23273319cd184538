import { encode } from 'next-auth/jwt';
import { readToken } from './read-token';

const SECRET = 'only for the tests of tokens, forty signs';
const tokenOf = (sid: string, maxAge = 60) => encode({ token: { sub: 'ana', sid }, secret: SECRET, maxAge });

test('a token says the same each time it is read, and what a reader does to it changes nothing', async () => {
  const token = await tokenOf('here');
  const first = await readToken({ token, secret: SECRET });
  expect(first).toMatchObject({ sub: 'ana', sid: 'here' });
  if (first !== null) first['sid'] = 'elsewhere';
  expect(await readToken({ token, secret: SECRET })).toMatchObject({ sub: 'ana', sid: 'here' });
});

test('a token that was read is worth nothing under another secret or for another use', async () => {
  const token = await tokenOf('here');
  await readToken({ token, secret: SECRET });
  await expect(readToken({ token, secret: `${SECRET}, another` })).rejects.toThrow(
    'decryption operation failed',
  );
  await expect(readToken({ token, secret: SECRET, salt: 'state' })).rejects.toThrow(
    'decryption operation failed',
  );
});

test('a token that was read is over at its time', async () => {
  const token = await tokenOf('here', 1);
  await readToken({ token, secret: SECRET });
  import.meta.jest.useFakeTimers({ now: Date.now() + 120_000, doNotFake: ['nextTick', 'setImmediate'] });
  await expect(readToken({ token, secret: SECRET })).rejects.toThrow(/exp/);
  import.meta.jest.useRealTimers();
});

test('among many tokens each says what is its own', async () => {
  const tokens = await Promise.all(Array.from({ length: 1_100 }, (_, number) => tokenOf(`s${number}`)));
  for (const _ of [1, 2])
    for (const [number, token] of tokens.entries())
      expect((await readToken({ token, secret: SECRET }))?.['sid']).toBe(`s${number}`);
});
