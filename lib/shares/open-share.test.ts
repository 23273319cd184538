import { auditOf } from '@/db/audit';
import { aWorld, minutesLater, type World } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { finishAssessment } from '../assessments/finish-assessment';
import { startAssessment } from '../assessments/start-assessment';
import { finishedWorld } from '../assessments/testing';
import { contextOf } from '../testing';
import { createShareInput } from './create-share';
import { listShares } from './list-shares';
import { revokeShare } from './revoke-share';
import { create, linked, open } from './testing';

const fresh = freshDb();

const list = (world: Parameters<typeof contextOf>[1], minutes = 30) =>
  listShares(contextOf(fresh.db, world, { minutes }));
const idOf = async (world: World) => (await list(world))[0]?.id ?? '';
const DAY = 24 * 60;
const NOT_VALID = { ok: false, code: 'not-found', message: 'This link is not valid (any more).' };

test('a link opens the scorecard of the moment it was made, without an account', async () => {
  const world = await finishedWorld(fresh.db);
  const opened = await open(fresh.db, await linked(fresh.db, world));
  expect(opened).toMatchObject({
    ok: true,
    value: {
      asks: null,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      view: {
        organisation: 'Harbour',
        frozenAt: minutesLater(10).toISOString(),
        questionnaires: ['aws', 'google'],
        scorecard: { teams: 1 },
      },
    },
  });
});

test('what a link shows names no team, by name, address or id', async () => {
  const world = await finishedWorld(fresh.db);
  const opened = JSON.stringify(await open(fresh.db, await linked(fresh.db, world)));
  for (const hidden of [world.team.id, world.team.slug, world.team.name, world.assessment.id, world.user.id])
    expect(opened).not.toContain(hidden);
});

test('the link is in the answer alone: the database holds neither token nor code', async () => {
  const world = await finishedWorld(fresh.db);
  const token = await linked(fresh.db, world, { code: 'harbour-2026' });
  expect(token).toMatch(/^[\w-]{43}$/);
  const rows = JSON.stringify([await list(world), await auditOf(fresh.db, world.org.id, { limit: 9 })]);
  expect(rows).not.toContain(token);
  expect(rows).not.toContain('harbour-2026');
});

test('what was frozen stays as it was when a team finishes another assessment', async () => {
  const world = await finishedWorld(fresh.db);
  const token = await linked(fresh.db, world);
  const before = await open(fresh.db, token);
  await finishAnother(world);
  expect(await open(fresh.db, token)).toEqual(before);
  const anew = await open(fresh.db, await linked(fresh.db, world));
  expect(hashOf(anew)).not.toBe(hashOf(before));
});

test('each opening is counted, with an entry in the audit log that names nobody', async () => {
  const world = await finishedWorld(fresh.db);
  const token = await linked(fresh.db, world);
  await Promise.all([open(fresh.db, token), open(fresh.db, token, { minutes: 25 })]);
  await open(fresh.db, token, { minutes: 29 });
  expect(await list(world)).toMatchObject([
    { opened: 3, lastOpenedAt: minutesLater(29).toISOString(), by: 'Ada', closed: null },
  ]);
  const entries = await auditOf(fresh.db, world.org.id, { limit: 4 });
  expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([
    ...Array.from({ length: 3 }, () => ['share.open', null]),
    ['share.create', world.user.id],
  ]);
});

test('a link opens to the last minute of its days, and then never again', async () => {
  const world = await finishedWorld(fresh.db);
  const token = await linked(fresh.db, world, { days: '1' });
  expect(await open(fresh.db, token, { minutes: 9 + DAY })).toMatchObject({ ok: true });
  expect(await open(fresh.db, token, { minutes: 10 + DAY })).toEqual(NOT_VALID);
  expect(await list(world, 10 + DAY)).toMatchObject([{ closed: 'expired', opened: 1 }]);
});

test('thirty days where nothing is said', async () => {
  const world = await finishedWorld(fresh.db);
  await linked(fresh.db, world);
  expect(await list(world)).toMatchObject([{ expiresAt: minutesLater(10 + 30 * DAY).toISOString() }]);
});

test('a link that was taken back opens nothing, and is taken back once', async () => {
  const world = await finishedWorld(fresh.db);
  const token = await linked(fresh.db, world);
  const id = await idOf(world);
  const ctx = contextOf(fresh.db, world, { minutes: 15 });
  expect(await revokeShare(ctx, { id })).toEqual({ ok: true, value: null });
  expect(await revokeShare(ctx, { id })).toMatchObject({ code: 'not-found' });
  expect(await open(fresh.db, token)).toEqual(NOT_VALID);
  expect(await list(world)).toMatchObject([{ closed: 'taken back', opened: 0 }]);
  const entries = await auditOf(fresh.db, world.org.id, { limit: 2 });
  expect(entries.map(({ action }) => action)).toEqual(['share.revoke', 'share.create']);
});

test.each([
  ['guessed', () => 'A'.repeat(43)],
  ['empty', () => ''],
  ['with one character changed', (token: string) => `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`],
  ['cut short', (token: string) => token.slice(0, -1)],
  ['in other case', (token: string) => token.toUpperCase()],
])('a token that is %s gives what an expired one gives', async (_what, tampered) => {
  const world = await finishedWorld(fresh.db);
  const token = await linked(fresh.db, world);
  expect(await open(fresh.db, tampered(token))).toEqual(NOT_VALID);
});

test('another organisation’s owner neither lists a link nor takes it back', async () => {
  const [ours, theirs] = [await finishedWorld(fresh.db), await aWorld(fresh.db)];
  const token = await linked(fresh.db, ours);
  const id = await idOf(ours);
  expect(await list(theirs)).toEqual([]);
  expect(await revokeShare(contextOf(fresh.db, theirs), { id })).toMatchObject({ code: 'not-found' });
  expect(await open(fresh.db, token)).toMatchObject({ ok: true });
});

test('an organisation in which nothing is finished has nothing to share, and no link is made', async () => {
  const world = await aWorld(fresh.db);
  expect(await create(fresh.db, world)).toMatchObject({ ok: false, code: 'invalid' });
  expect(await list(world)).toEqual([]);
});

test.each([
  ['no title', { title: ' ' }, 'title'],
  ['no day', { days: '0' }, 'days'],
  ['more than a year', { days: '366' }, 'days'],
  ['half a day', { days: '1.5' }, 'days'],
  ['days that are no number', { days: 'soon' }, 'days'],
  ['a code of five characters', { code: ' 12345 ' }, 'code'],
])('%s is refused, and the field is named', (_what, fields, named) => {
  expect(() => createShareInput.parse({ org: 'harbour', title: 'For the board', ...fields })).toThrow(
    expect.objectContaining({ issues: [expect.objectContaining({ path: [named] })] }),
  );
});

const hashOf = (opened: Awaited<ReturnType<typeof open>>) =>
  opened.ok && opened.value.asks === null && opened.value.kind === 'scorecard'
    ? opened.value.hash
    : undefined;

async function finishAnother(world: World): Promise<void> {
  const ctx = contextOf(fresh.db, world, { minutes: 15 });
  const fields = { team: world.team.slug, title: 'Winter', questionnaires: [...world.org.questionnaires] };
  const answers = Object.fromEntries(ctx.content.capabilities.map(({ id }) => [id, { rung: 3 as const }]));
  const started = await startAssessment(ctx, fields, answers);
  if (!started.ok) throw new Error(started.message);
  await finishAssessment(ctx, { org: world.org.slug, id: started.value.id });
}
