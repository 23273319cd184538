import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { auditOf } from '@/db/audit';
import { aWorld } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { contextOf } from '../testing';
import { addGroupRole, addGroupRoleInput, groupRoles, removeGroupRole } from './group-roles';
import {
  addDomain,
  addDomainInput,
  letDomainJoin,
  ownDomains,
  removeDomain,
  verifyDomain,
  type TxtLookup,
} from './own-domains';

const fresh = freshDb();
const domain = 'harbour.example';

const anOwner = async () => contextOf(fresh.db, await aWorld(fresh.db));
type Owner = Awaited<ReturnType<typeof anOwner>>;

/** A domain that publishes these records. */
const publishes =
  (...records: string[][]): TxtLookup =>
  () =>
    Promise.resolve(records);

const failing =
  (code: string): TxtLookup =>
  () =>
    Promise.reject(Object.assign(new Error(code), { code }));

const recordOf = async (ctx: Owner) => (await ownDomains(ctx))[0]?.record ?? '';

async function claimed() {
  const ctx = await anOwner();
  expect(await addDomain(ctx, { domain })).toMatchObject({ ok: true });
  return ctx;
}

test('a domain is the organisation’s once it publishes the record, which may come in parts beside others', async () => {
  const ctx = await claimed();
  const record = await recordOf(ctx);
  expect(record).toMatch(/^rungs-verification=[\w-]{43}$/);
  const looked = await verifyDomain(
    ctx,
    { domain },
    publishes(['v=spf1 -all'], [record.slice(0, 20), record.slice(20)]),
  );
  expect(looked).toMatchObject({ ok: true });
  expect(await letDomainJoin(ctx, { domain, role: 'viewer' })).toMatchObject({ ok: true });
  expect(await ownDomains(ctx)).toMatchObject([{ domain, verified: true, role: 'viewer' }]);
  expect((await auditOf(fresh.db, ctx.actor.orgId, { limit: 3 })).map(({ action }) => action)).toEqual([
    'org.domain-role',
    'org.domain-verify',
    'org.domain-add',
  ]);
});

test.each([
  ['another record', publishes(['rungs-verification=another']), 'no such TXT record yet'],
  ['no record', failing('ENODATA'), 'no such TXT record yet'],
  ['no such name', failing('ENOTFOUND'), 'no such TXT record yet'],
  ['no answer', failing('ETIMEOUT'), 'gave no answer'],
])('with %s it is not', async (_what, lookUp, said) => {
  const ctx = await claimed();
  expect(await verifyDomain(ctx, { domain }, lookUp)).toMatchObject({
    ok: false,
    message: expect.stringContaining(said),
  });
  expect(await letDomainJoin(ctx, { domain, role: 'viewer' })).toMatchObject({ ok: false });
  expect(await ownDomains(ctx)).toMatchObject([{ verified: false, role: null }]);
});

test('a domain that one organisation has shown to be its own is no other’s, by its record or before', async () => {
  const [one, two] = [await claimed(), await claimed()];
  const both = publishes([await recordOf(one)], [await recordOf(two)]);
  expect(await verifyDomain(two, { domain }, publishes([await recordOf(one)]))).toMatchObject({ ok: false });
  expect(await verifyDomain(one, { domain }, both)).toMatchObject({ ok: true });
  const said = { ok: false, message: expect.stringContaining('Another organisation here') };
  expect(await verifyDomain(two, { domain }, both)).toMatchObject(said);
  expect(await addDomain(await anOwner(), { domain })).toMatchObject(said);
  expect(await removeDomain(one, { domain })).toMatchObject({ ok: true });
  expect(await verifyDomain(two, { domain }, both)).toMatchObject({ ok: true });
});

test('nobody shows, gives or removes a domain in the name of another organisation', async () => {
  const [one, other] = [await claimed(), await anOwner()];
  const lookUp = publishes([await recordOf(one)]);
  expect(await verifyDomain(other, { domain }, lookUp)).toMatchObject({ code: 'not-found' });
  expect(await letDomainJoin(other, { domain, role: 'viewer' })).toMatchObject({ code: 'not-found' });
  expect(await removeDomain(other, { domain })).toMatchObject({ code: 'not-found' });
  expect(await ownDomains(one)).toHaveLength(1);
});

test('a domain is added once, and what is no domain not at all', async () => {
  const ctx = await claimed();
  expect(await addDomain(ctx, { domain })).toMatchObject({
    ok: false,
    fields: { domain: expect.any(String) },
  });
  expect(addDomainInput.safeParse({ org: 'x', domain: 'hаrbour.example' }).success).toBe(false);
  expect(addDomainInput.safeParse({ org: 'x', domain: 'gmail.com' }).success).toBe(false);
  expect(addDomainInput.parse({ org: 'x', domain: '@Harbour.Example' }).domain).toBe(domain);
});

test('the answer of a real name server is read', async () => {
  const ctx = await claimed();
  const record = await recordOf(ctx);
  const server = createSocket('udp4');
  server.on('message', (query, { port, address }) => server.send(txtAnswer(query, record), port, address));
  await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve));
  const resolver = new Resolver({ timeout: 2_000, tries: 1 });
  resolver.setServers([`127.0.0.1:${server.address().port}`]);
  const looked = await verifyDomain(ctx, { domain }, (name) => resolver.resolveTxt(name));
  await new Promise<void>((resolve) => server.close(() => resolve()));
  expect(looked).toMatchObject({ ok: true });
});

/** The question with one TXT record as its answer: RFC 1035, with the name pointed to. */
function txtAnswer(query: Buffer, text: string): Buffer {
  const end = query.indexOf(0, 12) + 5;
  const header = Buffer.from([query[0] ?? 0, query[1] ?? 0, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0]);
  const answer = Buffer.from([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, text.length + 1, text.length]);
  return Buffer.concat([header, query.subarray(12, end), answer, Buffer.from(text)]);
}

test('a group gives a role in the organisation or a team of it, never ownership, and each once', async () => {
  const world = await aWorld(fresh.db);
  const ctx = { ...contextOf(fresh.db, world), org: world.org };
  const other = await aWorld(fresh.db);
  const give = { group: 'ops', role: 'facilitator', team: '' } as const;
  expect(await addGroupRole(ctx, give)).toMatchObject({ ok: true });
  expect(await addGroupRole(ctx, { ...give, team: world.team.slug })).toMatchObject({ ok: true });
  expect(await addGroupRole(ctx, give)).toMatchObject({ ok: false });
  expect(await addGroupRole(ctx, { ...give, team: other.team.slug })).toMatchObject({ ok: false });
  expect(await addGroupRole(ctx, { ...give, role: 'admin', team: world.team.slug })).toMatchObject({
    ok: false,
    fields: { role: expect.any(String) },
  });
  expect(addGroupRoleInput.safeParse({ org: 'x', group: 'ops', role: 'owner' }).success).toBe(false);
  expect(addGroupRoleInput.safeParse({ org: 'x', group: 'g'.repeat(201), role: 'viewer' }).success).toBe(
    false,
  );
  const listed = await groupRoles(ctx);
  expect(new Set(listed.map(({ place }) => place))).toEqual(new Set([null, world.team.name]));
  const foreign = { ...contextOf(fresh.db, other), org: other.org };
  expect(await removeGroupRole(foreign, { id: listed[0]?.id ?? '' })).toMatchObject({ code: 'not-found' });
  expect(await groupRoles(ctx)).toHaveLength(2);
});
