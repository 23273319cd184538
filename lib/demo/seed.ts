import 'server-only';
import { upsertBrand } from '@/db/brands';
import { commit, exactlyOne } from '@/db/commit';
import { setMeta } from '@/db/meta';
import { insertEngagement } from '@/db/engagements';
import { insertMembership, insertOrg, updateMembership } from '@/db/orgs';
import { insertPhrase } from '@/db/phrases';
import { insertTeam } from '@/db/teams';
import { insertUser } from '@/db/users';
import type { Context } from '../context';
import type { Aims } from '../domain/aims';
import { MODEL_IDS, type MemberRole } from '../domain/vocabulary';
import { Stale } from '../errors';
import { rebuildStandings } from '../plans/sum-standings';
import { rebuildRollups } from '../rollups/rebuild-rollups';
import { HARBOUR_BRAND, NORTHGATE_BRAND, NORTHGATE_PHRASES } from './brands';
import { DEMO_MARK } from './demo-mode';
import type { ExampleAssessment } from './examples';
import { harbourBank } from './harbour-bank';
import { PEOPLE } from './people';
import { assessmentWrites, type Seeded } from './seed-assessment';
import { seedGathering } from './seed-gathering';
import { seedPlans } from './seed-plans';
import { seedReports } from './seed-reports';
import { seedRounds } from './seed-rounds';

/** Fills an empty, migrated database with the three organisations of the demo. Ids and dates are fixed, so that addresses stay. */
export async function seedDemo(ctx: Context, examples: ExampleAssessment[]): Promise<void> {
  const day = (date: string) => new Date(`${date}T15:00:00Z`);
  const begin = day('2026-01-05');
  await commit(ctx.db, (tx) => [
    setMeta(tx, DEMO_MARK),
    ...PEOPLE.map(({ slug, email, name }) =>
      insertUser(tx, { id: slug, email, name, passwordHash: null, createdAt: begin }),
    ),
  ]);
  await seedHarbourBank(ctx, begin, day);
  await seedPublicProjects(ctx, begin, day, examples);
  await seedNorthgate(ctx, begin);
  await seedReports(ctx, { org: { id: BANK, name: BANK_NAME }, firm: { id: FIRM, name: FIRM_NAME } }, day);
  for (const org of [BANK, PROJECTS]) await rebuildRollups(ctx, org);
  await rebuildStandings(ctx, BANK);
}

const BANK = 'harbour-bank';
/** The team whose people answered each alone. */
const BLIND = 'collections';
const BY = '2027-12-31';
const AIMS: Aims = {
  aws: { level: 'repeatable', by: BY },
  microsoft: { level: '2', by: BY },
  google: { level: '1', by: BY },
};
const PROJECTS = 'public-projects';
const BANK_NAME = 'Harbour Bank';
const FIRM = 'northgate-advisory';
const FIRM_NAME = 'Northgate Advisory';
const PROJECTS_NAME = 'Public projects, with proof';

const nameOf = (slug: string): string => PEOPLE.find((person) => person.slug === slug)?.name ?? slug;

const seedAssessment = (ctx: Context, seeded: Omit<Seeded, 'byName'>) =>
  commit(ctx.db, assessmentWrites(ctx, { ...seeded, byName: nameOf(seeded.by) }));

async function seedOrg(
  ctx: Context,
  org: { id: string; name: string; createdAt: Date; aims?: Aims },
  roles: (person: (typeof PEOPLE)[number]) => MemberRole | null,
): Promise<void> {
  await commit(ctx.db, (tx) => [
    insertOrg(tx, { ...org, slug: org.id, questionnaires: [...MODEL_IDS] }),
    ...PEOPLE.flatMap((person) => {
      const role = roles(person);
      return role === null
        ? []
        : [insertMembership(tx, { orgId: org.id, userId: person.slug, role, createdAt: org.createdAt })];
    }),
  ]);
}

async function seedHarbourBank(ctx: Context, createdAt: Date, day: (date: string) => Date): Promise<void> {
  const bank = harbourBank(ctx.content);
  await seedOrg(ctx, { id: BANK, name: BANK_NAME, createdAt, aims: AIMS }, ({ role }) => role);
  await commit(ctx.db, (tx) => [
    ...bank.units.map(({ slug, name }) =>
      insertTeam(tx, { id: slug, orgId: BANK, parentId: null, slug, name, createdAt }),
    ),
    ...bank.teams.map(({ slug, name, unit }) =>
      insertTeam(tx, { id: slug, orgId: BANK, parentId: unit, slug, name, createdAt }),
    ),
  ]);
  for (const { slug, rounds, draft } of bank.teams) {
    const by = PEOPLE.find(({ team }) => team === slug)?.slug ?? 'ben';
    let newest: string | undefined;
    for (const { title, date, finishedOn, assessment } of rounds) {
      const id = `${slug}-${title.toLowerCase().replace(' ', '-')}`;
      await seedAssessment(ctx, {
        id,
        orgId: BANK,
        organisation: BANK_NAME,
        team: slug,
        title,
        by,
        begun: day(date),
        finished: day(finishedOn),
        from: newest,
        assessment,
      });
      newest = id;
    }
    if (draft !== undefined) {
      const id = `${slug}-${draft.title.toLowerCase().replace(' ', '-')}`;
      await seedAssessment(ctx, {
        id,
        orgId: BANK,
        organisation: BANK_NAME,
        team: slug,
        title: draft.title,
        by,
        begun: day(draft.assessment.date),
        finished: null,
        from: newest,
        assessment: draft.assessment,
      });
    }
  }
  const before = bank.teams.find(({ slug }) => slug === BLIND)?.rounds.at(-1)?.assessment;
  if (before === undefined) throw new Error(`${BLIND} has assessed nothing`);
  await seedGathering(ctx, { org: BANK, team: BLIND, by: 'ben', before }, day);
  const slugs = bank.teams.map(({ slug }) => slug);
  await seedRounds(ctx, { org: BANK, teams: slugs, by: 'ben' }, day);
  await seedPlans(ctx, { org: BANK, by: 'ben', bank }, day);
}

async function seedPublicProjects(
  ctx: Context,
  createdAt: Date,
  day: (date: string) => Date,
  examples: ExampleAssessment[],
): Promise<void> {
  await seedOrg(ctx, { id: PROJECTS, name: PROJECTS_NAME, createdAt }, ({ slug, role }) =>
    slug === 'noor' ? 'owner' : role === 'owner' ? null : 'viewer',
  );
  await commit(ctx.db, (tx) =>
    examples.map(({ slug, assessment }) =>
      insertTeam(tx, {
        id: slug,
        orgId: PROJECTS,
        parentId: null,
        slug,
        name: assessment.subject,
        createdAt,
      }),
    ),
  );
  for (const { slug, assessment } of examples) {
    const when = day(assessment.date);
    await seedAssessment(ctx, {
      id: `${slug}-evidence`,
      orgId: PROJECTS,
      organisation: PROJECTS_NAME,
      team: slug,
      title: 'From the repository',
      by: 'noor',
      begun: when,
      finished: when,
      assessment,
    });
  }
}

/** What the firm notes of its two clients. */
const CLIENTS = [
  {
    ...{ id: 'northgate-harbour', clientId: BANK, sponsor: 'Piet Vermeer, CIO', status: 'running' as const },
    ...{ scope: 'All teams with a model in production; steering committee in December' },
    ...{ startsOn: '2026-01-12', endsOn: '2027-03-31' },
  },
  {
    ...{ id: 'northgate-projects', clientId: PROJECTS, sponsor: '', status: 'done' as const },
    ...{ scope: 'Five public projects, placed by what their repositories show' },
    ...{ startsOn: '2026-09-01', endsOn: '2026-10-30' },
  },
];

/** The consultant's firm: it has no teams, but clients, a brand and phrases, which go with her to the bank. */
async function seedNorthgate(ctx: Context, createdAt: Date): Promise<void> {
  await seedOrg(ctx, { id: FIRM, name: FIRM_NAME, createdAt }, ({ slug }) =>
    slug === 'noor' ? 'owner' : null,
  );
  const byNoor = { updatedBy: 'noor', updatedAt: createdAt };
  await commit(ctx.db, (tx) => [
    exactlyOne(upsertBrand(tx, { orgId: FIRM, ...NORTHGATE_BRAND, ...byNoor }, 0), () => new Stale()),
    exactlyOne(
      upsertBrand(tx, { orgId: BANK, ...HARBOUR_BRAND, updatedBy: 'ben', updatedAt: createdAt }, 0),
      () => new Stale(),
    ),
    ...CLIENTS.map((client) => insertEngagement(tx, { ...client, orgId: FIRM, createdAt })),
    ...CLIENTS.map(({ clientId }) =>
      updateMembership(tx, { orgId: clientId, userId: 'noor' }, { firmId: FIRM }),
    ),
    ...NORTHGATE_PHRASES.map((phrase) =>
      insertPhrase(tx, { ...phrase, orgId: FIRM, ...byNoor, createdBy: 'noor', createdAt }),
    ),
  ]);
}
