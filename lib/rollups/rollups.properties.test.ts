import * as fc from 'fast-check';
import { answersOf, insertAnswers } from '@/db/answers';
import { insertAssessment } from '@/db/assessments';
import type { Db } from '@/db/client';
import { commit } from '@/db/commit';
import { anAssessment, aTeam, aWorld, minutesLater, type World } from '@/db/fixtures';
import type { Assessment } from '@/db/schema/assessments';
import type { Team } from '@/db/schema/teams';
import { insertTeam } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { archiveAssessment } from '../assessments/archive-assessment';
import { deleteAssessment, restoreAssessment } from '../assessments/delete-assessment';
import { finishAssessment } from '../assessments/finish-assessment';
import { domainAnswers } from '../assessments/load-assessment';
import { simulateOrganisation } from '../demo/organisation';
import { quarterOf } from '../domain/counted';
import { emptyRollup, mergeRollups, type Rollup } from '../domain/rollup';
import { buildScorecard } from '../domain/scorecard';
import { scoringBasis } from '../domain/requirements';
import { score } from '../domain/score';
import { storedScore } from '../domain/stored-score';
import { teamRollup } from '../domain/team-rollup';
import { realContent } from '../domain/testing';
import { MODEL_IDS, type ModelId } from '../domain/vocabulary';
import { orgOverview } from '../orgs/org-overview';
import { contextOf } from '../testing';
import { rebuildRollups } from './rebuild-rollups';
import { storedRollups } from './testing';

const fresh = freshDb();

// Read once: every content that something is frozen by is packed anew.
const content = realContent();
const remeasured = { ...content, measure: 'another' };
const contextAt = (world: World, minutes: number) => contextOf(fresh.db, world, { minutes, content });

/** What happens to one assessment, chosen among all by its number. */
type Step = {
  what: 'finish' | 'archive' | 'take back' | 'delete' | 'restore' | 'rebuild';
  which: number;
  remeasured: boolean;
};

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    what: fc.oneof(
      { weight: 5, arbitrary: fc.constant('finish' as const) },
      { weight: 4, arbitrary: fc.constantFrom('archive', 'take back', 'delete', 'restore', 'rebuild') },
    ),
    which: fc.nat({ max: 99 }),
    remeasured: fc.nat({ max: 5 }).map((roll) => roll === 0),
  }),
  { minLength: 5, maxLength: 15 },
);

const organisations = fc.record({
  seed: fc.nat({ max: 1_000 }),
  teams: fc.integer({ min: 1, max: 5 }),
  rounds: fc.integer({ min: 1, max: 4 }),
  /** Below which team each hangs, where that comes before it: units may be assessed as well. */
  below: fc.array(fc.option(fc.nat({ max: 4 }), { nil: null }), { minLength: 6, maxLength: 6 }),
  asked: fc.array(
    fc.constantFrom<ModelId[]>([...MODEL_IDS], [...MODEL_IDS], ['aws'], ['microsoft', 'google']),
    {
      minLength: 6,
      maxLength: 6,
    },
  ),
  steps,
});
type Organisation = typeof organisations extends fc.Arbitrary<infer Value> ? Value : never;

type Known = {
  row: Assessment;
  measure: string;
  finished: number | null;
  archived: boolean;
  deleted: boolean;
};
type Built = { world: World; teams: Team[]; assessments: Known[] };

async function build(db: Db, { seed, teams: count, rounds, below, asked }: Organisation): Promise<Built> {
  const world = await aWorld(db, { deletedAt: minutesLater(0) });
  const teams: Team[] = [];
  const assessments: Known[] = [];
  for (const [index, simulated] of simulateOrganisation(content, {
    teams: count,
    rounds,
    seed,
  }).teams.entries()) {
    const parent = teams[below[index] ?? -1];
    const team = aTeam(world.org, { name: simulated.name, parentId: parent?.id ?? null });
    const { finished, draft } = simulated.rounds();
    const drafts = [...finished, ...(draft === null ? [] : [draft])].map(({ assessment }) => ({
      row: anAssessment(team, world.user, {
        assessedOn: assessment.date,
        questionnaires: asked[index] ?? [...MODEL_IDS],
      }),
      answers: assessment.answers,
    }));
    await commit(db, (tx) => [
      insertTeam(tx, team),
      ...drafts.flatMap(({ row, answers }) => [
        insertAssessment(tx, row),
        ...insertAnswers(
          tx,
          Object.entries(answers).map(([capability, { note, evidence, ...value }]) => ({
            ...{ orgId: world.org.id, assessmentId: row.id, capability, value },
            ...{ note: note ?? null, evidence: evidence ?? [], flagged: false, vendorsSeenFirst: false },
            ...{ updatedAt: minutesLater(0), updatedBy: world.user.id },
          })),
        ),
      ]),
    ]);
    teams.push(team);
    for (const { row } of drafts)
      assessments.push({ row, measure: content.measure, finished: null, archived: false, deleted: false });
  }
  return { world, teams, assessments };
}

/** Three of four are finished at first, so that what follows finds something to move. */
const mostFinish = ({ assessments }: Built, seed: number): Step[] =>
  assessments
    .map((_, which) => ({ what: 'finish' as const, which, remeasured: (seed + which) % 9 === 0 }))
    .filter(({ which }) => (seed + which) % 4 !== 0);

/** Does what the step says where that is possible, and notes what is so from then on. */
async function take({ world, assessments }: Built, step: Step, minute: number): Promise<void> {
  const known = assessments[step.which % Math.max(1, assessments.length)];
  const ctx = contextAt(world, minute);
  if (step.what === 'rebuild') return rebuildRollups(ctx, world.org.id);
  if (known === undefined) return undefined;
  const { id } = known.row;
  const done = async (result: Promise<{ ok: boolean }>, note: () => void) => {
    if ((await result).ok) note();
  };
  switch (step.what) {
    case 'finish': {
      const by = step.remeasured ? remeasured : content;
      const note = () => Object.assign(known, { finished: minute, measure: by.measure });
      return done(finishAssessment({ ...ctx, content: by }, { org: world.org.slug, id }), note);
    }
    case 'archive':
      return done(archiveAssessment(ctx, { id, archived: 'yes' }), () => (known.archived = true));
    case 'take back':
      return done(archiveAssessment(ctx, { id, archived: 'no' }), () => (known.archived = false));
    case 'delete':
      return done(deleteAssessment(ctx, { id }), () => (known.deleted = true));
    case 'restore':
      return done(restoreAssessment(ctx, { id }), () => (known.deleted = false));
  }
}

/** All roll-ups from the raw answers of what was noted, each node's teams merged at once. */
async function naively({ teams, assessments }: Built): Promise<Record<string, Rollup>> {
  const read = async ({ row, measure }: Known) => {
    const answers = domainAnswers(await answersOf(fresh.db, row.orgId, row.id));
    return storedScore({ ...content, measure }, score(scoringBasis(content, row.questionnaires), answers));
  };
  const line = (team: Team | undefined): string[] =>
    team === undefined ? ['all'] : [team.id, ...line(teams.find(({ id }) => id === team.parentId))];
  const parts = new Map<string, { node: string; rollup: Rollup }[]>();
  for (const team of teams) {
    const counting = assessments
      .filter(
        ({ row, finished, archived, deleted }) =>
          row.teamId === team.id && finished !== null && !archived && !deleted,
      )
      .toSorted((a, b) => (a.row.assessedOn < b.row.assessedOn ? 1 : -1));
    const seen = new Set<string>();
    for (const [index, known] of counting.entries()) {
      const earlier = counting[index + 1];
      const rollup = teamRollup({
        team: team.id,
        date: known.row.assessedOn,
        version: content.edition.version,
        score: await read(known),
        before: earlier === undefined ? null : await read(earlier),
      });
      const periods = [...(index === 0 ? ['newest'] : []), quarterOf(known.row.assessedOn)];
      for (const period of periods.filter((each) => !seen.has(each))) {
        seen.add(period);
        for (const node of line(team)) {
          const key = `${node} ${period}`;
          parts.set(key, [...(parts.get(key) ?? []), { node: team.id, rollup }]);
        }
      }
    }
  }
  return Object.fromEntries([...parts].map(([key, of]) => [key, mergeRollups(of)]));
}

/** Sums of shares may differ in the last digit when they are added in another order. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, each: unknown) =>
    typeof each === 'number' ? Math.round(each * 1e9) / 1e9 : each,
  );

test('whatever was finished, archived, deleted and taken back in whatever order, roll-ups and scorecard are what the raw answers give', async () => {
  await fc.assert(
    fc.asyncProperty(organisations, async (organisation) => {
      const built = await build(fresh.db, organisation);
      const all = [...mostFinish(built, organisation.seed), ...organisation.steps];
      for (const [index, step] of all.entries()) await take(built, step, index + 1);
      const { world, teams } = built;
      const naive = await naively(built);
      const grown = await storedRollups(fresh.db, world.org.id);
      expect(rounded(grown)).toEqual(rounded(naive));

      const ctx = contextAt(world, 99);
      const { scorecard } = await orgOverview(ctx, ['microsoft', 'aws']);
      const top = [world.team, ...teams.filter(({ parentId }) => parentId === null)];
      const quarters = Object.keys(naive)
        .filter((key) => /^all \d/.test(key))
        .toSorted();
      const { heat, certainty, ...shown } = buildScorecard(
        ctx.content,
        {
          all: naive['all newest'] ?? emptyRollup(),
          expected: scorecard.certainty.expected,
          units: top.map(({ id, slug, name }) => ({
            ...{ id, slug, name, expected: 0 },
            rollup: naive[`${id} newest`] ?? emptyRollup(),
          })),
          quarters: quarters.map((key) => ({ quarter: key.slice(4), rollup: naive[key] ?? emptyRollup() })),
          aims: {},
        },
        ['microsoft', 'aws'],
      );
      expect(rounded(scorecard)).toMatchObject(rounded(shown) as object);
      expect(rounded(scorecard.heat.all)).toEqual(rounded(heat.all));
      // Who waits is told by the tree, which this does not count anew.
      const { waiting: _, ...counted } = certainty;
      expect(scorecard.certainty).toMatchObject(counted);
      for (const row of heat.rows) {
        const same = scorecard.heat.rows.find(({ id }) => id === row.id);
        expect(rounded(same?.cells)).toEqual(rounded(row.cells));
      }

      await rebuildRollups(ctx, world.org.id);
      expect(await storedRollups(fresh.db, world.org.id)).toEqual(grown);
    }),
    { numRuns: 25 },
  );
}, 300_000);
