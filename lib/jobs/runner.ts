import 'server-only';
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Job } from '@/db/schema/jobs';
import { newContext } from '../context';
import { logBug } from '../log';
import { restPool } from '../pdf/typesetter';
import { whenStopping } from '../running/stop';
import { claimNext } from './claim-job';
import { putBack, runJob, type RunContext } from './run-job';
import { sweepJobs } from './sweep-jobs';
import { onWake } from './wake';

/** How long a job that another instance queued, or that was left behind, may wait at most. */
const POLL_MS = 15_000;
const SWEEP_MS = 600_000;

const started = Symbol.for('rungs.jobs.runner');
const shared: typeof globalThis & { [started]?: true } = globalThis;

/** Does queued jobs, one at a time, for as long as this process lives. Each instance runs one; the database says who does what. */
export function startRunner(): void {
  if (shared[started] === true) return;
  shared[started] = true;
  const state: State = { stopping: false, at: null, nap: new AbortController() };
  onWake(() => state.nap.abort());
  whenStopping(() => stop(state));
  void loop(state);
}

type State = { stopping: boolean; at: Job | null; nap: AbortController };

const me = randomUUID();

const runContext = (): RunContext => ({ ...newContext(), me, clock: () => new Date() });

async function loop(state: State): Promise<void> {
  // Not by the time of day, which may be set back.
  let sweptAt = -Infinity;
  while (!state.stopping) {
    // A start from now on must not be slept over.
    state.nap = new AbortController();
    try {
      if (performance.now() - sweptAt > SWEEP_MS) {
        await sweepJobs(runContext());
        sweptAt = performance.now();
      }
      if (await doNext(state)) continue;
    } catch (error) {
      logBug(error, 'jobs');
    }
    // Nothing to do keeps no process alive.
    await setTimeout(POLL_MS, undefined, { ref: false, signal: state.nap.signal }).catch(() => undefined);
  }
}

/** Whether there was a job. */
async function doNext(state: State): Promise<boolean> {
  state.at = await claimNext(runContext());
  if (state.at === null) return false;
  try {
    await runJob(runContext(), state.at, () => state.stopping);
  } finally {
    state.at = null;
    await restPool('background');
  }
  return true;
}

/** The server ends as soon as its last request is answered, so the job goes back at once and not when its report is set. */
async function stop(state: State): Promise<void> {
  state.stopping = true;
  state.nap.abort();
  if (state.at === null) return;
  const { orgId, id } = state.at;
  await putBack(runContext(), { orgId, id, claimedBy: me }).catch((error: unknown) => logBug(error, 'jobs'));
}
