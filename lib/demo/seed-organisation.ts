import 'server-only';
import { commit } from '@/db/commit';
import { insertMembership, insertOrg } from '@/db/orgs';
import { insertTeam } from '@/db/teams';
import { insertUser } from '@/db/users';
import { hashPassword } from '../auth/password';
import type { Context } from '../context';
import { MODEL_IDS, type MemberRole } from '../domain/vocabulary';
import { rebuildRollups } from '../rollups/rebuild-rollups';
import type { SimulatedOrganisation, SimulatedTeam } from './organisation';
import { assessmentWrites } from './seed-assessment';
import { SIMULATED, SIMULATED_PASSWORD, simulatedEmail, simulatedId } from './simulated';

const BEGIN = new Date('2020-01-06T08:00:00Z');

const PEOPLE: { id: string; name: string; role: MemberRole }[] = [
  { id: 'owner', name: 'Olive Owner', role: 'owner' },
  { id: 'contributor', name: 'Carl Contributor', role: 'contributor' },
  { id: 'viewer', name: 'Vera Viewer', role: 'viewer' },
];

/**
 * Writes a simulated organisation into an empty, migrated database: a team a commit, and the roll-ups when all are in. `write` says what of
 * each assessment is kept.
 */
export async function seedOrganisation(
  ctx: Context,
  { units, teams }: SimulatedOrganisation,
  onTeam: (done: number) => void,
  write: typeof assessmentWrites = assessmentWrites,
): Promise<{ finished: number; drafts: number }> {
  await seedPeople(ctx);
  const node = { orgId: SIMULATED.id, createdAt: BEGIN };
  // Those on top come first, so that no unit is written before the one above it.
  for (const { slug, name, parent } of units)
    await commit(ctx.db, (tx) => [insertTeam(tx, { ...node, id: slug, slug, name, parentId: parent })]);
  const count = { finished: 0, drafts: 0 };
  for (const [index, team] of teams.entries()) {
    const { finished, drafts } = await seedTeam(ctx, team, write);
    count.finished += finished;
    count.drafts += drafts;
    onTeam(index + 1);
  }
  await rebuildRollups(ctx, SIMULATED.id);
  return count;
}

async function seedPeople(ctx: Context): Promise<void> {
  const passwordHash = await hashPassword(SIMULATED_PASSWORD);
  await commit(ctx.db, (tx) => [
    insertOrg(tx, {
      ...SIMULATED,
      slug: SIMULATED.id,
      questionnaires: [...MODEL_IDS],
      createdAt: BEGIN,
    }),
    ...PEOPLE.flatMap(({ id, name, role }) => [
      insertUser(tx, { id, name, email: simulatedEmail(role), passwordHash, createdAt: BEGIN }),
      insertMembership(tx, { orgId: SIMULATED.id, userId: id, role, createdAt: BEGIN }),
    ]),
  ]);
}

async function seedTeam(
  ctx: Context,
  { slug, name, unit, rounds }: SimulatedTeam,
  write: typeof assessmentWrites,
) {
  const { finished, draft } = rounds();
  const at = (day: string) => new Date(`${day}T15:00:00Z`);
  const facts = { orgId: SIMULATED.id, organisation: SIMULATED.name, team: slug, by: 'contributor' };
  const idOf = (each: { title: string }) => simulatedId({ slug }, each);
  const all = [...finished, ...(draft === null ? [] : [draft])];
  const writes = all.map((each, index) =>
    write(ctx, {
      ...facts,
      byName: 'Carl Contributor',
      id: idOf(each),
      from: all.slice(0, index).map(idOf).at(-1),
      title: each.title,
      begun: at(each.date),
      finished: each === draft ? null : at(each.finishedOn),
      assessment: each.assessment,
    }),
  );
  await commit(ctx.db, (tx) => [
    insertTeam(tx, { id: slug, orgId: SIMULATED.id, parentId: unit, slug, name, createdAt: BEGIN }),
    ...writes.flatMap((each) => each(tx)),
  ]);
  return { finished: finished.length, drafts: draft === null ? 0 : 1 };
}
