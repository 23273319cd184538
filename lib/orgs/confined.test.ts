import { insertAssessment } from '@/db/assessments';
import { commit } from '@/db/commit';
import { aTeam, aWorld, anAssessment } from '@/db/fixtures';
import { insertTeam } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { makeDecision, makeDecisionInput } from '../decisions/make-decision';
import type { Grant } from '../domain/policy';
import { confinedTo, roleAt } from '../domain/policy';
import { teamList } from '../teams/team-list';
import { contextOf } from '../testing';
import { waitingFor } from './waiting-for';

const fresh = freshDb();

/** A unit with a team in it and one beside it, each with a draft and one in review, and an open decision of the organisation. */
async function anOrganisation() {
  const world = await aWorld(fresh.db);
  const { org, user } = world;
  const unit = aTeam(org, { name: 'Unit' });
  const inside = aTeam(org, { name: 'Inside', parentId: unit.id });
  const beside = aTeam(org, { name: 'Beside' });
  const other = { id: 'other', orgId: org.id };
  await commit(fresh.db, (tx) => [
    ...[unit, inside, beside].map((team) => insertTeam(tx, team)),
    ...[inside, beside].flatMap((team) => [
      insertAssessment(tx, anAssessment(team, user, { title: 'Draft' })),
      insertAssessment(tx, anAssessment(team, user, { title: 'Review', status: 'review' })),
    ]),
  ]);
  await makeDecision(
    contextOf(fresh.db, world),
    makeDecisionInput.parse({ org: 'any', title: 'Fund two engineers' }),
  );
  const standing = (grants: Grant[], userId = other.id) => {
    const ctx = contextOf(fresh.db, { user: { id: userId }, org });
    const actor = { userId, orgId: org.id, role: roleAt(grants, 'anywhere') };
    return waitingFor({ ...ctx, ctx: { ...ctx, actor }, org, grants });
  };
  return { world, unit, inside, beside, standing };
}

const titles = (list: Awaited<ReturnType<typeof waitingFor>>) =>
  Object.fromEntries(
    Object.entries(list).map(([kind, items]) => [kind, items.map(({ title }) => title).toSorted()]),
  );

const NOTHING = { asked: [], evidence: [], review: [], answer: [], start: [], steps: [], decide: [] };

test('a facilitator of a unit is told of what is in it, and of nothing of the organisation', async () => {
  const { unit, standing } = await anOrganisation();
  expect(titles(await standing([{ teamId: unit.id, role: 'facilitator' }]))).toEqual({
    ...{ ...NOTHING, review: ['Review of Inside'], answer: ['Draft of Inside'] },
  });
});

test('a facilitator of the organisation looks at what was handed in and decides, and is not asked for each draft', async () => {
  const { standing } = await anOrganisation();
  expect(titles(await standing([{ teamId: null, role: 'facilitator' }]))).toEqual({
    ...{ ...NOTHING, review: ['Review of Beside', 'Review of Inside'], decide: ['Fund two engineers'] },
  });
});

test('a reader of the organisation who answers for one team is asked for that one', async () => {
  const { beside, standing } = await anOrganisation();
  const grants: Grant[] = [
    { teamId: null, role: 'viewer' },
    { teamId: beside.id, role: 'contributor' },
  ];
  expect(titles(await standing(grants))).toEqual({ ...NOTHING, answer: ['Draft of Beside'] });
});

test('who is confined to a unit sees its teams in the list and no others', async () => {
  const { world, unit, inside } = await anOrganisation();
  const ctx = contextOf(fresh.db, world);
  const names = async (grants: Grant[]) =>
    (await teamList(ctx, confinedTo(grants))).map(({ name, depth }) => `${name} ${depth}`);
  expect(await names([{ teamId: unit.id, role: 'viewer' }])).toEqual(['Unit 0', 'Inside 1']);
  expect(await names([{ teamId: inside.id, role: 'viewer' }])).toEqual(['Inside 0']);
  expect(
    await names([
      { teamId: unit.id, role: 'viewer' },
      { teamId: inside.id, role: 'contributor' },
    ]),
  ).toEqual(['Unit 0', 'Inside 1']);
  expect(await names([{ teamId: null, role: 'viewer' }])).toHaveLength(4);
});
