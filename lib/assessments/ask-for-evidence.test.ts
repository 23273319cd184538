import { answerOf } from '@/db/answers';
import { setFinished } from '@/db/assessments';
import { auditOf } from '@/db/audit';
import { commit, exactlyOne } from '@/db/commit';
import { openEvidenceRequestsOf } from '@/db/evidence-requests';
import { aTeam, aUser, aWorld, NOON, type World } from '@/db/fixtures';
import { deleteMembership, insertMembership, writeTeamRoles } from '@/db/orgs';
import type { User } from '@/db/schema/people';
import { insertTeam } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { insertUser } from '@/db/users';
import type { Membership } from '../auth/enter';
import { openGathering } from '../gatherings/open-gathering';
import { askContext, blindWorld, members, must, sayAlone, there } from '../gatherings/testing';
import { waitingFor } from '../orgs/waiting-for';
import { contextOf } from '../testing';
import { askForEvidence } from './ask-for-evidence';
import { endEvidenceRequest } from './end-evidence-request';
import { evidenceRequestsView } from './evidence-requests';
import { saveAnswer } from './save-answer';
import { answerInput } from './testing';

const fresh = freshDb();

/** Ada's world with Ben and Cleo, who may answer there. */
async function three() {
  const world = await aWorld(fresh.db);
  const [ben, cleo] = await members(fresh.db, world, ['Ben Adu', 'Cleo Ruiz']);
  if (ben === undefined || cleo === undefined) throw new Error('nobody there');
  return { world, ben, cleo };
}

const ask = (world: World, person: string, by: User = world.user, more: object = {}) =>
  askForEvidence(askContext(fresh.db, world, by), {
    ...{ id: world.assessment.id, capability: 'rollback', person, note: '' },
    ...more,
  });

const open = ({ org, assessment }: World) => openEvidenceRequestsOf(fresh.db, org.id, assessment.id);

const as = (world: World, user: User) => contextOf(fresh.db, { ...world, user }, { role: 'contributor' });

const end = (world: World, user: User, request: string) =>
  endEvidenceRequest(as(world, user), { id: world.assessment.id, request });

const linesOf = async ({ org }: World) =>
  (await auditOf(fresh.db, org.id, { limit: 100 })).map(({ action, detail }) => ({ action, detail }));

const membershipOf = (world: World, user: User) => {
  const ctx = as(world, user);
  return {
    ...{ ctx, org: world.org, person: ctx.person },
    grants: [{ teamId: null, role: 'contributor' as const }],
  } as unknown as Membership;
};

const waits = async (world: World, user: User) => (await waitingFor(membershipOf(world, user))).evidence;

const view = (world: World, user: User, capability = 'rollback') =>
  evidenceRequestsView(as(world, user), { id: world.assessment.id, capability });

test('who is asked finds it among what waits for them, with the note, and the log says on what and nothing more', async () => {
  const { world, ben } = await three();
  const asked = must(await ask(world, ben.id, world.user, { note: 'The log of a run.' }));
  expect(asked).toMatchObject({ name: 'Ben Adu', mailed: 'not configured' });
  expect(asked.text.text).toContain(
    `https://rungs.example/${world.org.slug}/assessments/${world.assessment.id}?at=rollback`,
  );
  expect(asked.text.text).toContain('The log of a run.');
  expect(await waits(world, ben)).toMatchObject([
    {
      title: 'Ada asks for evidence on Rollback in Fraud · Autumn',
      words: 'The log of a run.',
      href: `/${world.org.slug}/assessments/${world.assessment.id}?at=rollback&only=all#evidence`,
    },
  ]);
  expect(await waits(world, world.user)).toEqual([]);
  expect(await linesOf(world)).toEqual([
    { action: 'assessment.evidence-ask', detail: { capability: 'rollback' } },
  ]);
});

test('it ends with the first piece that the asked person adds to that answer, and with nothing else', async () => {
  const { world, ben, cleo } = await three();
  must(await ask(world, ben.id));
  must(await ask(world, cleo.id));
  must(await ask(world, ben.id, world.user, { capability: 'model-deployment' }));
  const page = { title: 'The run' };
  must(await saveAnswer(as(world, world.user), answerInput(world, { evidence: [page] })));
  must(await saveAnswer(as(world, ben), answerInput(world, { seen: 1, note: 'Yes.', evidence: [page] })));
  expect(await open(world)).toHaveLength(3);
  const more = [page, { title: 'Incident 7' }];
  must(await saveAnswer(as(world, ben), answerInput(world, { seen: 2, note: 'Yes.', evidence: more })));
  expect((await open(world)).map(({ capability, askedOf }) => [capability, askedOf])).toEqual(
    expect.arrayContaining([
      ['rollback', cleo.id],
      ['model-deployment', ben.id],
    ]),
  );
  expect(await open(world)).toHaveLength(2);
  expect((await linesOf(world)).map(({ action }) => action)).not.toContain('assessment.evidence-end');
  // What is ended may be asked again.
  must(await ask(world, ben.id));
  expect(await open(world)).toHaveLength(3);
});

test('evidence that is not stored ends nothing', async () => {
  const { world, ben } = await three();
  must(await saveAnswer(as(world, world.user), answerInput(world, {})));
  must(await ask(world, ben.id));
  const late = answerInput(world, { choice: { rung: 3 }, evidence: [{ title: 'The run' }] });
  expect(await saveAnswer(as(world, ben), late)).toMatchObject({ ok: false, code: 'conflict' });
  expect(await open(world)).toHaveLength(1);
});

test('of those who ask the same person at the same moment one asks, and the others hear that they are asked', async () => {
  const { world, ben, cleo } = await three();
  const results = await Promise.all([ask(world, ben.id), ask(world, ben.id, cleo), ask(world, ben.id)]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.filter(({ ok }) => !ok)).toMatchObject([{ code: 'conflict' }, { code: 'conflict' }]);
  expect(await open(world)).toHaveLength(1);
  expect(await linesOf(world)).toHaveLength(1);
});

test('who asked takes it back, who is asked says that there is none, a facilitator may, and nobody else', async () => {
  const { world, ben, cleo } = await three();
  const request = async (by: User) => {
    must(await ask(world, ben.id, by));
    return (await open(world))[0]?.id ?? '';
  };
  const first = await request(world.user);
  expect(await end(world, cleo, first)).toMatchObject({ ok: false, code: 'forbidden' });
  expect(await view(world, cleo)).toMatchObject({ open: [{ of: 'Ben Adu', mayEnd: false }] });
  must(await end(world, ben, first));
  expect(await end(world, ben, first)).toMatchObject({ ok: false, code: 'not-found' });
  must(await end(world, cleo, await request(cleo)));
  const last = { id: world.assessment.id, request: await request(cleo) };
  must(await endEvidenceRequest(contextOf(fresh.db, world, { role: 'facilitator' }), last));
  expect(await open(world)).toEqual([]);
  expect(await linesOf(world)).toContainEqual({ action: 'assessment.evidence-end', detail: {} });
});

test('only who may answer there is asked, not oneself, and only on a question of this assessment', async () => {
  const { world, ben } = await three();
  const [reader, elsewhere] = [aUser({ name: 'Reader' }), aUser({ name: 'Elsewhere' })];
  const other = aTeam(world.org);
  await commit(fresh.db, (tx) => [
    insertTeam(tx, other),
    ...[reader, elsewhere].flatMap((user) => [
      insertUser(tx, user),
      insertMembership(tx, {
        ...{ orgId: world.org.id, userId: user.id, createdAt: NOON },
        role: user === reader ? 'viewer' : null,
      }),
    ]),
    ...writeTeamRoles(tx, { orgId: world.org.id, userId: elsewhere.id }, [
      { teamId: other.id, role: 'contributor' },
    ]),
  ]);
  const stranger = (await aWorld(fresh.db)).user;
  for (const person of [reader.id, elsewhere.id, stranger.id, 'nobody', '', world.user.id])
    expect(await ask(world, person)).toMatchObject({ ok: false, code: 'invalid' });
  expect(await ask(world, ben.id, world.user, { capability: 'none' })).toMatchObject({ code: 'not-found' });
  expect(await open(world)).toEqual([]);
  expect((await view(world, world.user))?.others.map(({ name }) => name)).toEqual(['Ben Adu', 'Cleo Ruiz']);
});

test('in the name of another organisation nothing is asked, ended or shown', async () => {
  const { world, ben } = await three();
  const other = await aWorld(fresh.db);
  must(await ask(world, ben.id));
  const [request] = await open(world);
  const id = world.assessment.id;
  const [foreign, asker] = [contextOf(fresh.db, other), askContext(fresh.db, other)];
  const wanted = { id, capability: 'rollback', person: other.user.id, note: '' };
  expect(await askForEvidence(asker, wanted)).toMatchObject({ ok: false, code: 'not-found' });
  for (const there of [id, other.assessment.id]) {
    const ended = await endEvidenceRequest(foreign, { id: there, request: request?.id ?? '' });
    expect(ended).toMatchObject({ ok: false, code: 'not-found' });
  }
  expect(await evidenceRequestsView(foreign, { id, capability: 'rollback' })).toBeNull();
  expect(await open(world)).toHaveLength(1);
});

test('who is removed is somebody who left, whichever side they were on', async () => {
  const { world, ben, cleo } = await three();
  must(await ask(world, cleo.id, ben));
  const remove = (user: User) =>
    commit(fresh.db, (tx) => [deleteMembership(tx, { orgId: world.org.id, userId: user.id })]);
  await remove(ben);
  expect(await waits(world, cleo)).toMatchObject([
    { title: 'Somebody who left asks for evidence on Rollback in Fraud · Autumn' },
  ]);
  await remove(cleo);
  expect(await view(world, world.user)).toMatchObject({
    open: [{ of: 'somebody who left', by: 'somebody who left' }],
  });
});

test('nobody is asked while each answers alone, nor once it is finished; then nothing waits either', async () => {
  const { world: alone, people } = await blindWorld(fresh.db, ['Ben Adu']);
  const asked = there(people[0]);
  const ben = asked.id;
  expect(await ask(alone, ben)).toMatchObject({ ok: false, message: expect.stringContaining('alone') });
  must(await sayAlone(fresh.db, alone, asked));
  must(await openGathering(askContext(fresh.db, alone), { id: alone.assessment.id }));
  must(await ask(alone, ben));

  const { world, cleo } = await three();
  must(await ask(world, cleo.id));
  const { id, version } = world.assessment;
  const finished = { finishedAt: NOON, finishedBy: world.user.id };
  await commit(fresh.db, (tx) => [
    exactlyOne(
      setFinished(tx, { orgId: world.org.id, id, version: version + 1 }, finished),
      () => new Error('another version'),
    ),
  ]);
  expect(await ask(world, cleo.id)).toMatchObject({ ok: false, code: 'finished' });
  expect(await waits(world, cleo)).toEqual([]);
});

test('asking gets through while others answer', async () => {
  const { world, ben } = await three();
  const changes = ['rollback', 'model-deployment', 'drift'].map((capability) =>
    saveAnswer(as(world, world.user), answerInput(world, {}, capability)),
  );
  const [asked] = await Promise.all([ask(world, ben.id), ...changes]);
  expect(asked).toMatchObject({ ok: true });
  expect(await answerOf(fresh.db, world.org.id, world.assessment.id, 'rollback')).toBeDefined();
});
