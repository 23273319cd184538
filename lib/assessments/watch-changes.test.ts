import { ADDRESS, cookieOf, member, serveFrom, within } from '../auth/testing';
import { setFinished } from '@/db/assessments';
import { commit, exactlyOne } from '@/db/commit';
import { aWorld, NOON, type World } from '@/db/fixtures';
import { deleteMembership } from '@/db/orgs';
import type { User } from '@/db/schema/people';
import { revokeSessionsOfUser, sessionsOfUser } from '@/db/sessions';
import { freshDb } from '@/db/testing';
import { streamRoute } from '../action';
import { atAssessment } from '../auth/places';
import { stillMay } from '../auth/still-may';
import { contextOf } from '../testing';
import { ChangesHub } from './changes-hub';
import { assessmentNow } from './changes-since';
import { deleteAssessment } from './delete-assessment';
import { saveAnswer, type SaveAnswerInput } from './save-answer';
import { answerInput } from './testing';
import { watchChanges, watchChangesInput, watchResponse } from './watch-changes';

const fresh = freshDb();
beforeEach(() => serveFrom(fresh.db));

const route = streamRoute({
  for: 'org.read',
  input: watchChangesInput,
  at: atAssessment,
  run: watchChanges,
  respond: watchResponse,
});

async function ask(
  { org, assessment }: World,
  user: Pick<User, 'id'> | null,
  {
    seen = '',
    accept = 'application/json',
    signal,
  }: { seen?: string; accept?: string; signal?: AbortSignal } = {},
): Promise<Response> {
  const address = `${ADDRESS}/api/assessments/${assessment.id}/changes?org=${org.slug}&seen=${seen}`;
  const request = new Request(address, { headers: { accept }, ...(signal === undefined ? {} : { signal }) });
  const cookie = user === null ? '' : await cookieOf(user);
  return (await within(cookie, () => route(request, { params: Promise.resolve({ id: assessment.id }) })))
    .value;
}

/** Opens a stream and gives its events one after the other. */
async function listen(world: World, user: Pick<User, 'id'>, seen = '') {
  const leaving = new AbortController();
  const response = await ask(world, user, { seen, accept: 'text/event-stream', signal: leaving.signal });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  return {
    response,
    leave: () => leaving.abort(),
    /** The next event; `null` once the stream is over. */
    next: async (): Promise<{ event: string; data: unknown } | null> => {
      while (!text.includes('\n\n')) {
        const { value, done } = await reader.read();
        if (done) return null;
        text += decoder.decode(value, { stream: true });
      }
      const [first = '', ...rest] = text.split('\n\n');
      text = rest.join('\n\n');
      const [event = '', data = ''] = first.split('\n').map((line) => line.slice(line.indexOf(':') + 2));
      return { event, data: JSON.parse(data) as unknown };
    },
  };
}

async function save(
  world: World,
  body: Partial<SaveAnswerInput['body']>,
  { user = world.user, capability = 'rollback' }: { user?: User; capability?: string } = {},
) {
  const ctx = contextOf(fresh.db, { ...world, user });
  const saved = await saveAnswer(ctx, answerInput(world, body, capability));
  if (!saved.ok) throw new Error(saved.message);
}

const changed = (...answers: object[]) => ({
  event: 'changes',
  data: {
    shape: expect.any(String) as string,
    answers: answers.map((each) => expect.objectContaining(each)),
  },
});

test('who asks is told what is newer than what they have, whole, with who it was', async () => {
  const world = await aWorld(fresh.db);
  const ben = await member(fresh.db, world.org, 'contributor');
  await save(world, { note: 'Seen.' });
  await save(world, { note: 'By Ben.', flagged: true }, { user: ben, capability: 'data-validation' });
  await save(world, { note: 'Mine, elsewhere.' }, { capability: 'feature-store' });
  const response = await ask(world, world.user, { seen: 'rollback.1,data-validation.0' });
  expect(response.headers.get('cache-control')).toBe('no-store');
  const { answers } = (await response.json()) as { answers: { capability: string }[] };
  expect(answers.toSorted((a, b) => (a.capability < b.capability ? -1 : 1))).toEqual([
    {
      ...{ capability: 'data-validation', version: 1, by: ben.name, byYou: false },
      ...{ choice: { rung: 2 }, note: 'By Ben.', evidence: [], flagged: true, vendorsSeenFirst: false },
      at: expect.any(String) as string,
    },
    expect.objectContaining({ capability: 'feature-store', note: 'Mine, elsewhere.', byYou: true }),
  ]);
});

test('who listens is told at once what came between the page and the stream, and then what changes, within two seconds', async () => {
  const world = await aWorld(fresh.db);
  const ben = await member(fresh.db, world.org, 'contributor');
  await save(world, { note: 'In between.' });
  const { response, next, leave } = await listen(world, ben);
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
  expect(response.headers.get('x-accel-buffering')).toBe('no');
  expect(await next()).toEqual(changed({ capability: 'rollback', note: 'In between.', byYou: false }));
  const before = performance.now();
  await save(world, { seen: 1, choice: { rung: 4 }, note: 'Now.' });
  expect(await next()).toEqual(changed({ capability: 'rollback', note: 'Now.', version: 2 }));
  expect(performance.now() - before).toBeLessThan(2_000);
  leave();
});

test('everybody who listens is told, of their assessment alone, and each once', async () => {
  const [world, other] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  const ben = await member(fresh.db, world.org, 'viewer');
  const [one, two, three] = [
    await listen(world, world.user),
    await listen(world, ben),
    await listen(other, other.user),
  ];
  for (const each of [one, two, three]) expect(await each.next()).toEqual(changed());
  await save(world, { note: 'First.' });
  expect([await one.next(), await two.next()]).toEqual([
    changed({ note: 'First.', byYou: true }),
    changed({ note: 'First.', byYou: false }),
  ]);
  await save(other, { note: 'There.' });
  await save(world, { note: 'Second.' }, { capability: 'feature-store' });
  expect(await three.next()).toEqual(changed({ note: 'There.' }));
  expect(await two.next()).toEqual(changed({ note: 'Second.' }));
  for (const each of [one, two, three]) each.leave();
});

test('an assessment that is finished meanwhile has another shape, and one that is deleted ends the stream', async () => {
  const world = await aWorld(fresh.db);
  const { next } = await listen(world, world.user);
  const first = await next();
  const row = { orgId: world.org.id, id: world.assessment.id, version: 1 };
  await commit(fresh.db, (tx) => [
    exactlyOne(
      setFinished(tx, row, { finishedAt: NOON, finishedBy: world.user.id }),
      () => new Error('no draft'),
    ),
  ]);
  const second = await next();
  expect(JSON.stringify([first, second])).toMatch(/draft.*finished/);
  const gone = await deleteAssessment(contextOf(fresh.db, world), {
    id: world.assessment.id,
  });
  expect(gone.ok).toBe(true);
  expect(await next()).toEqual({ event: 'gone', data: null });
  expect(await next()).toBeNull();
});

test('nothing is told to who is not signed in, not a member, or asks for what is not there', async () => {
  const [world, other] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  for (const accept of ['application/json', 'text/event-stream']) {
    expect((await ask(world, null, { accept })).status).toBe(401);
    expect((await ask(world, other.user, { accept })).status).toBe(404);
    expect((await ask({ ...world, org: other.org }, other.user, { accept })).status).toBe(404);
  }
  expect((await ask(world, world.user, { seen: 'rollback' })).status).toBe(422);
});

test('ten pages of one person listen, the eleventh is told so, and one that leaves makes room', async () => {
  const world = await aWorld(fresh.db);
  const open = [];
  for (let page = 0; page < 10; page += 1) open.push(await listen(world, world.user));
  const refused = await ask(world, world.user, { accept: 'text/event-stream' });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30']);
  expect(((await refused.json()) as { message: string }).message).toMatch(/^You have 10 pages open/);
  expect((await ask(world, world.user)).status).toBe(200);
  open.pop()?.leave();
  const again = await listen(world, world.user);
  expect(again.response.status).toBe(200);
  for (const each of [...open, again]) each.leave();
});

test('whoever was signed out or removed may not go on listening', async () => {
  const world = await aWorld(fresh.db);
  const ben = await member(fresh.db, world.org, 'viewer');
  const place = { org: world.org.slug, assessment: world.assessment.id };
  const may = async (user: User) => {
    const [session] = await sessionsOfUser(fresh.db, user.id, new Date());
    const { person } = contextOf(fresh.db, { ...world, user });
    return stillMay({ ...person, sessionId: session?.id ?? 'none' }, place, 'org.read');
  };
  for (const user of [world.user, ben]) await cookieOf(user);
  expect([await may(world.user), await may(ben)]).toEqual([true, true]);
  await commit(fresh.db, (tx) => [
    revokeSessionsOfUser(tx, { userId: world.user.id, revokedAt: new Date() }),
    deleteMembership(tx, { orgId: world.org.id, userId: ben.id }),
  ]);
  expect([await may(world.user), await may(ben)]).toEqual([false, false]);
});

test('however saves and looks fall, each listener hears of every answer, and of each version once', async () => {
  const world = await aWorld(fresh.db);
  const { org, assessment } = world;
  const hub = new ChangesHub(() => fresh.db);
  const heard: number[][] = [[], []];
  const stops = [];
  for (const list of heard) {
    const now = await assessmentNow(fresh.db, org.id, assessment.id);
    let seen = 0;
    stops.push(
      hub.add({
        ...{ orgId: org.id, id: assessment.id, version: now?.version ?? 0 },
        tell: (state) => {
          const version = state?.answers[0]?.version ?? 0;
          if (version > seen) list.push((seen = version));
        },
      }),
    );
    await save(world, { seen: list === heard[0] ? 0 : 1, choice: { rung: 1 } });
  }
  for (let seen = 2; seen < 12; seen += 1) {
    await Promise.all([save(world, { seen, note: `${seen}` }), hub.look(), hub.look()]);
  }
  await hub.look();
  for (const stop of stops) stop();
  for (const list of heard) {
    expect(list.at(-1)).toBe(12);
    expect(list).toEqual([...new Set(list)].toSorted((a, b) => a - b));
  }
});
