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

const TIME_LIMIT_MS = 30_000;

const templates = path.join(process.cwd(), 'lib/pdf');

let thread: Worker | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Sets one document in the typesetting thread, after those asked for before it. */
export function typeset(
  template: Template,
  inputs: Record<string, string>,
  timeLimitMs = TIME_LIMIT_MS,
): Promise<Uint8Array> {
  const pdf = last.then(() => run({ template, inputs }, timeLimitMs));
  last = pdf.catch(() => undefined);
  return pdf;
}

function run(job: Job, timeLimitMs: number): Promise<Uint8Array> {
  const worker = (thread ??= start());
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
      discard(worker);
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

function start(): Worker {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
    workerData: { templates, fonts: FONT_FILES },
    env: SHARE_ENV,
  });
  return worker.on('error', () => discard(worker)).on('exit', () => discard(worker));
}

/** The next job starts a new thread. */
function discard(worker: Worker): void {
  if (thread === worker) thread = undefined;
}
