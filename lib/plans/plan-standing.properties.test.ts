import * as fc from 'fast-check';
import { insertAnswers } from '@/db/answers';
import { insertAssessment } from '@/db/assessments';
import type { Db } from '@/db/client';
import { commit } from '@/db/commit';
import { anAssessment, aTeam, aWorld, minutesLater, type World } from '@/db/fixtures';
import { orgBySlug } from '@/db/orgs';
import { planOfTeam, planStepsOf } from '@/db/plans';
import type { Assessment } from '@/db/schema/assessments';
import type { Team } from '@/db/schema/teams';
import { insertTeam } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { archiveAssessment } from '../assessments/archive-assessment';
import { deleteAssessment, restoreAssessment } from '../assessments/delete-assessment';
import { finishAssessment } from '../assessments/finish-assessment';
import { simulateOrganisation } from '../demo/organisation';
import { realContent } from '../domain/testing';
import { MODEL_IDS } from '../domain/vocabulary';
import { configureTeam } from '../teams/configure-team';
import { contextOf } from '../testing';
import { acceptStep } from './accept-step';
import { choosePlan } from './choose-plan';
import { keepStep } from './keep-step';
import { saveScenario } from './save-scenario';
import { storedStandings, standingsOfPages } from './standing-testing';
import { rebuildStandings } from './sum-standings';
import { INPUT } from './testing';

const fresh = freshDb();
// Read once: every content that something is frozen by is packed anew.
const content = realContent();
const contextAt = (world: World, minutes: number) => contextOf(fresh.db, world, { minutes, content });

const DEEDS = ['archive', 'take back', 'delete', 'restore', 'move', 'rebuild'] as const;

/** What happens to one assessment, or to its team and one step of its plan; `which` and `step` choose by their number. */
type Deed = {
  what: 'choose' | 'keep' | 'accept' | 'finish' | (typeof DEEDS)[number];
  which: number;
  step: number;
};

const histories = fc.record({
  seed: fc.nat({ max: 1_000 }),
  teams: fc.integer({ min: 1, max: 3 }),
  /** Below which team each hangs, where that comes before it: units may follow a plan as well. */
  below: fc.array(fc.option(fc.nat({ max: 2 }), { nil: null }), { minLength: 3, maxLength: 3 }),
  deeds: fc.array(
    fc.record({
      what: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom('keep' as const, 'accept' as const) },
        { weight: 3, arbitrary: fc.constantFrom('finish' as const, 'choose' as const) },
        { weight: 3, arbitrary: fc.constantFrom(...DEEDS) },
      ),
      which: fc.nat({ max: 99 }),
      step: fc.nat({ max: 99 }),
    }),
    { minLength: 8, maxLength: 16 },
  ),
});
type History = typeof histories extends fc.Arbitrary<infer Value> ? Value : never;

type Built = { world: World; teams: Team[]; drafts: Assessment[] };

async function build(db: Db, { seed, teams: count, below }: History): Promise<Built> {
  const world = await aWorld(db, { deletedAt: minutesLater(0) });
  const [teams, drafts]: [Team[], Assessment[]] = [[], []];
  const simulated = simulateOrganisation(content, { teams: count, rounds: 2, seed });
  for (const [index, { name, slug, rounds }] of simulated.teams.entries()) {
    const parentId = teams[below[index] ?? -1]?.id ?? null;
    const team = aTeam(world.org, { name, slug, parentId });
    teams.push(team);
    await commit(db, (tx) => [insertTeam(tx, team)]);
    for (const { assessment } of rounds().finished) {
      const row = anAssessment(team, world.user, {
        ...{ assessedOn: assessment.date, questionnaires: [...MODEL_IDS] },
      });
      drafts.push(row);
      await commit(db, (tx) => [
        insertAssessment(tx, row),
        ...insertAnswers(
          tx,
          Object.entries(assessment.answers).map(([capability, { note, evidence, ...value }]) => ({
            ...{ orgId: world.org.id, assessmentId: row.id, capability, value },
            ...{ note: note ?? null, evidence: evidence ?? [], flagged: false, vendorsSeenFirst: false },
            ...{ updatedAt: minutesLater(0), updatedBy: world.user.id },
          })),
        ),
      ]);
    }
  }
  return { world, teams, drafts };
}

/** Does what the deed says where that is possible. */
async function take(
  { world, teams, drafts }: Built,
  { what, which, step }: Deed,
  minutes: number,
): Promise<void> {
  const ctx = contextAt(world, minutes);
  const row = drafts[which % Math.max(1, drafts.length)];
  const team = teams.find(({ id }) => id === row?.teamId);
  if (row === undefined || team === undefined) return;
  const { id } = row;
  const to = { team: team.slug, ...(await nthStep(world, team, step)) };
  const none = { owner: '', ticket: '', note: '', evidenceUrl: '' };
  const org = await orgBySlug(fresh.db, world.org.slug);
  const deeds: Record<Deed['what'], () => Promise<unknown>> = {
    choose: async () => {
      const wanted = { id, name: `S${minutes}`, input: JSON.stringify(INPUT), scenario: '', version: 0 };
      const scenario = await saveScenario(ctx, wanted);
      return scenario.ok && choosePlan(ctx, { id, scenario: scenario.value.id, version: 1 });
    },
    keep: () =>
      keepStep(ctx, {
        ...{ ...none, ...to, evidenceTitle: 'shown', dueOn: which % 2 === 0 ? '' : '2026-11-02' },
        status: (['planned', 'in-progress', 'done'] as const)[which % 3] ?? 'done',
      }),
    accept: () => acceptStep(ctx, to),
    finish: () => finishAssessment(ctx, { org: world.org.slug, id }),
    archive: () => archiveAssessment(ctx, { id, archived: 'yes' }),
    'take back': () => archiveAssessment(ctx, { id, archived: 'no' }),
    delete: () => deleteAssessment(ctx, { id }),
    restore: () => restoreAssessment(ctx, { id }),
    move: () =>
      configureTeam(
        { ...ctx, org: { id: world.org.id, version: org?.version ?? 0 } },
        { team: team.slug, name: team.name, parent: teams[step % (teams.length + 1)]?.slug ?? '' },
      ),
    rebuild: () => rebuildStandings(ctx, world.org.id),
  };
  await deeds[what]();
}

/** One of the first steps of a team's plan, with the version in which it is kept. */
async function nthStep(
  { org }: World,
  { id }: Team,
  nth: number,
): Promise<{ step: string; version: number }> {
  const [plan, kept] = [await planOfTeam(fresh.db, org.id, id), await planStepsOf(fresh.db, org.id, id)];
  const step = plan?.promise.steps[nth % 4]?.id ?? 'none';
  return { step, version: kept.find((each) => each.step === step)?.version ?? 0 };
}

test('whatever was chosen, kept, accepted, finished, archived, deleted, taken back and moved in whatever order, plans stand on the scorecard as on the pages of their teams', async () => {
  let plans = 0;
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const built = await build(fresh.db, history);
      const chosen = built.drafts.flatMap(({ teamId }, which): Deed[] =>
        built.drafts.findIndex((row) => row.teamId === teamId) === which
          ? [{ what: 'choose', which, step: 0 }]
          : [],
      );
      for (const [index, deed] of [...chosen, ...history.deeds].entries()) await take(built, deed, index + 1);
      const ctx = contextAt(built.world, 99);
      const stored = await storedStandings(fresh.db, built.world);
      expect(stored).toEqual(await standingsOfPages(ctx));
      plans += Object.keys(stored).length;
      await rebuildStandings(ctx, built.world.org.id);
      expect(await storedStandings(fresh.db, built.world)).toEqual(stored);
    }),
    { numRuns: 20 },
  );
  expect(plans).toBeGreaterThan(20);
}, 300_000);
