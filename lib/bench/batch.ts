import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { assessmentsOfOrg } from '@/db/assessments';
import { open, type Db } from '@/db/client';
import { commit } from '@/db/commit';
import { jobById } from '@/db/jobs';
import { insertRound, insertRoundTeams } from '@/db/rounds';
import type { Job } from '@/db/schema/jobs';
import { content } from '../content/load';
import { SIMULATED } from '../demo/simulated';
import { ratioOf, type Figure } from './figure';
import { run } from '../dev/run';
import { startRoundReports } from '../jobs/start-round-reports';
import { p95 } from './quantile';
import { putAnswer, versionAfter } from './answers';
import { memoryOf, processorSeconds } from './server-usage';
import { SCRIPT, sqliteUrl, startSimulated, stop, type MeasuredServer } from './servers';

const TEAMS = 200;
/** So many that two hundred of them have finished. */
const SIMULATED_TEAMS = 250;
const QUIET = 150;
const PAUSE_MS = 40;
const ROUND = 'round';

type Times = { page: number[]; save: number[] };

/** The reports of 200 teams by the built application, and what somebody notices of it who reads pages and saves answers meanwhile. */
export async function benchBatch(): Promise<Figure[]> {
  const url = sqliteUrl();
  await run(process.execPath, [
    ...[...SCRIPT, 'lib/cli/main.ts', 'simulate', '--out', url.replace('file:', '')],
    ...['--teams', String(SIMULATED_TEAMS), '--rounds', '2', '--seed', '7'],
  ]);
  const { db, close } = open(url);
  const draft = await prepare(db);
  const server = await startSimulated(url);
  try {
    const asked = asking(server, draft);
    await asked({ page: [], save: [] }, 20);
    const quiet: Times = { page: [], save: [] };
    await asked(quiet, QUIET);
    const id = await start(db);
    const used = processorSeconds(server);
    const during: Times = { page: [], save: [] };
    let job = await jobOf(db, id);
    while (job.status === 'queued') {
      await setTimeout(100);
      job = await jobOf(db, id);
    }
    while (job.status === 'running') {
      await asked(during, 5);
      job = await jobOf(db, id);
    }
    const processor = since(used, processorSeconds(server));
    if (job.status !== 'done') throw new Error(`the job is ${job.status}: ${job.error}`);
    const fetched = await download(server, id);
    return figures(job, { quiet, during, fetched, processor, peak: memoryOf(server, 'peak') });
  } finally {
    await stop(server);
    await close();
  }
}

/** A round of teams that have all finished, and a draft to answer in. */
async function prepare(db: Db): Promise<string> {
  const all = await assessmentsOfOrg(db, SIMULATED.id);
  const finished = [
    ...new Set(all.filter(({ status }) => status === 'finished').map(({ teamId }) => teamId)),
  ];
  const draft = all.find(({ status }) => status === 'draft');
  if (finished.length < TEAMS || draft === undefined) throw new Error('the simulation has too few teams');
  const createdAt = new Date('2020-01-06T08:00:00Z');
  const round = { id: ROUND, orgId: SIMULATED.id, title: 'Q4 2026', dueOn: '2026-11-27', createdAt };
  await commit(db, (tx) => [
    insertRound(tx, { ...round, createdBy: 'owner' }),
    ...insertRoundTeams(tx, round, finished.slice(0, TEAMS)),
  ]);
  return draft.id;
}

async function start(db: Db): Promise<string> {
  const actor = { userId: 'owner', orgId: SIMULATED.id, role: 'owner' as const };
  const ctx = { db, now: new Date(), newId: randomUUID, content: content(), actor };
  const started = await startRoundReports(ctx, { id: ROUND, paper: 'a4', edition: 'full', only: null });
  if (!started.ok) throw new Error(started.message);
  return started.value.job;
}

async function jobOf(db: Db, id: string): Promise<Job> {
  const job = await jobById(db, SIMULATED.id, id);
  if (job === undefined) throw new Error('the job is gone');
  return job;
}

/** Asks for the scorecard and saves an answer by turns, as one busy person would. */
function asking(server: MeasuredServer, draft: string) {
  const ids = content().capabilities.map(({ id }) => id);
  const seen = new Map<string, number>();
  let turn = 0;
  return async (times: Times, turns: number): Promise<void> => {
    for (let left = turns; left > 0; left -= 1) {
      times.page.push(await timed(() => page(server)));
      const capability = ids[turn % ids.length] ?? '';
      turn += 1;
      const answer = { capability, seen: seen.get(capability) ?? 0, rung: turn % 5 };
      times.save.push(
        await timed(async () => {
          const response = await putAnswer(server, { org: SIMULATED.id, id: draft }, answer);
          seen.set(capability, await versionAfter(response));
        }),
      );
      await setTimeout(PAUSE_MS);
    }
  };
}

async function timed(act: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

async function page({ address, cookie }: MeasuredServer): Promise<void> {
  const response = await fetch(`${address}/${SIMULATED.id}`, { headers: { cookie }, redirect: 'manual' });
  if (response.status !== 200) throw new Error(`the organisation page answered ${response.status}`);
  await response.text();
}

async function download({ address, cookie }: MeasuredServer, id: string) {
  const begun = performance.now();
  const response = await fetch(`${address}/${SIMULATED.id}/rounds/${ROUND}/reports/${id}`, {
    headers: { cookie },
  });
  if (response.status !== 200) throw new Error(`the archive answered ${response.status}`);
  let bytes = 0;
  for await (const chunk of response.body ?? []) bytes += chunk.byteLength;
  return { bytes, seconds: (performance.now() - begun) / 1000 };
}

const since = (before: number | null, now: number | null): number | null =>
  before === null || now === null ? null : now - before;

type Measured = {
  processor: number | null;
  quiet: Times;
  during: Times;
  fetched: { bytes: number; seconds: number };
  peak: number | null;
};

function figures(
  { startedAt, finishedAt }: Job,
  { quiet, during, fetched, processor, peak }: Measured,
): Figure[] {
  const seconds = ((finishedAt?.getTime() ?? 0) - (startedAt?.getTime() ?? 0)) / 1000;
  // On a machine that does other work as well, it says how long this alone would keep a core.
  const busy = processor === null ? '' : `, ${processor.toFixed(0)} s of processor with the requests`;
  const ratio = (name: string, of: keyof Times): Figure => {
    const [before, meanwhile] = [p95(quiet[of]), p95(during[of])];
    return {
      ...{ name, unit: 'times', bound: 2, better: 'lower', quiet: true },
      ...ratioOf(during[of], quiet[of], p95),
      how: `p95 ${meanwhile.toFixed(0)} ms (${during[of].length}) against ${before.toFixed(0)} ms quiet (${quiet[of].length})`,
    };
  };
  return [
    {
      name: `reports of ${TEAMS} teams`,
      ...{ value: seconds, unit: 's', bound: 90, better: 'lower', quiet: true },
      how: `full PDFs, SQLite, while somebody reads and answers${busy}`,
    },
    {
      name: `peak memory with the archive fetched`,
      ...{ value: peak, unit: 'MB', bound: 900, better: 'lower' },
      how: `whole server; archive of ${(fetched.bytes / 1e6).toFixed(0)} MB in ${fetched.seconds.toFixed(1)} s`,
    },
    ratio('scorecard while reports are made', 'page'),
    ratio('saving while reports are made', 'save'),
  ];
}
