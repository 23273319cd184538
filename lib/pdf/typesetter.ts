import 'server-only';
import path from 'node:path';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import { FONT_FILES } from './fonts';

/** The templates cannot be set: a broken template, logo or installation, or a job that took too long. */
export class TypesettingFailed extends Error {
  constructor(reason: string) {
    super(`The PDF could not be made: ${reason}`);
    this.name = 'TypesettingFailed';
  }

  /** Whether it is for a sign that the fonts do not have. */
  get missesGlyph(): boolean {
    return this.message.includes('could not be displayed');
  }
}

/** The templates of this folder that are documents; the others are their parts. */
export type Template =
  | 'report.typ'
  | 'questionnaire.typ'
  | 'consolidated.typ'
  | 'scorecard.typ'
  | 'roadmap.typ'
  | 'brand.typ'
  | 'logo.typ';

type Job = { template: Template; inputs: Record<string, string> };

type Reply = { pdf: Uint8Array } | { failure: string };

/** What a person waits for, and what nobody does: each has a thread of its own, so that no person waits for two hundred reports. */
export type Pool = 'interactive' | 'background';

type Line = { thread: Worker | undefined; last: Promise<unknown> };

const TIME_LIMITS_MS: Record<Pool, number> = { interactive: 30_000, background: 120_000 };

const templates = path.join(process.cwd(), 'lib/pdf');

const lines: Record<Pool, Line> = {
  interactive: { thread: undefined, last: Promise.resolve() },
  background: { thread: undefined, last: Promise.resolve() },
};

/** Sets one document in the thread of a pool, after those asked of it before. */
export function typeset(
  template: Template,
  inputs: Record<string, string>,
  { pool = 'interactive', timeLimitMs = TIME_LIMITS_MS[pool] }: { pool?: Pool; timeLimitMs?: number } = {},
): Promise<Uint8Array> {
  const line = lines[pool];
  const pdf = line.last.then(() => run(line, { template, inputs }, timeLimitMs));
  line.last = pdf.catch(() => undefined);
  return pdf;
}

/** Gives back the memory of a pool's thread, after what was asked of it; the next document starts another. */
export async function restPool(pool: Pool): Promise<void> {
  const line = lines[pool];
  await line.last;
  const { thread } = line;
  line.thread = undefined;
  await thread?.terminate();
}

function run(line: Line, job: Job, timeLimitMs: number): Promise<Uint8Array> {
  const worker = (line.thread ??= start(line));
  // Only a thread at work keeps the process alive.
  worker.ref();
  return new Promise<Uint8Array>((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer);
      worker.off('message', onReply).off('error', onError).off('exit', onExit);
      worker.unref();
      act();
    };
    const fail = (reason: string) => {
      discard(line, worker);
      settle(() => reject(new TypesettingFailed(reason)));
    };
    const onReply = (reply: Reply) =>
      settle(() => ('pdf' in reply ? resolve(reply.pdf) : reject(new TypesettingFailed(reply.failure))));
    const onError = (error: Error) => fail(`the typesetting thread stopped (${error.message})`);
    const onExit = () => fail('the typesetting thread stopped');
    const timer = setTimeout(() => {
      void worker.terminate();
      fail(`it took longer than ${timeLimitMs / 1000} seconds`);
    }, timeLimitMs);
    worker.on('message', onReply).on('error', onError).on('exit', onExit);
    worker.postMessage(job);
  });
}

function start(line: Line): Worker {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
    workerData: { templates, fonts: FONT_FILES },
    env: SHARE_ENV,
  });
  return worker.on('error', () => discard(line, worker)).on('exit', () => discard(line, worker));
}

/** The next job starts a new thread. */
function discard(line: Line, worker: Worker): void {
  if (line.thread === worker) line.thread = undefined;
}
