import { member, serveFrom, within, sentBack } from '../auth/testing';
import { auditOf } from '@/db/audit';
import { aWorld } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { barredFrom, memberOf } from '../auth/actor';
import { openSession } from '../auth/session';
import { newContext } from '../context';
import { contextOf } from '../testing';
import { setSignInRule, setSignInRuleInput, signInRuleOf } from './set-sign-in-rule';

const fresh = freshDb();
beforeEach(() => serveFrom(fresh.db));

const minutesAgo = (minutes: number) => ({ ...newContext(), now: new Date(Date.now() - minutes * 60_000) });

async function meets(userId: string, slug: string, method: 'password' | 'oidc', minutes = 0) {
  const { cookies } = await within('', () => openSession(minutesAgo(minutes), userId, method));
  const { value } = await within(sentBack(cookies[0]), async () => ({
    member: await memberOf(slug),
    barred: await barredFrom(slug),
  }));
  return value.member === null ? value.barred : 'let in';
}

test('by single sign-on alone, a password opens the organisation to owners and to nobody else', async () => {
  const world = await aWorld(fresh.db);
  const ben = await member(fresh.db, world.org, 'admin');
  const ctx = contextOf(fresh.db, world);
  expect(await meets(ben.id, world.org.slug, 'password')).toBe('let in');
  const rule = { providerOnly: true, maxHours: null, version: 0 };
  expect(await setSignInRule(ctx, rule, true)).toMatchObject({ ok: true });
  expect(await meets(ben.id, world.org.slug, 'password')).toBe('provider');
  expect(await meets(ben.id, world.org.slug, 'oidc')).toBe('let in');
  expect(await meets(world.user.id, world.org.slug, 'password')).toBe('let in');
  expect((await auditOf(fresh.db, world.org.id, { limit: 1 }))[0]).toMatchObject({ action: 'org.sign-in' });
});

test('a session older than the organisation allows is asked to sign in again, and a younger one is not', async () => {
  const world = await aWorld(fresh.db);
  await setSignInRule(contextOf(fresh.db, world), { providerOnly: false, maxHours: 8, version: 0 }, false);
  expect(await meets(world.user.id, world.org.slug, 'password', 8 * 60 + 1)).toBe('age');
  expect(await meets(world.user.id, world.org.slug, 'password', 8 * 60 - 1)).toBe('let in');
});

test('somebody who does not belong is told nothing of how members sign in', async () => {
  const [own, other] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  await setSignInRule(contextOf(fresh.db, own), { providerOnly: true, maxHours: 1, version: 0 }, true);
  expect(await meets(other.user.id, own.org.slug, 'password')).toBeNull();
});

test('single sign-on alone is refused where there is none', async () => {
  const world = await aWorld(fresh.db);
  const ctx = contextOf(fresh.db, world);
  expect(await setSignInRule(ctx, { providerOnly: true, maxHours: null, version: 0 }, false)).toMatchObject({
    ok: false,
    message: 'This installation has no single sign-on, so nobody could come in by it.',
  });
  expect(await signInRuleOf(ctx)).toEqual({ providerOnly: false, maxHours: null, version: 0 });
});

test('of two who change it at once the second is told', async () => {
  const world = await aWorld(fresh.db);
  const ctx = contextOf(fresh.db, world);
  const seen = { providerOnly: false, version: 0 };
  expect(await setSignInRule(ctx, { ...seen, maxHours: 8 }, true)).toMatchObject({ ok: true });
  expect(await setSignInRule(ctx, { ...seen, maxHours: 9 }, true)).toMatchObject({ code: 'conflict' });
  expect(await signInRuleOf(ctx)).toMatchObject({ maxHours: 8, version: 1 });
});

test.each(['0', '-1', '1.5', 'eight', '9999'])('“%s” is no number of hours', (maxHours) => {
  expect(setSignInRuleInput.safeParse({ org: 'x', maxHours, version: '0' }).success).toBe(false);
});
