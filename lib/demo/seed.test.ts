import { assessmentsOfOrg } from '@/db/assessments';
import { isUniqueViolation } from '@/db/errors';
import { draftsOf, scoreOf } from '@/db/scores';
import { freshDb } from '@/db/testing';
import { userByEmail } from '@/db/users';
import { loadAssessment } from '../assessments/load-assessment';
import { brandsFor } from '../brands/brands-for';
import { readLogo } from '../brands/read-logo';
import type { ActorContext } from '../context';
import { readableAccent } from '../domain/brand';
import { scoringBasis } from '../domain/requirements';
import { score } from '../domain/score';
import { storedScore } from '../domain/stored-score';
import { MODEL_IDS } from '../domain/vocabulary';
import { listDecisions } from '../decisions/list-decisions';
import { orgOverview } from '../orgs/org-overview';
import { phrasesFor } from '../phrases/list-phrases';
import { planOf } from '../plans/plan-of-team';
import { plansOf } from '../plans/plans-of';
import { teamHome } from '../teams/team-home';
import { roundList, roundView } from '../rounds/round-view';
import { contextOf } from '../testing';
import { examples } from './examples';
import { PEOPLE } from './people';
import { seedDemo } from './seed';

const fresh = freshDb();

/** The demo as `npm run demo` fills it, seen by one of its people in one of its organisations. */
async function seeded(person: string, org: string): Promise<ActorContext> {
  const empty = contextOf(fresh.db, { user: { id: person }, org: { id: org } }, { role: 'viewer' });
  await seedDemo(empty, examples(empty.content));
  return empty;
}

async function seededAt(now: Date): Promise<ActorContext> {
  const empty = contextOf(fresh.db, { user: { id: 'ben' }, org: { id: 'harbour-bank' } });
  await seedDemo({ ...empty, now }, examples(empty.content));
  return empty;
}

test('the executive’s page has 24 teams, 21 of them finished, and movement over the quarters', async () => {
  const { scorecard, teams, waiting } = await orgOverview(await seeded('piet', 'harbour-bank'), MODEL_IDS);
  expect(teams).toBe(24);
  expect(scorecard.teams).toBe(21);
  expect(waiting.count).toBe(3);
  expect(scorecard.movement?.met).toBeGreaterThan(20);
  expect(scorecard.heat.rows).toHaveLength(4);
  expect(scorecard.trend.map(({ quarter }) => quarter)).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']);
});

test.each([
  ['before the story begins', '2026-11-21T09:00:00Z'],
  ['on the day of the story', '2027-01-20T09:00:00Z'],
])(
  'most teams follow a plan, some of which are late, and two proposals of the plans are decisions: %s',
  async (_when, now) => {
    const ctx = { ...(await seeded('noor', 'harbour-bank')), now: new Date(now) };
    const { takes } = await orgOverview(ctx, MODEL_IDS);
    expect(takes).toMatchObject({ plans: 17, of: 24, silent: 0 });
    expect(takes.paces).toEqual({ 'on-time': 11, late: 4, 'not-started': 2 });
    expect(takes.short.map(({ title }) => title)).toEqual(['ML engineer']);
    const { open, proposed } = await listDecisions(ctx);
    expect(open.map(({ source }) => source)).toEqual(['role:ml-engineer', 'tool:model-registry']);
    for (const { waitingTeams } of open) expect(waitingTeams.length).toBeGreaterThan(8);
    expect(proposed.length).toBeGreaterThan(1);
  },
);

test('one team has a plan that it chose from two scenarios, and some of its steps are done', async () => {
  const ctx = await seeded('ana', 'harbour-bank');
  const loaded = await loadAssessment(ctx, 'fraud-scoring-q4-2026');
  if (loaded === null) throw new Error('no assessment');
  const { scenarios, plan } = (await plansOf(ctx, loaded, undefined)) ?? {};
  expect(scenarios?.map(({ name }) => name)).toEqual(['With one more ML engineer', 'With the present team']);
  expect(plan?.input).toEqual(scenarios?.[1]?.input);
  const followed = await planOf(ctx, 'fraud-scoring');
  const states = new Set(followed?.state.steps.map(({ state }) => state));
  for (const state of ['accepted', 'to-accept', 'in-progress', 'planned']) expect(states).toContain(state);
});

test('every stored score is what its answers give, and drafts have none', async () => {
  const seen = await seeded('piet', 'harbour-bank');
  for (const org of ['harbour-bank', 'public-projects']) {
    const ctx = { ...seen, actor: { ...seen.actor, orgId: org } };
    const rows = await assessmentsOfOrg(fresh.db, org);
    expect(rows.length).toBeGreaterThan(4);
    for (const { id, status } of rows) {
      const loaded = await loadAssessment(ctx, id);
      if (loaded === null) throw new Error(`no ${id}`);
      const { questionnaires, answers, statements } = loaded.assessment;
      const basis = scoringBasis(ctx.content, questionnaires);
      expect((await scoreOf(fresh.db, org, id))?.summary).toEqual(
        status === 'draft' ? undefined : storedScore(ctx.content, score(basis, answers, statements)),
      );
    }
  }
});

test('one team’s next quarter is half answered, and it is Ana’s', async () => {
  const ctx = await seeded('ana', 'harbour-bank');
  expect(await draftsOf(fresh.db, 'harbour-bank')).toContainEqual({ teamId: 'fraud-scoring', drafts: 1 });
  const home = await teamHome(ctx, 'fraud-scoring');
  expect(home?.assessments.map(({ status }) => status)).toEqual([
    'draft',
    ...Array.from({ length: 4 }, () => 'finished'),
  ]);
  const answered = home?.assessments[0]?.answered ?? 0;
  expect(answered).toBeGreaterThan(10);
  expect(answered).toBeLessThan(33);
});

test.each([
  ['in the story', '2027-01-20T09:00:00Z'],
  ['while the clock is behind it', '2026-11-21T09:00:00Z'],
])(
  'a round asks twelve teams, three of which are answering, and last quarter’s is closed: %s',
  async (_when, now) => {
    const ctx = { ...(await seededAt(new Date(now))), now: new Date(now) };
    const { open, closed } = await roundList(ctx);
    expect(open).toMatchObject([
      {
        ...{ title: 'Q1 2027', dueOn: '2027-03-31', overdue: false },
        counts: { teams: 12, finished: 0, answering: 3, 'not-started': 9 },
      },
    ]);
    expect(closed).toMatchObject([{ title: 'Q4 2026', counts: { teams: 24, finished: 21, answering: 1 } }]);
    const rows = (await roundView(ctx, 'q1-2027', { filter: 'answering' }))?.rows ?? [];
    expect(rows.map(({ slug, state }) => [slug, 'idle' in state && state.idle])).toEqual([
      ['document-reading', true],
      ['collections', false],
      ['fraud-scoring', false],
    ]);
  },
);

test('the public projects are as in their files, each answer with its proof or its doubt', async () => {
  const ctx = await seeded('noor', 'public-projects');
  for (const { slug, assessment } of examples(ctx.content)) {
    expect((await loadAssessment(ctx, `${slug}-evidence`))?.assessment).toEqual(assessment);
  }
});

test('nobody of the demo can sign in with a password', async () => {
  await seeded('piet', 'harbour-bank');
  for (const { email } of PEOPLE)
    expect(await userByEmail(fresh.db, email)).toMatchObject({ passwordHash: null });
});

test('a database that is filled already is not filled again', async () => {
  const ctx = await seeded('piet', 'harbour-bank');
  expect(await seedDemo(ctx, []).then(() => false, isUniqueViolation)).toBe(true);
  expect((await orgOverview(ctx, MODEL_IDS)).teams).toBe(24);
});

test('the consultant has the bank’s brand and her firm’s with its phrases, and each logo is as it would be read', async () => {
  const ctx = { ...(await seeded('noor', 'harbour-bank')), org: { name: 'Harbour Bank' } };
  const { own, firms } = await brandsFor(ctx);
  expect(firms.map(({ slug }) => slug)).toEqual(['northgate-advisory']);
  const brands = [own, ...firms.map(({ brand }) => brand)];
  expect(new Set(brands.map(({ accent }) => accent)).size).toBe(2);
  for (const { accent, logo } of brands) {
    expect(readableAccent(accent ?? '').corrected).toBe(false);
    expect(await readLogo(new TextEncoder().encode(logo?.data))).toEqual({
      ok: true,
      value: { logo, removed: [] },
    });
  }
  const phrases = (await phrasesFor(ctx)).firms.flatMap(({ phrases }) => phrases);
  expect(phrases).toHaveLength(3);
  const known = new Set(ctx.content.capabilities.map(({ id }) => id));
  for (const { capabilities } of phrases) expect(capabilities.filter((id) => !known.has(id))).toEqual([]);
});
