import { randomUUID } from 'node:crypto';
import { insertAnswers } from '@/db/answers';
import { insertAssessment } from '@/db/assessments';
import type { Db } from '@/db/client';
import { commit } from '@/db/commit';
import { aTeam, anAnswer, anAssessment, aWorld, minutesLater, type World } from '@/db/fixtures';
import { jobById } from '@/db/jobs';
import type { Job } from '@/db/schema/jobs';
import { insertTeam } from '@/db/teams';
import { finishAssessment } from '../assessments/finish-assessment';
import { realContent } from '../domain/testing';
import { openRound } from '../rounds/open-round';
import { contextNow } from '../rounds/testing';
import type { RunContext } from './run-job';
import { startRoundReports } from './start-round-reports';

/** A round in which a team of each of these names finishes on AWS and Google, and the team Fraud does not. For tests alone. */
export async function finishedRound(db: Db, names: readonly string[]) {
  const world = await aWorld(db);
  const rows = names.map((name) => {
    const team = aTeam(world.org, { name });
    return { team, assessment: anAssessment(team, world.user, { questionnaires: ['aws', 'google'] }) };
  });
  await commit(db, (tx) => rows.map(({ team }) => insertTeam(tx, team)));
  const ctx = await contextNow(db, world, { minutes: 1 });
  const opened = await openRound(ctx, { title: 'Q4 2026', dueOn: '2026-12-01', teams: ['*'] });
  if (!opened.ok) throw new Error(opened.message);
  for (const { assessment } of rows) {
    await commit(db, (tx) => [
      insertAssessment(tx, assessment),
      ...insertAnswers(
        tx,
        realContent().capabilities.map(({ id }) => anAnswer({ ...world, assessment }, { capability: id })),
      ),
    ]);
    const org = world.org.slug;
    const finished = await finishAssessment(await contextNow(db, world), { org, id: assessment.id });
    if (!finished.ok) throw new Error(finished.message);
  }
  return { world, round: opened.value.id, assessments: rows.map(({ assessment }) => assessment) };
}

/** Queues short reports of a round ten minutes after noon. For tests alone. */
export async function aQueuedJob(
  db: Db,
  world: World,
  round: string,
  only: 'google' | 'microsoft' | null = null,
): Promise<Job> {
  const ctx = await contextNow(db, world, { minutes: 10 });
  const started = await startRoundReports(ctx, { id: round, paper: 'a4', edition: 'short', only });
  if (!started.ok) throw new Error(started.message);
  return jobNow(db, world, started.value.job);
}

/** A job as it is now. For tests alone. */
export async function jobNow(db: Db, { org }: Pick<World, 'org'>, id: string): Promise<Job> {
  const job = await jobById(db, org.id, id);
  if (job === undefined) throw new Error('the job is gone');
  return job;
}

/** What the runner of one process has, so many minutes after noon. For tests alone. */
export const runnerOf = (db: Db, me: string, minutes = 11): RunContext => ({
  ...{ db, me, clock: () => minutesLater(minutes), newId: randomUUID, content: realContent() },
});
