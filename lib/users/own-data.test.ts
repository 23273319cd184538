import './testing';
import { insertAnswer } from '@/db/answers';
import { commit } from '@/db/commit';
import { aTeam, aUser, aWorld, anAnswer, minutesLater } from '@/db/fixtures';
import { deleteMembership } from '@/db/orgs';
import { insertEvidenceRequest } from '@/db/evidence-requests';
import { insertPastAnswer } from '@/db/past-answers';
import { insertSession } from '@/db/sessions';
import { insertTeam } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { insertUser } from '@/db/users';
import { contextOf } from '../testing';
import { ownData } from './own-data';

const fresh = freshDb();

async function dataOf(world: Awaited<ReturnType<typeof aWorld>>) {
  const result = await ownData(contextOf(fresh.db, world));
  if (!result.ok) throw new Error(result.message);
  return { json: result.value.json, data: JSON.parse(result.value.json) as Record<string, unknown> };
}

test('a person gets what is kept about them, and nothing of another, nothing that opens anything', async () => {
  const world = await aWorld(fresh.db);
  const other = await aWorld(fresh.db);
  const stranger = aUser({ name: 'Somebody else' });
  await commit(fresh.db, (tx) => [
    insertUser(tx, stranger),
    insertTeam(tx, aTeam(world.org, { name: 'Not theirs' })),
    insertSession(tx, {
      ...{ id: 'secret session', userId: world.user.id, userAgent: 'Firefox' },
      ...{ createdAt: minutesLater(0), expiresAt: minutesLater(60) },
    }),
    insertAnswer(tx, anAnswer(world, { note: 'my words' })),
    insertAnswer(tx, anAnswer(world, { capability: 'drift', note: 'not mine', updatedBy: stranger.id })),
    insertAnswer(tx, anAnswer(other, { note: 'of another' })),
    insertPastAnswer(tx, { ...anAnswer(world, { note: 'my words before' }), version: 1 }),
    insertPastAnswer(tx, { ...anAnswer(world, { note: 'not mine', updatedBy: stranger.id }), version: 2 }),
  ]);
  const { data, json } = await dataOf(world);
  expect(data).toMatchObject({
    account: { id: world.user.id, email: world.user.email, secondFactorSince: null },
    sessions: [{ userAgent: 'Firefox' }],
    memberships: [{ organisation: 'Harbour', role: 'owner', teams: [], mailsWhenARoundCloses: false }],
    answers: [
      {
        ...{ organisation: 'Harbour', team: 'Fraud', assessment: 'Autumn', capability: 'rollback' },
        ...{ value: { rung: 2 }, note: 'my words' },
      },
    ],
    replacedAnswers: [{ organisation: 'Harbour', capability: 'rollback', note: 'my words before' }],
    statements: [],
  });
  for (const foreign of [
    'not mine',
    'of another',
    'Somebody else',
    'Not theirs',
    'secret session',
    'password',
  ])
    expect(json).not.toContain(foreign);
});

test('where one was asked for evidence or asked for it stands there, with the note while one is a member', async () => {
  const world = await aWorld(fresh.db);
  const other = aUser({ name: 'Somebody else' });
  const request = (id: string, askedOf: string, askedBy: string) => ({
    ...{ id: `${id}-${world.org.id}`, orgId: world.org.id, assessmentId: world.assessment.id },
    ...{ capability: 'rollback', askedOf, askedBy, askedAt: minutesLater(1), note: `note ${id}` },
  });
  await commit(fresh.db, (tx) => [
    insertUser(tx, other),
    insertEvidenceRequest(tx, request('one', world.user.id, other.id)),
    insertEvidenceRequest(tx, request('two', other.id, world.user.id)),
    insertEvidenceRequest(tx, request('three', other.id, other.id)),
  ]);
  const { data, json } = await dataOf(world);
  const where = { organisation: 'Harbour', team: 'Fraud', assessment: 'Autumn', capability: 'rollback' };
  expect(data['evidenceRequests']).toHaveLength(2);
  expect(data['evidenceRequests']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ ...where, asked: 'of you', note: 'note one', endedAt: null }),
      expect.objectContaining({ ...where, asked: 'by you', note: 'note two' }),
    ]),
  );
  expect(json).not.toContain('Somebody else');
  await commit(fresh.db, (tx) => [deleteMembership(tx, { orgId: world.org.id, userId: world.user.id })]);
  expect((await dataOf(world)).json).not.toMatch(/note one|note two/);
});

test('of what somebody answered in an organisation that they left stand place and time alone', async () => {
  const world = await aWorld(fresh.db);
  await commit(fresh.db, (tx) => [
    insertAnswer(tx, anAnswer(world, { note: 'my words' })),
    insertPastAnswer(tx, { ...anAnswer(world, { note: 'my words before' }), version: 1 }),
    deleteMembership(tx, { orgId: world.org.id, userId: world.user.id }),
  ]);
  const { data, json } = await dataOf(world);
  expect(data).toMatchObject({ memberships: [], answers: [{ capability: 'rollback', team: 'Fraud' }] });
  expect(json).not.toContain('my words');
});
