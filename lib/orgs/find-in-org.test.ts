import { insertAssessment } from '@/db/assessments';
import { commit } from '@/db/commit';
import { aTeam, aWorld, anAssessment } from '@/db/fixtures';
import { insertTeam } from '@/db/teams';
import { freshDb } from '@/db/testing';
import type { Found } from '../domain/find';
import { roleAt, type Grant } from '../domain/policy';
import { contextOf } from '../testing';
import { findInOrg, findInput } from './find-in-org';

const fresh = freshDb();

/** Two units with a team each, one draft, and somebody with these grants who looks for something. */
async function anOrganisation() {
  const world = await aWorld(fresh.db);
  const { org, user } = world;
  const unit = aTeam(org, { name: 'Northern unit' });
  const inside = aTeam(org, { name: 'Northern pears', parentId: unit.id });
  const beside = aTeam(org, { name: 'Southern pears' });
  const draft = anAssessment(inside, user, { questionnaires: ['aws'] });
  await commit(fresh.db, (tx) => [
    ...[unit, inside, beside].map((team) => insertTeam(tx, team)),
    insertAssessment(tx, draft),
  ]);
  const look = async (q: string, grants: Grant[], assessment?: string) => {
    const ctx = contextOf(fresh.db, world);
    const actor = { userId: 'other', orgId: org.id, role: roleAt(grants, 'anywhere') };
    const found = await findInOrg({ ...ctx, actor, org, grants }, { q, in: assessment });
    if (!found.ok) throw new Error(found.message);
    return found.value;
  };
  return { world, unit, draft, look };
}

const named = (found: readonly Found[]) => found.flatMap(({ things }) => things.map(({ title }) => title));

test('teams are found by a part of their name, with the unit that they are in', async () => {
  const { look } = await anOrganisation();
  expect(await look('pears', [{ teamId: null, role: 'viewer' }])).toMatchObject([
    {
      ...{ kind: 'team', count: 2 },
      things: [
        { title: 'Northern pears', detail: 'Northern unit' },
        { title: 'Southern pears', detail: '' },
      ],
    },
  ]);
});

test('who is let into a unit alone finds it with what is below it, and no other team', async () => {
  const { look, unit } = await anOrganisation();
  const grants: Grant[] = [{ teamId: unit.id, role: 'contributor' }];
  expect(named(await look('pears', grants))).toEqual(['Northern pears']);
  expect(named(await look('audit', grants))).not.toContain('Audit log');
  expect(named(await look('audit', [{ teamId: null, role: 'admin' }]))).toContain('Audit log');
});

test('from an open assessment its questions come first, and statements of its vendors alone', async () => {
  const { look, draft, world } = await anOrganisation();
  const everybody: Grant[] = [{ teamId: null, role: 'viewer' }];
  const [first, second] = await look('rollback', everybody, draft.id);
  const base = `/${world.org.slug}/assessments/${draft.id}`;
  expect(first?.kind).toBe('here');
  expect(first?.things[0]?.href).toBe(`${base}?at=rollback`);
  expect(second).toMatchObject({ kind: 'capability' });
  expect((await look('G1-15', everybody, draft.id)).map(({ kind }) => kind)).toEqual(['statement']);
  expect((await look('A2-ENV3', everybody, draft.id))[0]?.things[0]?.href).toBe(
    `${base}/aws?at=A2-ENV3#A2-ENV3`,
  );
});

test('teams of another organisation are not found, nor is its assessment', async () => {
  const { look } = await anOrganisation();
  const other = await aWorld(fresh.db);
  await commit(fresh.db, (tx) => [insertTeam(tx, aTeam(other.org, { name: 'Foreign pears' }))]);
  const everybody: Grant[] = [{ teamId: null, role: 'owner' }];
  expect(named(await look('foreign', everybody))).toEqual([]);
  expect((await look('rollback', everybody, other.assessment.id)).map(({ kind }) => kind)).not.toContain(
    'here',
  );
});

test('a hundred characters are looked for, and more are refused', () => {
  expect(findInput.safeParse({ org: 'a', q: 'x'.repeat(100) }).success).toBe(true);
  expect(findInput.safeParse({ org: 'a', q: 'x'.repeat(101) }).error?.issues[0]?.message).toBe(
    'expected at most 100 characters',
  );
  expect(findInput.parse({ org: 'a' }).q).toBe('');
});
