import { ADDRESS, BUG, cookieOf, member, serveFrom, within } from './auth/testing';
import * as z from 'zod';
import { commit } from '@/db/commit';
import { aWorld } from '@/db/fixtures';
import { deleteMembership } from '@/db/orgs';
import { freshDb } from '@/db/testing';
import { readRoute, writeRoute } from './action';
import { ACTIONS, type Action } from './domain/policy';
import { ROLE_NAMES, type MemberRole } from './domain/vocabulary';
import { done, failed } from './errors';

const fresh = freshDb();
beforeEach(() => serveFrom(fresh.db));

const json = { 'content-type': 'application/json', origin: ADDRESS };
const input = z.object({ slug: z.string(), body: z.object({ org: z.string() }) });

type Sent = { to: Action; headers: Record<string, string>; body: string };

/** The answer to somebody without a cookie. */
const asked = async (work: () => Promise<Response>): Promise<Response> => (await within('', work)).value;

/** Sends a change to `slug` in the address and in the body, and says with which status and as whom it was let in. */
async function send(
  cookie: string,
  slug: string,
  { to = 'assessment.answer', headers = json, body = JSON.stringify({ org: slug }) }: Partial<Sent> = {},
) {
  const ran: unknown[] = [];
  const put = writeRoute({
    for: to,
    input,
    at: (sent) => ({ org: sent.body.org }),
    run: async ({ actor, org, person }) => {
      ran.push({ actor, org: org.slug, person: person.userId });
      return done('through');
    },
    respond: (value) => Response.json(value),
  });
  const request = new Request(`${ADDRESS}/api/any`, { method: 'PUT', headers, body });
  const { value } = await within(cookie, () => put(request, { params: Promise.resolve({ slug }) }));
  return { status: value.status, said: (await value.json()) as unknown, ran };
}

test('a member is let in as themselves, in the organisation that they named', async () => {
  const { user, org } = await aWorld(fresh.db);
  const { status, ran } = await send(await cookieOf(user), org.slug);
  expect(status).toBe(200);
  expect(ran).toEqual([
    { actor: { userId: user.id, orgId: org.id, role: 'owner' }, org: org.slug, person: user.id },
  ]);
});

test('who is not signed in is told so, and nothing runs', async () => {
  const { org } = await aWorld(fresh.db);
  expect(await send('', org.slug)).toMatchObject({ status: 401, said: { code: 'signed-out' }, ran: [] });
});

test('another organisation looks as if there were none', async () => {
  const [mine, theirs] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  const cookie = await cookieOf(mine.user);
  const other = await send(cookie, theirs.org.slug);
  expect(other).toMatchObject({ status: 404, ran: [] });
  expect(await send(cookie, 'no-such-organisation')).toEqual(other);
});

test('who has left an organisation is out at the next request', async () => {
  const world = await aWorld(fresh.db);
  const ben = await member(fresh.db, world.org, 'contributor');
  const cookie = await cookieOf(ben);
  expect((await send(cookie, world.org.slug)).status).toBe(200);
  await commit(fresh.db, (tx) => [deleteMembership(tx, { orgId: world.org.id, userId: ben.id })]);
  expect(await send(cookie, world.org.slug)).toMatchObject({ status: 404, ran: [] });
});

describe.each(ROLE_NAMES)('a role is what the table of permissions says: %s', (role) => {
  test.each(Object.entries(ACTIONS))('%s', async (name, { roles }) => {
    const world = await aWorld(fresh.db);
    const cookie = await cookieOf(await member(fresh.db, world.org, role));
    const { status, ran } = await send(cookie, world.org.slug, { to: name as Action });
    const may = (roles as readonly MemberRole[]).includes(role);
    expect({ status, ran: ran.length }).toEqual(may ? { status: 200, ran: 1 } : { status: 403, ran: 0 });
  });
});

describe('a change by request is refused, and nothing runs,', () => {
  test.each([
    ['from another site', { headers: { ...json, origin: 'https://rungs.example.org' } }, 403],
    ['from the same host by plain http', { headers: { ...json, origin: 'http://rungs.example' } }, 403],
    ['from a page without an origin', { headers: { ...json, origin: 'null' } }, 403],
    ['as a form of another site could send it', { headers: { ...json, 'content-type': 'text/plain' } }, 422],
    ['with a body that is no JSON', { body: '{"org"' }, 422],
    ['with a body that is not what was asked', { body: '{"org": 1}' }, 422],
    ['with a body of 200,001 bytes', { body: `"${'x'.repeat(199_999)}"` }, 422],
    ['with a body of fewer characters than bytes', { body: `"${'€'.repeat(70_000)}"` }, 422],
  ])('%s', async (_what, request, status) => {
    const { user, org } = await aWorld(fresh.db);
    expect(await send(await cookieOf(user), org.slug, request)).toMatchObject({ status, ran: [] });
  });

  test('without the header that names where it comes from', async () => {
    const { user, org } = await aWorld(fresh.db);
    const headers = { 'content-type': 'application/json' };
    const answer = await send(await cookieOf(user), org.slug, { headers });
    expect(answer).toMatchObject({ status: 403, ran: [] });
  });
});

test('who is refused for trying too often is told when to come again', async () => {
  const read = readRoute({
    for: 'anyone',
    input: z.object({}),
    run: async () => failed('too-many', 'Too many.', { retryAfter: 660 }),
    respond: () => new Response(),
  });
  const answer = await asked(() => read(new Request(ADDRESS), { params: Promise.resolve({}) }));
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '660']);
  expect(await answer.json()).toEqual({ code: 'too-many', message: 'Too many.' });
});

describe('what a use case says no with has a status of its own, and its words reach the screen:', () => {
  test.each([
    ['invalid', 422],
    ['signed-out', 401],
    ['forbidden', 403],
    ['not-found', 404],
    ['conflict', 409],
    ['finished', 409],
    ['too-many', 429],
    ['busy', 503],
  ] as const)('%s is %i', async (code, status) => {
    const read = readRoute({
      for: 'anyone',
      input: z.object({}),
      run: async () => failed(code, 'In so many words.', { detail: { version: 2 } }),
      respond: () => new Response(),
    });
    const answer = await asked(() => read(new Request(ADDRESS), { params: Promise.resolve({}) }));
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ code, message: 'In so many words.', detail: { version: 2 } });
  });
});

describe('who followed a link to a download', () => {
  const read = readRoute({
    for: 'org.read',
    input: z.object({ slug: z.string() }),
    at: ({ slug }) => ({ org: slug }),
    run: async () => done('through'),
    respond: (value) => new Response(value),
  });
  const follow = async (cookie: string, slug: string) => {
    const request = new Request(`${ADDRESS}/${slug}/report?paper=a4`, {
      headers: { accept: 'text/html,application/xhtml+xml' },
    });
    return (await within(cookie, () => read(request, { params: Promise.resolve({ slug }) }))).value;
  };

  test('after the session ended is sent to sign in, and back', async () => {
    const answer = await follow('', 'harbour');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/signin?to=%2Fharbour%2Freport%3Fpaper%3Da4',
    ]);
  });

  test('reads a sentence where there is nothing for them', async () => {
    const { user } = await aWorld(fresh.db);
    const answer = await follow(await cookieOf(user), 'harbour');
    expect([answer.status, await answer.text()]).toEqual([404, 'There is no such organisation.\n']);
  });
});

test('a download takes the address, and a query cannot speak for the part of the address', async () => {
  const read = readRoute({
    for: 'anyone',
    input: z.object({ id: z.string(), paper: z.string() }),
    run: async (_ctx, sent) => done(sent),
    respond: (sent) => Response.json(sent),
  });
  const answer = await asked(() =>
    read(new Request(`${ADDRESS}/a/1?paper=a4&id=2`), { params: Promise.resolve({ id: '1' }) }),
  );
  expect(await answer.json()).toEqual({ id: '1', paper: 'a4' });
});

test('what stands in a query several times is a list, as boxes of one name that were ticked', async () => {
  const read = readRoute({
    for: 'anyone',
    input: z.object({ team: z.array(z.string()), paper: z.string() }),
    run: async (_ctx, sent) => done(sent),
    respond: (sent) => Response.json(sent),
  });
  const take = (query: string) =>
    asked(() => read(new Request(`${ADDRESS}/report?${query}`), { params: Promise.resolve({}) }));
  expect(await (await take('team=churn&team=fraud&paper=a4')).json()).toEqual({
    ...{ team: ['churn', 'fraud'], paper: 'a4' },
  });
  expect((await take('team=churn&team=fraud&paper=a4&paper=us-letter')).status).toBe(422);
});

test('a bug shows a request one fixed sentence with an id, and nothing of itself', async () => {
  const read = readRoute({
    for: 'anyone',
    input: z.object({}),
    run: async () => {
      throw new Error('insert into "user" values (ana@example.org)');
    },
    respond: () => new Response(),
  });
  const answer = await asked(() => read(new Request(ADDRESS), { params: Promise.resolve({}) }));
  expect(answer.status).toBe(500);
  expect(await answer.json()).toEqual({ message: expect.stringMatching(BUG) });
});

test('of one person only so many downloads go out at a time, and another still gets theirs', async () => {
  const { user, org } = await aWorld(fresh.db);
  const read = readRoute({
    for: 'org.read',
    input: z.object({ slug: z.string() }),
    at: ({ slug }) => ({ org: slug }),
    run: async () => done('through'),
    respond: (value) => new Response(value),
  });
  const take = async (cookie: string) =>
    (await within(cookie, () => read(new Request(ADDRESS), { params: Promise.resolve({ slug: org.slug }) })))
      .value.status;
  const cookie = await cookieOf(user);
  const statuses: number[] = [];
  // Twice the limit, should a window turn meanwhile.
  while (statuses.length <= 400 && !statuses.includes(429)) statuses.push(await take(cookie));
  expect(statuses.indexOf(429)).toBeGreaterThanOrEqual(200);
  expect(await take(await cookieOf(await member(fresh.db, org, 'viewer')))).toBe(200);
});
