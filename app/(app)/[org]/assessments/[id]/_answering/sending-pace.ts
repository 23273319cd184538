/** Runs once after so many milliseconds; returns how to call it off. */
export type Timer = (run: () => void, ms: number) => () => void;

const SLOW_MS = 600;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** When to try again after a failure, each pause twice the last, and when sending takes long enough to be said. */
export class SendingPace {
  #failures = 0;
  #slow = false;
  #endPause: (() => void) | null = null;
  #endSlow: (() => void) | null = null;

  constructor(private readonly timer: Timer) {}

  get failing(): boolean {
    return this.#failures > 0;
  }

  get pausing(): boolean {
    return this.#endPause !== null;
  }

  get slow(): boolean {
    return this.#slow;
  }

  failed(resume: () => void): void {
    this.#failures += 1;
    this.skipPause();
    const ms = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (this.#failures - 1));
    this.#endPause = this.timer(() => {
      this.#endPause = null;
      resume();
    }, ms);
  }

  succeeded(): void {
    this.#failures = 0;
    this.skipPause();
  }

  skipPause(): void {
    this.#endPause?.();
    this.#endPause = null;
  }

  begun(changed: () => void): void {
    this.#endSlow ??= this.timer(() => {
      this.#slow = true;
      changed();
    }, SLOW_MS);
  }

  ended(): void {
    this.#endSlow?.();
    this.#endSlow = null;
    this.#slow = false;
  }
}
