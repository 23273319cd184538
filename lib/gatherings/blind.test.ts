import { auditOf } from '@/db/audit';
import { openedAnswersOf, ownAnswersBy } from '@/db/own-answers';
import { respondentsOf } from '@/db/respondents';
import type { User } from '@/db/schema/people';
import { freshDb } from '@/db/testing';
import { unzipSync } from 'fflate';
import { answeringView } from '../assessments/answering-view';
import { exportAssessment } from '../assessments/export-assessment';
import { finishAssessment } from '../assessments/finish-assessment';
import { loadAssessment } from '../assessments/load-assessment';
import { reportFrom } from '../assessments/report-of';
import { handInAssessment } from '../assessments/review-assessment';
import { saveAnswer } from '../assessments/save-answer';
import { stateCriterion } from '../assessments/state-criterion';
import { answerInput } from '../assessments/testing';
import { auditInput, readAudit } from '../audit/read-audit';
import { realContent } from '../domain/testing';
import { archiveOf } from '../moving/testing';
import { orgOverview } from '../orgs/org-overview';
import { waitingFor } from '../orgs/waiting-for';
import { teamHome } from '../teams/team-home';
import { contextOf } from '../testing';
import { ownData } from '../users/own-data';
import { beginAlone, endAlone } from './be-asked';
import { openGathering } from './open-gathering';
import { discussionOf } from './discussion-of';
import { guestView, interviewView, ownView } from './own-view';
import { peopleView, personView } from './people-view';
import { saveOwnAnswer } from './save-own-answer';
import { addInterview } from './change-respondents';
import { aGuest, askContext, blindWorld, must, OWN, sayAlone, there } from './testing';

const fresh = freshDb();
const content = realContent();
const SECRET = 'quillwort';

/** Ben, a guest and somebody who is interviewed have each said something that nobody else is to read. */
async function aSecretWorld(settings: { named?: boolean } = {}) {
  const { world, people } = await blindWorld(fresh.db, ['Ben', 'Cara', 'Dan'], settings);
  const [ben, cara, dan] = [there(people[0]), there(people[1]), there(people[2])];
  const { id } = world.assessment;
  const said = {
    note: SECRET,
    evidence: [{ title: SECRET }],
    choice: { notApplicable: true as const, reason: SECRET },
  };
  must(await sayAlone(fresh.db, world, ben, said, 'feature-store'));
  const recorder = contextOf(fresh.db, { ...world, user: dan }, { content });
  const { respondent } = must(await addInterview({ ...recorder }, { id, name: 'Ines' }));
  must(
    await saveOwnAnswer(recorder, {
      ...{ id, capability: 'feature-store' },
      body: { org: world.org.slug, ...OWN, ...said, as: respondent },
    }),
  );
  return { world, ben, cara, interviewed: respondent, other: await aGuest(fresh.db, world, 'Olga') };
}

type Secret = Awaited<ReturnType<typeof aSecretWorld>>;

/** Everything that shows something of an assessment, as the organisation's owner or another respondent reads it. */
async function everythingRead({ world, interviewed, other }: Secret, reader: User): Promise<string[]> {
  const { assessment, org } = world;
  const { id } = assessment;
  const member = contextOf(fresh.db, { ...world, user: reader }, { content });
  const ctx = { ...member, org };
  const person = { id: reader.id, name: reader.name };
  const loaded = there((await loadAssessment(ctx, id)) ?? undefined);
  const grants = [{ teamId: null, role: 'owner' as const }];
  const archive = unzipSync(await archiveOf(fresh.db, org.slug));
  const all: unknown[] = [
    [...loaded.answers.values(), ...loaded.statements.values(), loaded.assessment],
    await reportFrom(ctx, loaded, org.name),
    must(await exportAssessment(ctx, { id })).yaml,
    Object.values(archive).map((bytes) => Buffer.from(bytes).toString()),
    must(await ownData(ctx)).json,
    await auditOf(fresh.db, org.id, { limit: 1_000 }),
    await readAudit(ctx, auditInput.parse({ org: org.slug })),
    await peopleView(ctx, id),
    await personView(ctx, { id, respondent: interviewed }),
    await answeringView(ctx, { id, order: undefined, org, person }),
    await ownView(ctx, { id, org }),
    await interviewView(ctx, { id, org, respondent: interviewed }),
    await guestView(ctx, { token: other }),
    await teamHome(ctx, world.team.slug),
    await orgOverview(ctx, ['aws']),
    await waitingFor({ ctx, org, person: member.person, grants }),
    (await discussionOf(ctx, id)).ok,
    await openedAnswersOf(fresh.db, org.id, id),
    await Promise.all(
      (await respondentsOf(fresh.db, org.id, id)).flatMap(({ id: respondentId }) => [
        ownAnswersBy(fresh.db, org.id, { respondentId, userId: reader.id }),
      ]),
    ),
  ];
  return all.map((each) => JSON.stringify(each) ?? '');
}

test('until it is opened nobody but its author reads what somebody said alone: not the owner, not another respondent', async () => {
  const secret = await aSecretWorld();
  for (const reader of [secret.world.user, secret.cara]) {
    const read = await everythingRead(secret, reader);
    expect(read.filter((each) => each.includes(SECRET))).toEqual([]);
  }
});

test('its author reads it again: on the screen, and in what is downloaded of their own', async () => {
  const { world, ben } = await aSecretWorld();
  const ctx = contextOf(fresh.db, { ...world, user: ben }, { content });
  const own = await ownView(ctx, { id: world.assessment.id, org: world.org });
  expect(own?.view.answers['feature-store']).toMatchObject({ note: SECRET, by: 'you' });
  expect(must(await ownData(ctx)).json).toContain(SECRET);
});

test('while each answers alone nothing shared is answered, stated, handed in or finished', async () => {
  const { world, ben } = await aSecretWorld();
  const { id } = world.assessment;
  const ctx = { ...askContext(fresh.db, world), ...contextOf(fresh.db, world, { content }) };
  const sentence = expect.stringMatching(/^Everybody answers this assessment alone/);
  for (const refused of [
    await saveAnswer(ctx, answerInput(world)),
    await saveAnswer(contextOf(fresh.db, { ...world, user: ben }, { content }), answerInput(world)),
    await stateCriterion(ctx, { org: '', id, criterion: 'A2-ENV3', holds: 'no', note: '', seen: 0 }),
    await handInAssessment(ctx, { id }),
    await finishAssessment(ctx, { org: '', id }),
  ])
    expect(refused).toMatchObject({ ok: false, code: 'finished', message: sentence });
});

test('once it is opened facilitators alone read what each said, by name', async () => {
  const { world, ben } = await aSecretWorld();
  const { id } = world.assessment;
  const ctx = contextOf(fresh.db, world, { content });
  must(await openGathering(ctx, { id }));
  const { discussion } = must(await discussionOf(ctx, id));
  const said = discussion.items.flatMap(({ voices }) => voices);
  expect(new Set(said.filter(({ note }) => note?.includes(SECRET) === true).map(({ who }) => who))).toEqual(
    new Set(['Ben', 'Ines']),
  );
  const archive = unzipSync(await archiveOf(fresh.db, world.org.slug));
  expect(
    Object.values(archive)
      .map((bytes) => Buffer.from(bytes).toString())
      .join(),
  ).toContain(SECRET);
  const contributor = contextOf(fresh.db, { ...world, user: ben }, { role: 'contributor', content });
  expect(await discussionOf(contributor, id)).toMatchObject({ ok: false, code: 'forbidden' });
});

test('where no names were promised facilitators get numbers, and nothing by which a name could be found', async () => {
  const { world } = await aSecretWorld({ named: false });
  const { id } = world.assessment;
  const ctx = contextOf(fresh.db, world, { content });
  must(await openGathering(ctx, { id }));
  const { discussion } = must(await discussionOf(ctx, id));
  const said = discussion.items.flatMap(({ voices }) => voices);
  expect(said.filter(({ note }) => note?.includes(SECRET) === true)).toHaveLength(2);
  expect(said.every(({ who }) => /^respondent [1-5]$/.test(who))).toBe(true);
  const archive = unzipSync(await archiveOf(fresh.db, world.org.slug));
  expect(
    Object.values(archive)
      .map((bytes) => Buffer.from(bytes).toString())
      .join(),
  ).not.toContain(SECRET);
  const listed = await peopleView(ctx, id);
  expect(new Set(listed?.people.map(({ state }) => state))).toEqual(new Set(['not begun', 'answering']));
  const lines = await auditOf(fresh.db, world.org.id, { limit: 1_000 });
  const answered = lines.filter(({ action }) => action === 'assessment.answer-alone');
  expect(answered.map(({ actorId }) => actorId)).toEqual([null, null]);
  const told = JSON.stringify(discussion);
  for (const { id: respondent, name } of await respondentsOf(fresh.db, world.org.id, id)) {
    expect(told).not.toContain(respondent);
    expect(told).not.toContain(name);
  }
});

test('where no names were promised the log does not say who began, answered or was done, nor from where', async () => {
  const { world, ben, cara } = await aSecretWorld({ named: false });
  const { id } = world.assessment;
  const asked = await respondentsOf(fresh.db, world.org.id, id);
  const input = (name: string) => ({ id, respondent: there(asked.find((each) => each.name === name)).id });
  const place = { address: '192.0.2.7', device: 'Firefox on Linux' };
  const by = (user: User) => ({ ...contextOf(fresh.db, { ...world, user }, { content }), place });
  must(await beginAlone(by(cara), input('Cara')));
  must(await endAlone(by(ben), input('Ben')));
  const lines = await auditOf(fresh.db, world.org.id, { limit: 1_000 });
  const alone = lines.filter(({ action }) => action.endsWith('-alone'));
  expect(new Set(alone.map(({ action }) => action))).toEqual(
    new Set(['assessment.begin-alone', 'assessment.answer-alone', 'assessment.done-alone']),
  );
  expect(alone.filter(({ actorId, place }) => actorId !== null || place !== null)).toEqual([]);
});

test('who looks on while each answers alone sees the number of answers of each, and nothing else of them', async () => {
  const { world } = await aSecretWorld();
  const view = await peopleView(contextOf(fresh.db, world, { content }), world.assessment.id);
  expect(view?.people.map(({ name, state }) => [name, state])).toEqual([
    ['Ben', expect.stringMatching(/^1 of \d+ answered$/)],
    ['Cara', expect.stringMatching(/^not begun/)],
    ['Dan', expect.stringMatching(/^not begun/)],
    ['Ines', expect.stringMatching(/^1 of \d+ answered$/)],
    ['Olga', expect.stringMatching(/^not begun/)],
  ]);
});
