import { assessmentById } from '@/db/assessments';
import { commit, exactlyOne } from '@/db/commit';
import { aWorld, type World } from '@/db/fixtures';
import { gatheringOf, setOpened, updateGathering, whileAlone } from '@/db/gatherings';
import { respondentOfUser, respondentsOf, tasksOf, type Asked } from '@/db/respondents';
import { insertOrigin } from '@/db/origins';
import { insertAssessment } from '@/db/assessments';
import { anAssessment, NOON } from '@/db/fixtures';
import type { User } from '@/db/schema/people';
import { freshDb } from '@/db/testing';
import { answeringView } from '../assessments/answering-view';
import { previousAnswers } from '../assessments/previous-answers';
import { saveAnswer } from '../assessments/save-answer';
import { answerInput, finishedWorld } from '../assessments/testing';
import { realContent } from '../domain/testing';
import { waitingFor } from '../orgs/waiting-for';
import { contextOf } from '../testing';
import { askGuest, newGuestLink } from './ask-guest';
import { askMembers } from './ask-members';
import { beginAsGuest, endAlone } from './be-asked';
import {
  addInterview,
  assignByRole,
  changeRespondent,
  giveTask,
  removeRespondent,
} from './change-respondents';
import { openGathering } from './open-gathering';
import { guestView, ownView } from './own-view';
import {
  guestAnswerByForm,
  guestAnswerFormInput,
  ownAnswerByForm,
  ownAnswerFormInput,
} from './own-answer-by-form';
import { peopleView } from './people-view';
import { remindRespondents } from './remind-respondents';
import { setGathering, setGatheringInput, settingsOf, settingsText } from './set-gathering';
import { aGuest, askContext, blindWorld, members, must, sayAlone, there } from './testing';

const fresh = freshDb();
const content = realContent();

const set = async (world: World, fields: Record<string, string>, seen?: string) => {
  const row = await gatheringOf(fresh.db, world.org.id, world.assessment.id);
  return setGathering(
    askContext(fresh.db, world),
    setGatheringInput.parse({
      ...{ org: world.org.slug, id: world.assessment.id, way: 'alone', dueOn: '' },
      ...{ seen: seen ?? settingsText(settingsOf(row)), ...fields },
    }),
  );
};

const respondent = async (world: World, { id: userId }: User): Promise<Asked> =>
  there(await respondentOfUser(fresh.db, world.org.id, { assessmentId: world.assessment.id, userId }));

test('the way changes until somebody has answered alone, and not after it, nor whether names are shown', async () => {
  const { world, people } = await blindWorld(fresh.db, ['Ben']);
  must(await set(world, { way: 'together' }));
  must(await set(world, { way: 'alone', named: 'no' }));
  must(await sayAlone(fresh.db, world, there(people[0])));
  expect(await set(world, { way: 'together' })).toMatchObject({
    ...{ ok: false, code: 'finished', message: expect.stringMatching(/told that nobody reads it/) },
  });
  expect(await set(world, { named: 'yes' })).toMatchObject({
    ...{ ok: false, message: expect.stringMatching(/whether their name is shown/) },
  });
  must(await set(world, { named: 'no', dueOn: '2027-03-31' }));
});

test('a setting that somebody else changed meanwhile is not overwritten', async () => {
  const world = await aWorld(fresh.db);
  const before = settingsText(settingsOf(undefined));
  must(await set(world, { dueOn: '2027-03-31' }, before));
  expect(await set(world, { way: 'together' }, before)).toMatchObject({ ok: false, code: 'conflict' });
});

test('each alone begins only where nothing is answered together', async () => {
  const world = await aWorld(fresh.db);
  must(await saveAnswer(contextOf(fresh.db, world, { content }), answerInput(world)));
  expect(await set(world, {})).toMatchObject({
    ...{ ok: false, code: 'invalid', message: expect.stringMatching(/^There are shared answers already/) },
  });
});

test('a day that is none, and a way that is none, are refused by name', () => {
  const fields = { org: 'a', id: 'b', way: 'alone', seen: '' };
  expect(setGatheringInput.safeParse({ ...fields, dueOn: '2027-02-30' }).success).toBe(false);
  expect(setGatheringInput.safeParse({ ...fields, way: 'aloud' }).success).toBe(false);
});

test('what is set, opened or written alone in the name of another organisation is missed', async () => {
  const [{ world }, other] = [await blindWorld(fresh.db, []), await aWorld(fresh.db)];
  const row = there(await gatheringOf(fresh.db, world.org.id, world.assessment.id));
  const foreign = { ...row, orgId: other.org.id };
  const stale = () => new Error('stale');
  for (const change of [
    () =>
      commit(fresh.db, (tx) => [
        exactlyOne(updateGathering(tx, foreign, { ...row, way: 'together' }), stale),
      ]),
    () => commit(fresh.db, (tx) => [exactlyOne(whileAlone(tx, foreign), stale)]),
    () =>
      commit(fresh.db, (tx) => [
        exactlyOne(setOpened(tx, { ...foreign, openedAt: NOON, openedBy: world.user.id }), stale),
      ]),
  ])
    await expect(change()).rejects.toThrow('stale');
});

test('members who may answer for the team are asked, once, and nobody else', async () => {
  const world = await aWorld(fresh.db);
  const [ben, cara] = await members(fresh.db, world, ['Ben', 'Cara']);
  const { id } = world.assessment;
  const ctx = askContext(fresh.db, world);
  const asked = must(await askMembers(ctx, { id, people: [there(ben).id, there(cara).id] }));
  expect(asked.people.map(({ name, mailed }) => [name, mailed])).toEqual([
    ['Ben', 'not configured'],
    ['Cara', 'not configured'],
  ]);
  expect(await askMembers(ctx, { id, people: [there(ben).id] })).toMatchObject({ ok: false });
  const elsewhere = (await aWorld(fresh.db)).user;
  expect(await askMembers(ctx, { id, people: [elsewhere.id] })).toMatchObject({ ok: false, code: 'invalid' });
  const of = await respondent(world, there(ben));
  must(await removeRespondent(ctx, { id, respondent: of.id }));
  must(await askMembers(ctx, { id, people: [there(ben).id] }));
  expect((await respondent(world, there(ben))).removedAt).toBeNull();
});

test('guests and interviews are of the way in which each answers alone', async () => {
  const world = await aWorld(fresh.db);
  const { id } = world.assessment;
  const ctx = askContext(fresh.db, world);
  expect(await askGuest(ctx, { id, name: 'Grace', email: 'g@example.net' })).toMatchObject({ ok: false });
  expect(await addInterview(ctx, { id, name: 'Ines' })).toMatchObject({ ok: false });
  must(await set(world, { guests: 'yes' }));
  must(await askGuest(ctx, { id, name: 'Grace', email: 'G@example.net' }));
  expect(await askGuest(ctx, { id, name: 'Grace', email: 'g@example.net' })).toMatchObject({
    fields: { email: 'Is asked already.' },
  });
  must(await addInterview(ctx, { id, name: 'Ines' }));
  expect(await set(world, { way: 'together', guests: 'yes' })).toMatchObject({
    message: expect.stringMatching(/^Guests and people who are interviewed answer alone/),
  });
});

test('looking at a guest’s link changes nothing, beginning is pressed, and a new link ends the one before', async () => {
  const { world } = await blindWorld(fresh.db, []);
  const token = await aGuest(fresh.db, world);
  const ctx = contextOf(fresh.db, world, { content });
  const before = await respondentsOf(fresh.db, world.org.id, world.assessment.id);
  const looked = await guestView(ctx, { token });
  expect(looked).toMatchObject({ begun: false, view: { org: { slug: '', name: '' }, team: { slug: '' } } });
  expect(JSON.stringify(looked)).not.toContain(world.org.slug);
  expect(JSON.stringify(looked)).not.toContain(world.org.name);
  expect(await respondentsOf(fresh.db, world.org.id, world.assessment.id)).toEqual(before);
  must(await beginAsGuest(ctx, { token }));
  expect(await guestView(ctx, { token })).toMatchObject({ begun: true });
  const grace = there(before[0]);
  const renewed = must(
    await newGuestLink(askContext(fresh.db, world), { id: world.assessment.id, respondent: grace.id }),
  );
  expect(await guestView(ctx, { token })).toBe('unknown');
  const again = there(renewed.link?.split('/').at(-1));
  expect(await guestView(ctx, { token: again })).toMatchObject({ begun: true });
  must(
    await removeRespondent(askContext(fresh.db, world), { id: world.assessment.id, respondent: grace.id }),
  );
  expect(await guestView(ctx, { token: again })).toBe('removed');
});

test('a guest’s link that has expired, or is of what is opened, says which', async () => {
  const { world, people } = await blindWorld(fresh.db, ['Ben']);
  const token = await aGuest(fresh.db, world);
  expect(await guestView(contextOf(fresh.db, world, { content, minutes: 31 * 1_440 }), { token })).toBe(
    'expired',
  );
  must(await sayAlone(fresh.db, world, there(people[0])));
  must(await openGathering(askContext(fresh.db, world), { id: world.assessment.id }));
  expect(await guestView(contextOf(fresh.db, world, { content }), { token })).toBe('opened');
});

test('a browser without scripts answers by form, as a member and as a guest, and goes on to the next question', async () => {
  const { world, people } = await blindWorld(fresh.db, ['Ben']);
  const ben = there(people[0]);
  const form = { id: world.assessment.id, org: world.org.slug, capability: 'source-control', seen: '0' };
  const fields = { ...form, choice: '3', note: 'mine', respondent: (await respondent(world, ben)).id };
  const ctx = contextOf(fresh.db, { ...world, user: ben }, { content });
  expect(must(await ownAnswerByForm(ctx, ownAnswerFormInput.parse(fields)))).toMatch(/^\?at=/);
  const own = await ownView(ctx, { id: world.assessment.id, org: world.org });
  expect(own?.view.answers['source-control']).toMatchObject({ choice: { rung: 3 }, note: 'mine' });
  const token = await aGuest(fresh.db, world);
  const guests = guestAnswerFormInput.parse({ ...form, choice: 'd', token });
  expect(must(await guestAnswerByForm(ctx, guests))).toMatch(/^\?at=/);
});

test('each capability goes to who has its lead role, and who has none of them is asked for all', async () => {
  const { world, people } = await blindWorld(fresh.db, ['Ben', 'Cara']);
  const { id } = world.assessment;
  const ctx = { ...askContext(fresh.db, world), content };
  expect(await assignByRole(ctx, { id })).toMatchObject({ ok: false, code: 'invalid' });
  const ben = await respondent(world, there(people[0]));
  must(
    await changeRespondent(ctx, {
      ...{ id, respondent: ben.id, roles: ['ml-engineer'], tasks: [], seen: ben.version },
    }),
  );
  const assigned = must(await assignByRole(ctx, { id }));
  const tasks = await tasksOf(fresh.db, world.org.id, id);
  expect(tasks.length).toBe(assigned.given);
  const led = content.capabilities.filter(({ roles }) => roles.lead.includes('ml-engineer'));
  expect(tasks.every(({ capability }) => led.some((each) => each.id === capability))).toBe(true);
  const view = await peopleView(ctx, id);
  expect(view?.people.map(({ questions }) => questions)).toEqual([
    assigned.given,
    assigned.given + assigned.nobody.length,
  ]);
});

test('a task is given to somebody else by whom it is of, and not the last one', async () => {
  const { world, people } = await blindWorld(fresh.db, ['Ben', 'Cara']);
  const { id } = world.assessment;
  const facilitator = { ...askContext(fresh.db, world), content };
  const [ben, cara] = [there(people[0]), there(people[1])];
  for (const [user, tasks] of [
    [ben, ['source-control', 'rollback']],
    [cara, ['drift-detection']],
  ] as const) {
    const { id: of, version: seen } = await respondent(world, user);
    must(await changeRespondent(facilitator, { id, respondent: of, roles: [], tasks: [...tasks], seen }));
  }
  const ctx = contextOf(fresh.db, { ...world, user: ben }, { role: 'contributor', content });
  const to = (await respondent(world, cara)).id;
  expect(await giveTask(ctx, { id, capability: 'drift-detection', to })).toMatchObject({ ok: false });
  expect(must(await giveTask(ctx, { id, capability: 'source-control', to }))).toEqual({ to: 'Cara' });
  expect(await giveTask(ctx, { id, capability: 'rollback', to })).toMatchObject({
    message: expect.stringMatching(/^It is the last question/),
  });
  const given = (await tasksOf(fresh.db, world.org.id, id)).filter(({ respondentId }) => respondentId === to);
  expect(new Set(given.map(({ capability }) => capability))).toEqual(
    new Set(['drift-detection', 'source-control']),
  );
});

test('one’s own questions can be asked alone where everybody answers together, and count as answered whoever did', async () => {
  const world = await aWorld(fresh.db);
  const [ben] = await members(fresh.db, world, ['Ben']);
  const { id } = world.assessment;
  const ctx = { ...askContext(fresh.db, world), content };
  must(await askMembers(ctx, { id, people: [there(ben).id] }));
  const { id: of, version: seen } = await respondent(world, there(ben));
  must(await changeRespondent(ctx, { id, respondent: of, roles: [], tasks: ['rollback'], seen }));
  const his = contextOf(fresh.db, { ...world, user: there(ben) }, { role: 'contributor', content });
  const asking = { id, order: undefined, org: world.org, person: { id: there(ben).id, name: 'Ben' } };
  const groups = async (only: 'mine' | 'all') =>
    (await answeringView(his, { ...asking, only }))?.groups.flatMap(({ capabilities }) => capabilities);
  expect(await groups('mine')).toEqual(['rollback']);
  expect((await groups('all'))?.length).toBeGreaterThan(1);
  must(await saveAnswer(ctx, answerInput(world)));
  expect((await peopleView(ctx, id))?.people).toMatchObject([{ state: 'done, 1 of 1 answered', done: true }]);
});

test('who is not done is reminded once a day, and who is done is left alone', async () => {
  const { world, people } = await blindWorld(fresh.db, ['Ben', 'Cara']);
  const { id } = world.assessment;
  const ctx = { ...askContext(fresh.db, world), content };
  const ben = await respondent(world, there(people[0]));
  must(
    await endAlone(contextOf(fresh.db, { ...world, user: there(people[0]) }, { content }), {
      ...{ id, respondent: ben.id },
    }),
  );
  const reminded = must(await remindRespondents(ctx, { id, respondents: [] }));
  expect(reminded.reminded.map(({ name }) => name)).toEqual(['Cara']);
  expect(reminded.text.text).toContain(`/${world.org.slug}/assessments/${id}`);
  expect(await remindRespondents(ctx, { id, respondents: [] })).toMatchObject({
    message: expect.stringMatching(/^They were reminded today already/),
  });
  const tomorrow = { ...ctx, now: new Date(ctx.now.getTime() + 86_400_000) };
  expect((await remindRespondents(tomorrow, { id, respondents: [] })).ok).toBe(true);
});

test('what waits for somebody names where they are asked, until they are done', async () => {
  const { world, people } = await blindWorld(fresh.db, ['Ben']);
  const ben = there(people[0]);
  const grants = [{ teamId: null, role: 'contributor' as const }];
  const waiting = () => {
    const ctx = contextOf(fresh.db, { ...world, user: ben }, { role: 'contributor', content });
    return waitingFor({ ctx, org: world.org, person: ctx.person, grants });
  };
  expect(await waiting()).toMatchObject({
    asked: [{ title: 'Autumn of Fraud', words: expect.stringMatching(/alone: not begun/) }],
    answer: [],
  });
  const ctx = contextOf(fresh.db, { ...world, user: ben }, { role: 'contributor', content });
  must(await endAlone(ctx, { id: world.assessment.id, respondent: (await respondent(world, ben)).id }));
  expect(await waiting()).toMatchObject({ asked: [], answer: [] });
});

test('a round that each answers alone shows nobody what was said last time', async () => {
  const world = await finishedWorld(fresh.db);
  const round = anAssessment(world.team, world.user);
  await commit(fresh.db, (tx) => [
    insertAssessment(tx, round),
    insertOrigin(tx, {
      ...{ assessmentId: round.id, orgId: world.org.id, fromId: world.assessment.id, kind: 'round' },
    }),
  ]);
  const ctx = contextOf(fresh.db, world, { content });
  expect(await previousAnswers(ctx, round.id, content)).not.toBeNull();
  must(await set({ ...world, assessment: round }, {}));
  expect(await previousAnswers(ctx, round.id, content)).toBeNull();
  expect((await assessmentById(fresh.db, world.org.id, round.id))?.status).toBe('draft');
});
