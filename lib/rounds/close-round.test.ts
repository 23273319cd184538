import { insertAnswer } from '@/db/answers';
import { auditOf } from '@/db/audit';
import { commit } from '@/db/commit';
import { anAnswer, aUser, aWorld } from '@/db/fixtures';
import { deleteMembership, insertMembership } from '@/db/orgs';
import { freshDb } from '@/db/testing';
import { insertUser } from '@/db/users';
import { finishAssessment } from '../assessments/finish-assessment';
import { closeRound } from './close-round';
import { remind } from './remind';
import { roundList, roundView } from './round-view';
import { anOpenRound, contextNow, SITE, worldWithUnit } from './testing';
import { watchRounds } from './watch-rounds';

const fresh = freshDb();

beforeAll(() => {
  process.env['NEXTAUTH_URL'] = SITE;
  process.env['NEXTAUTH_SECRET'] = 'only for this test, never anywhere else';
});

async function finishedOne() {
  const world = await worldWithUnit(fresh.db);
  const id = await anOpenRound(fresh.db, world, [world.team.slug, 'retail']);
  await commit(fresh.db, (tx) => [insertAnswer(tx, anAnswer(world))]);
  return { world, id };
}

const finish = async (world: Awaited<ReturnType<typeof worldWithUnit>>, minutes: number) =>
  finishAssessment(await contextNow(fresh.db, world, { minutes }), {
    org: world.org.slug,
    id: world.assessment.id,
  });

test('reminding keeps when, and gives one text for all and one mail a person', async () => {
  const { world, id } = await finishedOne();
  const reminded = await remind(
    await contextNow(fresh.db, world),
    { id, teams: [], state: 'unfinished' },
    SITE,
  );
  if (!reminded.ok) throw new Error(reminded.message);
  const { all, teams, mails, unknown } = reminded.value;
  expect(teams).toEqual(['Fraud', 'Cards', 'Loans']);
  expect(all.text).toContain(`${SITE}/${world.org.slug}/teams/cards`);
  expect(mails).toEqual([
    {
      to: world.user.email,
      subject: 'Q4 2026: please finish by 1 Dec 2026',
      text: expect.stringContaining('Fraud: answering, 1 of'),
      mailed: 'not configured',
    },
  ]);
  expect(mails[0]?.text).not.toContain('Cards');
  expect(unknown).toEqual(['Cards', 'Loans']);
  const view = await roundView(await contextNow(fresh.db, world), id);
  expect(view?.rows.map(({ remindedOn }) => remindedOn)).toEqual(['2026-10-01', '2026-10-01', '2026-10-01']);
});

test('one team or those that have not started are reminded alone; who has finished is never', async () => {
  const { world, id } = await finishedOne();
  const teams = async (input: { teams?: string[]; state?: 'not-started' }) => {
    const ctx = await contextNow(fresh.db, world);
    const result = await remind(ctx, { id, teams: [], state: 'unfinished', ...input }, SITE);
    return result.ok ? result.value.teams : result.code;
  };
  expect(await teams({ teams: ['loans'] })).toEqual(['Loans']);
  expect(await teams({ state: 'not-started' })).toEqual(['Cards', 'Loans']);
  await finish(world, 4);
  expect(await teams({ teams: [world.team.slug] })).toBe('invalid');
  expect(await teams({})).toEqual(['Cards', 'Loans']);
});

test('a closed round keeps who has not finished, also when they finish later', async () => {
  const { world, id } = await finishedOne();
  const closed = await closeRound(await contextNow(fresh.db, world, { minutes: 10 }), { id }, SITE);
  expect(closed).toMatchObject({ ok: true });
  await finish(world, 20);
  const view = await roundView(await contextNow(fresh.db, world, { minutes: 30 }), id);
  expect(view?.round).toMatchObject({ closedOn: '2026-10-01', closedBy: 'Ada', counts: { finished: 0 } });
  expect(view?.rows.map(({ name, state }) => [name, state.kind])).toEqual([
    ['Fraud', 'answering'],
    ['Cards', 'not-started'],
    ['Loans', 'not-started'],
  ]);
  expect(await auditOf(fresh.db, world.org.id, { limit: 9 })).toContainEqual(
    expect.objectContaining({ action: 'round.close', detail: { finished: 0, teams: 3 } }),
  );
});

test('what finishes before the round closes is in it, and stays in it', async () => {
  const { world, id } = await finishedOne();
  await finish(world, 9);
  await closeRound(await contextNow(fresh.db, world, { minutes: 10 }), { id }, SITE);
  expect(await roundList(await contextNow(fresh.db, world))).toMatchObject({
    open: [],
    closed: [{ counts: { finished: 1, teams: 3, 'not-started': 2 } }],
  });
});

test('of two who close a round at once one closes it, and nobody closes or reminds it again', async () => {
  const { world, id } = await finishedOne();
  const ctx = await contextNow(fresh.db, world);
  const both = await Promise.all([closeRound(ctx, { id }, SITE), closeRound(ctx, { id }, SITE)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await closeRound(ctx, { id }, SITE)).toMatchObject({ code: 'finished' });
  expect(await remind(ctx, { id, teams: [], state: 'unfinished' }, SITE)).toMatchObject({ code: 'finished' });
});

test('who finishes in the moment in which the round closes has finished in it', async () => {
  const { world, id } = await finishedOne();
  const [, closed] = await Promise.all([
    finish(world, 5),
    closeRound(await contextNow(fresh.db, world, { minutes: 5 }), { id }, SITE),
  ]);
  expect(closed).toMatchObject({ ok: true });
  const view = await roundView(await contextNow(fresh.db, world), id);
  expect(view?.rows[0]?.state).toMatchObject({ kind: 'finished' });
});

test('closing tells those who asked for it, and not those who left', async () => {
  const { world, id } = await finishedOne();
  const [viewer, gone] = [aUser({ name: 'Piet' }), aUser({ name: 'Gone' })];
  for (const user of [viewer, gone]) {
    await commit(fresh.db, (tx) => [
      insertUser(tx, user),
      insertMembership(tx, {
        ...{ orgId: world.org.id, userId: user.id },
        ...{ role: 'viewer', createdAt: user.createdAt },
      }),
    ]);
    const ctx = await contextNow(fresh.db, { ...world, user }, { role: 'viewer' });
    for (const on of ['yes', 'yes', 'no', 'yes'] as const) await watchRounds(ctx, { on });
    expect(await roundList(ctx)).toMatchObject({ watching: true });
  }
  await commit(fresh.db, (tx) => [deleteMembership(tx, { orgId: world.org.id, userId: gone.id })]);
  expect(await closeRound(await contextNow(fresh.db, world), { id }, SITE)).toMatchObject({
    value: {
      mailed: [{ to: viewer.email, mailed: 'not configured' }],
      mail: {
        subject: 'Q4 2026 is closed: 0 of 3 finished',
        text: expect.stringContaining('No team has finished an assessment yet.'),
      },
    },
  });
});

test('another organisation’s round is neither closed nor reminded', async () => {
  const [{ id }, other] = [await finishedOne(), await aWorld(fresh.db)];
  const ctx = await contextNow(fresh.db, other);
  expect(await closeRound(ctx, { id }, SITE)).toMatchObject({ code: 'not-found' });
  expect(await remind(ctx, { id, teams: [], state: 'unfinished' }, SITE)).toMatchObject({
    code: 'not-found',
  });
});
