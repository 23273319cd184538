import type { AnswerContent } from '@/lib/assessments/answering-view';

/** Where answers stand on the device until the server has them. `set` says whether it was really kept. */
export type Shelf = {
  get: (key: string) => string | null;
  set: (key: string, value: string) => boolean;
  remove: (key: string) => void;
  keys: () => string[];
};

/** One unsent answer. `tried` are the contents that were sent and not heard of: found on the server, they are our own. */
export type Kept = { content: AnswerContent; seen: number; id: string; tried: string[] };

const text = (value: string | null | undefined): string => (value ?? '').trim();

/** Nothing where nothing is said, as in what an older page left on the device. */
const saidBeside = (...parts: (string | undefined)[]): string[] =>
  parts.some((part) => text(part) !== '') ? parts.map(text) : [];

/** The same text for the same answer, as the server trims it and whatever the order of its keys. */
export function contentKey({ choice, note, evidence, flagged }: AnswerContent): string {
  const said =
    choice === null
      ? null
      : 'rung' in choice
        ? choice.rung
        : 'notApplicable' in choice
          ? ['n', text(choice.reason), ...saidBeside(choice.approvedBy, choice.reviewOn)]
          : 'd';
  // Who added a piece and when is the server's to say, and not part of what was said.
  const shown = evidence.map(({ title, url, note: about, rung, against, until }) => [
    ...[text(title), text(url), text(about)],
    ...saidBeside(rung === undefined ? '' : String(rung), against === true ? 'against' : '', until),
  ]);
  return JSON.stringify([said, text(note), shown, flagged]);
}

/**
 * The unsent answers of one person to one assessment: in memory, and on the device as one entry a capability, so that two tabs do not
 * overwrite each other's.
 */
export class KeptAnswers {
  readonly #waiting = new Map<string, Kept>();
  /** Those that the device refused to keep. */
  readonly #inMemoryOnly = new Set<string>();
  readonly #prefix: string;

  constructor(
    private readonly shelf: Shelf,
    person: string,
    assessment: string,
  ) {
    this.#prefix = `rungs:unsent:${person}:${assessment}:`;
  }

  get waiting(): ReadonlyMap<string, Kept> {
    return this.#waiting;
  }

  get durable(): boolean {
    return this.#inMemoryOnly.size === 0;
  }

  keep(capability: string, kept: Kept): void {
    this.#waiting.set(capability, kept);
    const stored = this.shelf.set(this.#prefix + capability, JSON.stringify(kept));
    if (stored) this.#inMemoryOnly.delete(capability);
    else this.#inMemoryOnly.add(capability);
  }

  drop(capability: string): void {
    this.forget(capability);
    this.shelf.remove(this.#prefix + capability);
  }

  /** Another tab changed what the device holds: sent it, or wrote something newer. */
  reread(capability: string): void {
    const stored = this.#stored(capability);
    if (stored !== null) this.#waiting.set(capability, stored);
    else if (!this.#inMemoryOnly.has(capability)) this.#waiting.delete(capability);
  }

  /** The newest there is: another tab's on the device, or this tab's own, should the device have been emptied. */
  latest(capability: string): Kept | null {
    const mine = this.#waiting.get(capability) ?? null;
    if (this.#inMemoryOnly.has(capability)) return mine;
    return this.#stored(capability) ?? mine;
  }

  /** Another tab has sent this, and takes it off the device itself. */
  forget(capability: string): void {
    this.#waiting.delete(capability);
    this.#inMemoryOnly.delete(capability);
  }

  /** Takes up what an earlier visit left on this device. */
  rereadAll(): void {
    for (const key of this.shelf.keys()) {
      const capability = this.capabilityOf(key);
      if (capability !== null) this.reread(capability);
    }
  }

  #stored(capability: string): Kept | null {
    return parse(this.shelf.get(this.#prefix + capability));
  }

  /** The capability of an entry of the device's storage, or `null` when it is none of ours. */
  capabilityOf(key: string): string | null {
    return key.startsWith(this.#prefix) ? key.slice(this.#prefix.length) : null;
  }
}

/** What an older or damaged entry lacks is not guessed: it is left alone, and not sent. */
function parse(json: string | null): Kept | null {
  if (json === null) return null;
  try {
    const value = JSON.parse(json) as Partial<Kept> | null;
    const { content, seen, id, tried } = value ?? {};
    if (!isContent(content) || typeof seen !== 'number' || typeof id !== 'string') return null;
    return { content, seen, id, tried: Array.isArray(tried) ? tried : [] };
  } catch {
    return null;
  }
}

const isContent = (value: unknown): value is AnswerContent =>
  typeof value === 'object' &&
  value !== null &&
  'choice' in value &&
  'note' in value &&
  'evidence' in value &&
  Array.isArray(value.evidence);
