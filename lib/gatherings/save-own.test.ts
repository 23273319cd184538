import { commit, exactlyOne } from '@/db/commit';
import { aWorld } from '@/db/fixtures';
import { answeredAlone, openedAnswersOf, ownAnswersBy } from '@/db/own-answers';
import { respondentOfUser, respondentsOf, upsertGuestLink } from '@/db/respondents';
import { NOON } from '@/db/fixtures';
import { whileAlone } from '@/db/gatherings';
import { freshDb } from '@/db/testing';
import { contextOf } from '../testing';
import { hashOfToken } from '../secret-token';
import { removeRespondent } from './change-respondents';
import { openGathering } from './open-gathering';
import { saveGuestAnswer, saveGuestAnswerInput } from './save-guest-answer';
import { saveOwnAnswer, saveOwnAnswerInput } from './save-own-answer';
import { aGuest, askContext, blindWorld, members, must, OWN, sayAlone, there } from './testing';

const fresh = freshDb();

test('what somebody says alone is stored under the version that it replaces, and the same again is no conflict', async () => {
  const { world, people } = await blindWorld(fresh.db, ['Ben']);
  const [ben] = people;
  expect(await sayAlone(fresh.db, world, there(ben))).toMatchObject({ ok: true, value: { version: 1 } });
  expect(await sayAlone(fresh.db, world, there(ben))).toMatchObject({ ok: true, value: { version: 1 } });
  expect(await sayAlone(fresh.db, world, there(ben), { seen: 1, note: 'later' })).toMatchObject({
    value: { version: 2 },
  });
});

test('the second tab of one person is shown both answers, and nothing is overwritten', async () => {
  const { world, people } = await blindWorld(fresh.db, ['Ben']);
  const [ben] = people;
  await sayAlone(fresh.db, world, there(ben), { note: 'first tab' });
  expect(
    await sayAlone(fresh.db, world, there(ben), { choice: { rung: 4 }, note: 'second tab' }),
  ).toMatchObject({
    ...{ ok: false, code: 'conflict' },
    detail: { value: { rung: 2 }, note: 'first tab', version: 1, byYou: true },
  });
});

test('two tabs that send at the same moment lose nothing: one is told', async () => {
  const { world, people } = await blindWorld(fresh.db, ['Ben']);
  const said = await Promise.all(
    ['one', 'two'].map((note) => sayAlone(fresh.db, world, there(people[0]), { note })),
  );
  expect(said.filter(({ ok }) => ok)).toHaveLength(1);
  expect(said.find(({ ok }) => !ok)).toMatchObject({ code: 'conflict', detail: { version: 1 } });
});

test('200 respondents who save at once lose no answer', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `Person ${index}`);
  const { world, people } = await blindWorld(fresh.db, names);
  const said = await Promise.all(
    people.map((user, index) => sayAlone(fresh.db, world, user, { note: `note ${index}` })),
  );
  expect(said.filter(({ ok }) => !ok)).toEqual([]);
  expect(await answeredAlone(fresh.db, world.org.id, world.assessment.id)).toHaveLength(200);
  must(await openGathering(askContext(fresh.db, world), { id: world.assessment.id }));
  const notes = (await openedAnswersOf(fresh.db, world.org.id, world.assessment.id)).map(({ note }) => note);
  expect(new Set(notes)).toEqual(new Set(names.map((_, index) => `note ${index}`)));
}, 60_000);

test('who is asked no more is told so, and what they answered is kept and not counted', async () => {
  const { world, people } = await blindWorld(fresh.db, ['Ben', 'Cara']);
  const [ben, cara] = people;
  const { id } = world.assessment;
  await sayAlone(fresh.db, world, there(ben), { note: 'of Ben' });
  await sayAlone(fresh.db, world, there(cara), { note: 'of Cara' });
  const of = await respondentOfUser(fresh.db, world.org.id, { assessmentId: id, userId: there(ben).id });
  must(await removeRespondent(askContext(fresh.db, world), { id, respondent: there(of).id }));
  expect(await sayAlone(fresh.db, world, there(ben), { seen: 1, choice: { rung: 4 } })).toMatchObject({
    ...{ ok: false, code: 'finished', message: 'You are no longer asked.' },
  });
  expect(
    await ownAnswersBy(fresh.db, world.org.id, { respondentId: there(of).id, userId: there(ben).id }),
  ).toMatchObject([{ value: { rung: 2 }, note: 'of Ben' }]);
  must(await openGathering(askContext(fresh.db, world), { id }));
  expect(await openedAnswersOf(fresh.db, world.org.id, id)).toMatchObject([{ note: 'of Cara' }]);
});

test('of two facilitators who open at once one succeeds, the other is told, and nobody writes after it', async () => {
  const { world, people } = await blindWorld(fresh.db, ['Ben']);
  const { id } = world.assessment;
  await sayAlone(fresh.db, world, there(people[0]));
  const opened = await Promise.all([1, 2].map(() => openGathering(askContext(fresh.db, world), { id })));
  expect(opened.filter(({ ok }) => ok)).toHaveLength(1);
  expect(opened.find(({ ok }) => !ok)).toMatchObject({
    ...{ code: 'conflict', message: expect.stringMatching(/open/) },
  });
  expect(await sayAlone(fresh.db, world, there(people[0]), { seen: 1 })).toMatchObject({
    ...{ ok: false, code: 'finished', message: expect.stringMatching(/^The answers are opened/) },
  });
  const late = commit(fresh.db, (tx) => [
    exactlyOne(whileAlone(tx, { orgId: world.org.id, assessmentId: id }), () => new Error('too late')),
  ]);
  await expect(late).rejects.toThrow('too late');
});

test('an opening and answers at the same moment leave either an answer that is opened or one that is refused', async () => {
  const { world, people } = await blindWorld(fresh.db, ['Ada', 'Ben', 'Cara', 'Dan', 'Eva']);
  const { id } = world.assessment;
  await sayAlone(fresh.db, world, there(people[0]));
  const [said] = await Promise.all([
    Promise.all(people.map((user) => sayAlone(fresh.db, world, user, {}, 'model-registry'))),
    openGathering(askContext(fresh.db, world), { id }),
  ]);
  const opened = await openedAnswersOf(fresh.db, world.org.id, id);
  expect(opened.filter(({ capability }) => capability === 'model-registry')).toHaveLength(
    said.filter(({ ok }) => ok).length,
  );
});

test('nobody answers as somebody else, and who is not asked answers nothing', async () => {
  const { world, people } = await blindWorld(fresh.db, ['Ben', 'Cara']);
  const [ben, cara] = people;
  const { id } = world.assessment;
  const of = await respondentOfUser(fresh.db, world.org.id, { assessmentId: id, userId: there(ben).id });
  const body = { org: world.org.slug, ...OWN, as: there(of).id };
  for (const user of [there(cara), world.user])
    expect(
      await saveOwnAnswer(contextOf(fresh.db, { ...world, user }), { id, capability: 'rollback', body }),
    ).toMatchObject({ ok: false, code: 'signed-out' });
  const [dan] = await members(fresh.db, world, ['Dan']);
  expect(await sayAlone(fresh.db, world, there(dan))).toMatchObject({ ok: false, code: 'not-found' });
  expect(await answeredAlone(fresh.db, world.org.id, id)).toEqual([]);
});

test('a forged rung, an unknown capability and a not-applicable that is not allowed are refused in words', async () => {
  const { world, people } = await blindWorld(fresh.db, ['Ben']);
  const body = { org: 'x', ...OWN, as: 'y' };
  for (const choice of [
    { rung: 5 },
    { rung: -1 },
    { rung: 1.5 },
    { rung: '2' },
    'three',
    { rung: 2, more: 1 },
  ]) {
    const sent = { ...body, choice };
    expect(saveOwnAnswerInput.safeParse({ id: 'a', capability: 'rollback', body: sent }).success).toBe(false);
    expect(saveGuestAnswerInput.safeParse({ token: 'a', capability: 'b', body: sent }).success).toBe(false);
  }
  expect(await sayAlone(fresh.db, world, there(people[0]), {}, 'made-up')).toMatchObject({
    ...{ ok: false, code: 'not-found', message: 'There is no capability made-up.' },
  });
  const excluded = { choice: { notApplicable: true as const, reason: 'no' } };
  expect(await sayAlone(fresh.db, world, there(people[0]), excluded, 'roles-and-ownership')).toMatchObject({
    ...{ ok: false, code: 'invalid' },
  });
});

test('a guest answers by the link alone, in the assessment that it is for, and under no other name', async () => {
  const { world } = await blindWorld(fresh.db, []);
  const other = await blindWorld(fresh.db, []);
  const [token, theirs] = [await aGuest(fresh.db, world), await aGuest(fresh.db, other.world, 'Olga')];
  const [grace] = await respondentsOf(fresh.db, world.org.id, world.assessment.id);
  const ctx = contextOf(fresh.db, world);
  const send = (by: string, as: string) =>
    saveGuestAnswer(ctx, { token: by, capability: 'rollback', body: { org: '', ...OWN, as } });
  expect(await send(token, there(grace).id)).toMatchObject({ ok: true, value: { version: 1 } });
  expect(await send(theirs, there(grace).id)).toMatchObject({ ok: false, code: 'invalid' });
  expect(await send('made-up', there(grace).id)).toMatchObject({ ok: false, code: 'not-found' });
  expect(await answeredAlone(fresh.db, other.world.org.id, other.world.assessment.id)).toEqual([]);
  await commit(fresh.db, (tx) => [
    upsertGuestLink(tx, {
      ...{ orgId: world.org.id, respondentId: there(grace).id, tokenHash: hashOfToken(token) },
      ...{ createdAt: NOON, expiresAt: NOON },
    }),
  ]);
  expect(await send(token, there(grace).id)).toMatchObject({
    ok: false,
    message: expect.stringMatching(/expired/),
  });
});

test('nothing is answered alone where everybody answers together', async () => {
  const world = await aWorld(fresh.db);
  expect(await sayAlone(fresh.db, world, world.user)).toMatchObject({ ok: false, code: 'not-found' });
});
