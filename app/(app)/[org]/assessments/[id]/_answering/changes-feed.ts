import type { Changes } from '@/lib/assessments/changes-since';
import type { Timer } from './sending-pace';

/** Why there is nothing more to hear: the session ended, or the assessment is not there any more. */
export type Over = 'signed-out' | 'gone';

export type Hearing = {
  changes: (changes: Changes) => void;
  /** The server ended it: `again` asks to come again. */
  ended: (why: Over | 'again') => void;
  failed: () => void;
};

/** What became of asking once. */
export type Asked =
  { kind: 'changes'; changes: Changes } | { kind: 'over'; why: Over } | { kind: 'unreachable' };

type Outside = {
  /** Opens a stream of events; returns how to close it. */
  listen: (hearing: Hearing) => () => void;
  ask: () => Promise<Asked>;
  timer: Timer;
  tell: (changes: Changes) => void;
  over: (why: Over) => void;
};

const AGAIN_MS = 300;
const PAUSE_MS = 1_000;
/** The first event comes at once; a way on which none comes holds them back. */
const SILENT_MS = 8_000;
const POLL_MS = 5_000;
const FAILURES = 3;
/** So often it is asked before a stream is tried once more. */
const ASKED_BEFORE_TRYING = 12;

/**
 * Hears what others change: by a stream while one can be had, and by asking every five seconds where three in a row came to nothing, as
 * behind a proxy that lets none through. What was missed in between comes with the next, as each says what the page has.
 */
export class ChangesFeed {
  #close: () => void = () => undefined;
  #callOff: () => void = () => undefined;
  #failures = 0;
  #asked = 0;
  #running = false;

  constructor(private readonly outside: Outside) {}

  /** Begins, or tries at once what would be tried after a pause. */
  start(): void {
    if (this.#running && this.#failures === 0) return;
    this.#running = true;
    this.#connect();
  }

  stop(): void {
    this.#running = false;
    this.#rest();
  }

  #rest(): void {
    this.#close();
    this.#callOff();
    this.#close = () => undefined;
  }

  #after(ms: number, run: () => void): void {
    this.#callOff();
    this.#callOff = this.outside.timer(run, ms);
  }

  #connect(): void {
    this.#rest();
    let current = true;
    this.#after(SILENT_MS, () => this.#failed());
    const close = this.outside.listen({
      changes: (changes) => {
        if (!current) return;
        this.#failures = 0;
        this.#callOff();
        this.outside.tell(changes);
      },
      ended: (why) => {
        if (!current) return;
        this.#rest();
        if (why === 'again') this.#after(AGAIN_MS, () => this.#connect());
        else this.#end(why);
      },
      failed: () => {
        if (current) this.#failed();
      },
    });
    this.#close = () => {
      current = false;
      close();
    };
  }

  #failed(): void {
    this.#rest();
    this.#failures += 1;
    this.#asked = 0;
    if (this.#failures < FAILURES) this.#after(PAUSE_MS * this.#failures, () => this.#connect());
    else this.#after(0, () => void this.#poll());
  }

  async #poll(): Promise<void> {
    const asked = await this.outside.ask().catch((): Asked => ({ kind: 'unreachable' }));
    if (!this.#running) return;
    if (asked.kind === 'over') return this.#end(asked.why);
    if (asked.kind === 'changes') this.outside.tell(asked.changes);
    this.#asked += 1;
    if (this.#asked < ASKED_BEFORE_TRYING) this.#after(POLL_MS, () => void this.#poll());
    else this.#after(POLL_MS, () => this.#connect());
  }

  #end(why: Over): void {
    this.stop();
    this.outside.over(why);
  }
}

/** Reads what was answered to asking once; a page of a proxy means that the server was not reached. */
export function askedOf(body: unknown): Asked {
  if (typeof body !== 'object' || body === null) return { kind: 'unreachable' };
  if ('answers' in body && Array.isArray(body.answers) && 'shape' in body)
    return { kind: 'changes', changes: body as Changes };
  const code = 'code' in body ? body.code : null;
  if (code === 'signed-out') return { kind: 'over', why: 'signed-out' };
  return code === 'not-found' || code === 'forbidden'
    ? { kind: 'over', why: 'gone' }
    : { kind: 'unreachable' };
}
