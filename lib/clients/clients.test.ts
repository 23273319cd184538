import { commit } from '@/db/commit';
import { NOON, aWorld, type World } from '@/db/fixtures';
import { insertMembership, membersOfOrg, orgBySlug } from '@/db/orgs';
import { freshDb } from '@/db/testing';
import { member } from '../auth/testing';
import type { MemberRole } from '../domain/vocabulary';
import type { Result } from '../errors';
import { contextOf } from '../testing';
import { addClient, addClientInput } from './add-client';
import { changeClient, changeClientInput, removeClient } from './change-client';
import { listClients } from './list-clients';

const fresh = freshDb();

const as = (world: World, role: MemberRole = 'facilitator') => contextOf(fresh.db, world, { role });

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

const add = (world: World, fields: Record<string, string>) =>
  addClient(as(world), addClientInput.parse({ org: 'any', ...fields }));

test('a new client is an organisation of its own, owned by who added it in the firm’s name', async () => {
  const firm = await aWorld(fresh.db);
  const { client } = valueOf(
    await add(firm, { name: 'Harbour Bank', sponsor: 'Cara', startsOn: '2026-11-01' }),
  );
  const org = await orgBySlug(fresh.db, client);
  expect(org?.name).toBe('Harbour Bank');
  expect(await membersOfOrg(fresh.db, org?.id ?? '')).toMatchObject([
    { userId: firm.user.id, firmId: firm.org.id, grants: [{ teamId: null, role: 'owner' }] },
  ]);
  expect(await listClients(as(firm))).toMatchObject([
    { name: 'Harbour Bank', sponsor: 'Cara', startsOn: '2026-11-01', state: { teams: 0, newest: null } },
  ]);
});

test('how a client stands is shown to members of it alone; a colleague sees what the firm noted', async () => {
  const firm = await aWorld(fresh.db);
  const client = await aWorld(fresh.db, { status: 'finished', finishedAt: NOON });
  await commit(fresh.db, (tx) => [
    insertMembership(tx, {
      orgId: client.org.id,
      userId: firm.user.id,
      role: 'facilitator',
      createdAt: NOON,
    }),
  ]);
  valueOf(await add(firm, { existing: client.org.slug, scope: 'Retail' }));
  expect(await listClients(as(firm))).toMatchObject([
    { state: { teams: 1, finished: 1, newest: '2026-10-01' } },
  ]);
  const colleague = await member(fresh.db, firm.org, 'facilitator');
  expect(await listClients(as({ ...firm, user: colleague }))).toMatchObject([
    { scope: 'Retail', state: null },
  ]);
});

test('an organisation where one is no member, one’s own firm, and one that is on the list are refused', async () => {
  const [firm, stranger] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  for (const existing of [stranger.org.slug, firm.org.slug, 'none'])
    expect(await add(firm, { existing })).toMatchObject({ fields: { existing: expect.any(String) } });
  const { client } = valueOf(await add(firm, { name: 'Quay' }));
  expect(await add(firm, { existing: client })).toMatchObject({ fields: { existing: expect.any(String) } });
  expect(await add(firm, {})).toMatchObject({ fields: { name: expect.any(String) } });
  expect(await listClients(as(firm))).toHaveLength(1);
});

test('what is noted is changed once by two who change it at once, and not from another firm', async () => {
  const [firm, other] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  valueOf(await add(firm, { name: 'Quay' }));
  const [row] = await listClients(as(firm));
  const wanted = changeClientInput.parse({
    org: 'any',
    id: row?.id,
    version: '1',
    status: 'done',
    sponsor: 'Dan',
  });
  expect(await changeClient(as(other), wanted)).toMatchObject({ code: 'not-found' });
  expect(await removeClient(as(other), { id: wanted.id })).toMatchObject({ code: 'not-found' });
  const both = await Promise.all([changeClient(as(firm), wanted), changeClient(as(firm), wanted)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await listClients(as(firm))).toMatchObject([{ status: 'done', sponsor: 'Dan', version: 2 }]);
});

test('taken off the list, a client goes on existing', async () => {
  const firm = await aWorld(fresh.db);
  const { client } = valueOf(await add(firm, { name: 'Quay' }));
  const [row] = await listClients(as(firm));
  valueOf(await removeClient(as(firm), { id: row?.id ?? '' }));
  expect(await listClients(as(firm))).toEqual([]);
  expect((await orgBySlug(fresh.db, client))?.name).toBe('Quay');
});

test('a last day before the first is said at its field', () => {
  const { error } = addClientInput.safeParse({
    org: 'x',
    name: 'Quay',
    startsOn: '2026-02-01',
    endsOn: '2026-01-01',
  });
  expect(error?.issues).toMatchObject([{ path: ['endsOn'], message: 'is before the first day' }]);
});
