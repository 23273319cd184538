import * as z from 'zod';
import { insertAssessment } from '@/db/assessments';
import { commit } from '@/db/commit';
import { NOON, aTeam, aUser, aWorld, anAssessment, type World } from '@/db/fixtures';
import { insertMembership, writeTeamRoles } from '@/db/orgs';
import type { Team } from '@/db/schema/teams';
import { insertTeam } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { insertUser } from '@/db/users';
import { writeRoute } from './action';
import type { Place } from './auth/places';
import { ADDRESS, cookieOf, serveFrom, within } from './auth/testing';
import type { Action } from './domain/policy';
import type { MemberRole, TeamRole } from './domain/vocabulary';
import { done } from './errors';

const fresh = freshDb();

beforeEach(() => {
  serveFrom(fresh.db);
});

type Tree = World & { unit: Team; inside: Team; beside: Team; assessments: Record<string, string> };

/** A unit with a team in it, a team beside it, and a draft in each. */
async function aTree(): Promise<Tree> {
  const world = await aWorld(fresh.db);
  const unit = aTeam(world.org, { slug: 'unit' });
  const inside = aTeam(world.org, { slug: 'inside', parentId: unit.id });
  const beside = aTeam(world.org, { slug: 'beside' });
  const drafts = [unit, inside, beside].map((team) => anAssessment(team, world.user));
  await commit(fresh.db, (tx) => [
    ...[unit, inside, beside].map((team) => insertTeam(tx, team)),
    ...drafts.map((draft) => insertAssessment(tx, draft)),
  ]);
  const [ofUnit, ofInside, ofBeside] = drafts.map(({ id }) => id);
  return {
    ...{ ...world, unit, inside, beside },
    assessments: { unit: ofUnit ?? '', inside: ofInside ?? '', beside: ofBeside ?? '' },
  };
}

/** The cookie of a new member with this role in the whole organisation, and with these in single teams. */
async function joined(
  { org }: Tree,
  role: MemberRole | null,
  inTeams: { teamId: string; role: TeamRole }[],
): Promise<string> {
  const user = aUser();
  const member = { orgId: org.id, userId: user.id };
  await commit(fresh.db, (tx) => [
    insertUser(tx, user),
    insertMembership(tx, { ...member, role, createdAt: NOON }),
    ...writeTeamRoles(tx, member, inTeams),
  ]);
  return cookieOf(user);
}

/** With what status a change at this place ends, and as whom it was made. */
async function at(cookie: string, action: Action, place: Place): Promise<[number, unknown]> {
  let as: unknown = null;
  const put = writeRoute({
    for: action,
    input: z.object({ body: z.unknown() }),
    at: () => place,
    run: async ({ actor }) => {
      as = actor.role;
      return done(null);
    },
    respond: () => new Response(null),
  });
  const request = new Request(`${ADDRESS}/api/any`, {
    method: 'PUT',
    headers: { origin: ADDRESS, 'content-type': 'application/json' },
    body: '{}',
  });
  const { value } = await within(cookie, () => put(request, { params: Promise.resolve({}) }));
  return [value.status, as];
}

test('a contributor of a unit answers for its teams, and finds nothing of the others', async () => {
  const tree = await aTree();
  const cookie = await joined(tree, null, [{ teamId: tree.unit.id, role: 'contributor' }]);
  const org = tree.org.slug;
  for (const place of ['unit', 'inside']) {
    expect(await at(cookie, 'assessment.answer', { org, assessment: tree.assessments[place] })).toEqual([
      200,
      'contributor',
    ]);
    expect(await at(cookie, 'assessment.create', { org, team: place })).toEqual([200, 'contributor']);
  }
  expect(await at(cookie, 'assessment.answer', { org, assessment: tree.assessments['beside'] })).toEqual([
    404,
    null,
  ]);
  expect(await at(cookie, 'org.read', { org, team: 'beside' })).toEqual([404, null]);
  expect(await at(cookie, 'org.read', { org })).toEqual([404, null]);
  expect(await at(cookie, 'org.read', { org, anywhere: true })).toEqual([200, 'contributor']);
});

test('who reads the whole organisation and answers for one team does each where it holds', async () => {
  const tree = await aTree();
  const cookie = await joined(tree, 'viewer', [{ teamId: tree.inside.id, role: 'contributor' }]);
  const org = tree.org.slug;
  expect(await at(cookie, 'assessment.answer', { org, assessment: tree.assessments['inside'] })).toEqual([
    200,
    'contributor',
  ]);
  expect(await at(cookie, 'assessment.answer', { org, assessment: tree.assessments['unit'] })).toEqual([
    403,
    null,
  ]);
  expect(await at(cookie, 'assessment.answer', { org, assessment: tree.assessments['beside'] })).toEqual([
    403,
    null,
  ]);
  expect(await at(cookie, 'org.read', { org, assessment: tree.assessments['beside'] })).toEqual([
    200,
    'viewer',
  ]);
});

test('a facilitator of a unit runs no round of the organisation', async () => {
  const tree = await aTree();
  const cookie = await joined(tree, 'viewer', [{ teamId: tree.unit.id, role: 'facilitator' }]);
  expect(await at(cookie, 'round.run', { org: tree.org.slug })).toEqual([403, null]);
  expect(await at(cookie, 'assessment.review', { org: tree.org.slug, team: 'inside' })).toEqual([
    200,
    'facilitator',
  ]);
});

test('an assessment or team that is not there, or is another organisation’s, gives nobody a role', async () => {
  const [tree, other] = [await aTree(), await aTree()];
  const cookie = await joined(tree, null, [{ teamId: tree.unit.id, role: 'facilitator' }]);
  for (const place of [
    { assessment: other.assessments['inside'] },
    { assessment: 'none' },
    { team: 'none' },
    { team: '' },
  ])
    expect(await at(cookie, 'org.read', { org: tree.org.slug, ...place })).toEqual([404, null]);
});
