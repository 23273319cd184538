import './testing';
import { freshDb } from '@/db/testing';
import { anAccount, contextAt, PASSWORD, signIn } from './testing';

const fresh = freshDb();

test('of a thousand wrong passwords from one place ten are looked at, and its person gets in from another', async () => {
  const user = await anAccount(fresh.db);
  const guess = (password: string, address: string) =>
    signIn(contextAt(fresh.db), { email: user.email, password }, address);
  const said = new Map<string, number>();
  for (let at = 0; at < 1_000; at += 1) {
    const result = await guess(at === 999 ? PASSWORD : `guess ${at}`, '198.51.100.7');
    const words = result.ok ? 'in' : result.code;
    said.set(words, (said.get(words) ?? 0) + 1);
  }
  expect(Object.fromEntries(said)).toEqual({ invalid: 10, 'too-many': 990 });
  expect(await guess(PASSWORD, '203.0.113.9')).toMatchObject({ ok: true, value: { userId: user.id } });
}, 60_000);
