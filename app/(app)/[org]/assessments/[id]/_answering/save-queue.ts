import type { AnswerContent } from '@/lib/assessments/answering-view';
import { NO_ANSWER } from './choice';
import { contentKey, type Kept } from './kept-answers';
import { contentOf, type Known, type Outcome, type Refusal, type Saved, type Theirs } from './outcome';
import type { Outside, QueueState } from './queue-state';
import { SendingPace } from './sending-pace';

const AT_ONCE = 3;

/**
 * Brings answers to the server and loses none: each is kept on the device before it is sent and until it is acknowledged. One request
 * at a time for a capability; the newest content wins; the version to replace follows from what the server last said. Clock, network
 * and storage come from outside.
 */
export class SaveQueue {
  readonly #server: Map<string, Known>;
  readonly #delays = new Map<string, () => void>();
  readonly #sending = new Set<string>();
  readonly #conflicts = new Map<string, Theirs>();
  readonly #refused = new Map<string, Refusal>();
  readonly #listeners = new Set<() => void>();
  readonly #pace: SendingPace;
  #savedAt: string | null = null;
  #signedOut: string | null = null;
  #state: QueueState;

  constructor(
    private readonly outside: Outside,
    known: ReadonlyMap<string, Known>,
  ) {
    this.#server = new Map(known);
    this.#pace = new SendingPace(outside.timer);
    this.#state = this.#snapshot();
  }

  readonly state = (): QueueState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Keeps an answer at once and sends it when nothing newer came for so long. What was saved already is not sent again. */
  write(capability: string, content: AnswerContent, delayMs: number): void {
    const { kept } = this.outside;
    const before = kept.waiting.get(capability);
    const base = this.#server.get(capability);
    const asSaved = contentKey(base?.content ?? NO_ANSWER) === contentKey(content);
    this.#refused.delete(capability);
    this.#callOff(capability);
    if (asSaved && (before?.tried.length ?? 0) === 0) {
      this.#drop(capability);
    } else {
      const seen = before?.seen ?? base?.version ?? 0;
      kept.keep(capability, { content, seen, id: this.outside.newId(), tried: before?.tried ?? [] });
      this.#delays.set(
        capability,
        this.outside.timer(() => this.#due(capability), delayMs),
      );
    }
    this.#changed();
  }

  /** Takes up what an earlier visit left on this device. */
  takeUp(): void {
    this.outside.kept.rereadAll();
    this.#changed();
    this.#pump();
  }

  /** Now, without waiting for a pause or for somebody to stop typing: connected again, signed in again, or leaving. */
  sendNow(): void {
    for (const capability of [...this.#delays.keys()]) this.#callOff(capability);
    this.#pace.skipPause();
    this.#pump();
  }

  /** Another tab of this person changed what the device keeps; sending that is the other tab's business. */
  reread(capability: string): void {
    if (!this.#sending.has(capability)) this.outside.kept.reread(capability);
    this.#changed();
  }

  /** Another tab of this person has saved; what waits here was typed later, as tabs tell each other at once. */
  learn(capability: string, { content, version, savedAt }: Saved): void {
    if (!this.#know(capability, { content, version })) return;
    this.#savedAt = savedAt;
    const waiting = this.outside.kept.waiting.get(capability);
    if (waiting !== undefined && waiting.seen < version && !this.#sending.has(capability)) {
      if (contentKey(waiting.content) === contentKey(content)) this.outside.kept.forget(capability);
      else this.outside.kept.keep(capability, { ...waiting, seen: version });
    }
    this.#changed();
  }

  /**
   * What the server has by now, as it tells unasked. What waits here stays on the screen: the server says no to it, and both are shown.
   */
  hear(capability: string, theirs: Theirs): void {
    if (theirs.version <= this.versionOf(capability)) return;
    this.#know(capability, { content: contentOf(theirs), version: theirs.version });
    if (this.#conflicts.has(capability)) this.#conflicts.set(capability, theirs);
    this.#changed();
  }

  /** The newest version that the server is known to have; 0 for none. */
  versionOf(capability: string): number {
    return this.#server.get(capability)?.version ?? 0;
  }

  /** Ends a conflict: with this content in the place of theirs, or with theirs where it is `null`. */
  decide(capability: string, content: AnswerContent | null): void {
    const theirs = this.#conflicts.get(capability);
    if (theirs === undefined) return;
    if (content === null) this.#drop(capability);
    else {
      this.#conflicts.delete(capability);
      const kept = { content, seen: theirs.version, id: this.outside.newId(), tried: [] };
      this.outside.kept.keep(capability, kept);
    }
    this.#changed();
    this.#pump();
  }

  /** Gives up all that is unsent, or some of it. */
  discard(capabilities: Iterable<string> = this.outside.kept.waiting.keys()): void {
    for (const capability of [...capabilities]) this.#drop(capability);
    if (this.outside.kept.waiting.size === 0) {
      this.#signedOut = null;
      this.#pace.succeeded();
    }
    this.#changed();
  }

  #due(capability: string): void {
    this.#delays.delete(capability);
    this.#pump();
  }

  #callOff(capability: string): void {
    this.#delays.get(capability)?.();
    this.#delays.delete(capability);
  }

  /** Sends what can be sent: nothing while a pause lasts, one as a try after it or after a new sign-in, otherwise a few at once. */
  #pump(): void {
    if (this.#pace.pausing) return;
    const atOnce = this.#pace.failing || this.#signedOut !== null ? 1 : AT_ONCE;
    const ready = [...this.outside.kept.waiting.keys()].filter(
      (capability) =>
        ![this.#delays, this.#sending, this.#conflicts, this.#refused].some((held) => held.has(capability)),
    );
    for (const capability of ready) {
      if (this.#sending.size >= atOnce) return;
      void this.#deliver(capability);
    }
  }

  async #deliver(capability: string): Promise<void> {
    const kept = this.outside.kept.latest(capability);
    if (kept === null) return this.#changed();
    const sent = { ...kept, tried: [...kept.tried.slice(-2), contentKey(kept.content)] };
    this.outside.kept.keep(capability, sent);
    this.#sending.add(capability);
    this.#pace.begun(() => this.#changed());
    const outcome = await this.outside.send(capability, sent).catch((): Outcome => ({ kind: 'unreachable' }));
    this.#sending.delete(capability);
    if (this.#sending.size === 0) this.#pace.ended();
    this.#settle(capability, sent, outcome);
    this.#changed();
    if (outcome.kind !== 'signed-out') this.#pump();
  }

  #settle(capability: string, sent: Kept, outcome: Outcome): void {
    if (outcome.kind === 'unreachable') return this.#pace.failed(() => this.#pump());
    this.#pace.succeeded();
    this.#signedOut = outcome.kind === 'signed-out' ? outcome.message : null;
    if (outcome.kind === 'saved') this.#acknowledge(capability, sent, outcome);
    if (outcome.kind === 'conflict') this.#meet(capability, outcome.theirs);
    if (outcome.kind === 'refused') this.#refused.set(capability, outcome);
  }

  #acknowledge(
    capability: string,
    sent: Kept,
    { version, savedAt }: Extract<Outcome, { kind: 'saved' }>,
  ): void {
    this.#savedAt = savedAt;
    this.#know(capability, { content: sent.content, version });
    this.outside.announce(capability, { content: sent.content, version, savedAt });
    const now = this.outside.kept.latest(capability);
    if (now?.id === sent.id) this.#drop(capability);
    else if (now !== null) this.outside.kept.keep(capability, { ...now, seen: version, tried: [] });
  }

  /** Our own earlier words, whose acknowledgement was lost, are no conflict. */
  #meet(capability: string, theirs: Theirs): void {
    const content = contentOf(theirs);
    this.#know(capability, { content, version: theirs.version });
    const kept = this.outside.kept.latest(capability);
    if (kept === null) return;
    if (theirs.byYou && kept.tried.includes(contentKey(content)))
      this.outside.kept.keep(capability, { ...kept, seen: theirs.version, tried: [] });
    else this.#conflicts.set(capability, theirs);
  }

  /** What is heard of the server comes by several ways and not in order: nothing older takes the place of something newer. */
  #know(capability: string, known: Known): boolean {
    if (known.version < this.versionOf(capability)) return false;
    this.#server.set(capability, known);
    return true;
  }

  #drop(capability: string): void {
    this.#callOff(capability);
    this.#conflicts.delete(capability);
    this.#refused.delete(capability);
    this.outside.kept.drop(capability);
  }

  #changed(): void {
    this.#state = this.#snapshot();
    for (const listener of this.#listeners) listener();
  }

  #snapshot(): QueueState {
    const { waiting, durable } = this.outside.kept;
    const answers = new Map(this.#server);
    for (const [capability, { content, seen }] of waiting)
      answers.set(capability, { content, version: seen });
    return {
      answers,
      waiting: waiting.size,
      phase: this.#phase(),
      signedOut: this.#signedOut,
      savedAt: this.#savedAt,
      durable,
      conflicts: new Map(this.#conflicts),
      refused: new Map(this.#refused),
    };
  }

  #phase(): QueueState['phase'] {
    if (this.#signedOut !== null) return 'signed-out';
    if (this.#pace.failing) return 'retrying';
    return this.#pace.slow ? 'saving' : 'quiet';
  }
}
