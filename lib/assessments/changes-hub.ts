import 'server-only';
import { pulsesOf } from '@/db/assessments';
import { database, type Db } from '@/db/client';
import { logBug } from '../log';
import { assessmentNow, type AssessmentNow } from './changes-since';

const POLL_MS = 1_000;

/** Somebody who listens to an assessment, and the version of it of which they were told all. */
export type Listener = {
  orgId: string;
  id: string;
  version: number;
  /** `null` where the assessment is not there any more. */
  tell: (now: AssessmentNow | null) => void;
};

/**
 * Tells listeners of this process what changed. The database alone knows, whichever instance changed it: it is asked once a second for
 * the versions of all assessments that somebody listens to, and for the answers of those that changed. Nobody listens, nothing is asked.
 */
export class ChangesHub {
  readonly #listeners = new Set<Listener>();
  #timer: NodeJS.Timeout | null = null;
  #looking = false;
  #failing = false;

  constructor(private readonly db: () => Db) {}

  /** Returns how to stop. */
  add(listener: Listener): () => void {
    this.#listeners.add(listener);
    this.#next();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0 || this.#timer === null) return;
      clearTimeout(this.#timer);
      this.#timer = null;
    };
  }

  /** Asks once. */
  async look(): Promise<void> {
    const listeners = [...this.#listeners];
    const pulses = await pulsesOf(this.db(), distinct(listeners));
    const versions = new Map(pulses.map(({ orgId, id, version }) => [keyOf({ orgId, id }), version]));
    const behind = listeners.filter((each) => versions.get(keyOf(each)) !== each.version);
    for (const { orgId, id } of distinct(behind)) {
      const now = versions.has(keyOf({ orgId, id })) ? await assessmentNow(this.db(), orgId, id) : null;
      for (const listener of behind.filter((each) => each.orgId === orgId && each.id === id)) {
        if (!this.#listeners.has(listener)) continue;
        if (now !== null) listener.version = now.version;
        listener.tell(now);
      }
    }
  }

  #next(): void {
    if (this.#timer !== null || this.#looking || this.#listeners.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#turn();
    }, POLL_MS).unref();
  }

  /** A database that does not answer is asked again; whoever listens hears nothing meanwhile and misses nothing after. */
  async #turn(): Promise<void> {
    this.#looking = true;
    try {
      await this.look();
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) logBug(error, 'changes');
      this.#failing = true;
    }
    this.#looking = false;
    this.#next();
  }
}

type Which = Pick<Listener, 'orgId' | 'id'>;

const keyOf = ({ orgId, id }: Which): string => `${orgId} ${id}`;

const distinct = (all: readonly Which[]): Which[] => [
  ...new Map(all.map(({ orgId, id }) => [keyOf({ orgId, id }), { orgId, id }])).values(),
];

// On `globalThis`, as `next dev` loads modules anew at each change and the streams stay open.
const kept = Symbol.for('rungs.assessments.changes');
const shared: typeof globalThis & { [kept]?: ChangesHub } = globalThis;

/** The one hub of this process. */
export const changesHub = (): ChangesHub => (shared[kept] ??= new ChangesHub(database));
