import type { AnswerContent } from '@/lib/assessments/answering-view';
import { KeptAnswers, type Shelf } from './kept-answers';
import type { Known, Outcome, Saved } from './outcome';
import { SaveQueue } from './save-queue';

/** A device, a clock and a server to try the queue on. For tests alone. */

export const rung = (value: 0 | 1 | 2 | 3 | 4, more: Partial<AnswerContent> = {}): AnswerContent => ({
  choice: { rung: value },
  note: null,
  evidence: [],
  flagged: false,
  vendorsSeenFirst: false,
  ...more,
});

/** Storage that outlives a tab; `full` refuses to keep more. */
export function aShelf(): Shelf & { entries: Map<string, string>; full: boolean } {
  const entries = new Map<string, string>();
  return {
    entries,
    full: false,
    get: (key) => entries.get(key) ?? null,
    set(key, value) {
      if (!this.full) entries.set(key, value);
      return !this.full;
    },
    remove: (key) => void entries.delete(key),
    keys: () => [...entries.keys()],
  };
}

/** Time that passes when told to. */
export function aClock() {
  let now = 0;
  const due = new Map<object, { at: number; run: () => void }>();
  return {
    timer: (run: () => void, ms: number) => {
      const handle = {};
      due.set(handle, { at: now + ms, run });
      return () => void due.delete(handle);
    },
    async pass(ms: number): Promise<void> {
      const until = now + ms;
      for (;;) {
        await settled();
        const [next] = [...due.values()].map(({ at }) => at).toSorted((a, b) => a - b);
        if (next === undefined || next > until) break;
        now = next;
        for (const [handle, { at, run }] of [...due]) {
          if (at === next && due.delete(handle)) run();
        }
      }
      now = until;
    },
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Everything that needs no time has happened, responses of the server too. */
async function settled(): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) await turn();
}

type Stored = { content: AnswerContent; version: number; by: string };
type Sent = { capability: string; content: AnswerContent; seen: number };

/** Stores answers by version as the real one does; `fail` decides instead while it is set. */
export function aServer(person = 'ana') {
  const stored = new Map<string, Stored>();
  const requests: Sent[] = [];
  const inFlight: string[] = [];
  const server = {
    stored,
    requests,
    /** The most requests that were on their way at once, in all and for one capability. */
    most: { atOnce: 0, ofOne: 0 },
    fail: null as null | (() => Outcome | Promise<Outcome>),
    /** Stores, and then loses the response. */
    deaf: false,
    async send(capability: string, { content, seen }: Pick<Sent, 'content' | 'seen'>): Promise<Outcome> {
      requests.push({ capability, content, seen });
      inFlight.push(capability);
      server.most.atOnce = Math.max(server.most.atOnce, inFlight.length);
      server.most.ofOne = Math.max(server.most.ofOne, inFlight.filter((each) => each === capability).length);
      await turn();
      inFlight.splice(inFlight.indexOf(capability), 1);
      if (server.fail !== null) return server.fail();
      const outcome = server.put(capability, content, seen, person);
      if (server.deaf) throw new TypeError('network error');
      return outcome;
    },
    put(capability: string, content: AnswerContent, seen: number, by: string): Outcome {
      const row = stored.get(capability);
      if ((row?.version ?? 0) !== seen && row !== undefined) {
        if (row.by === by && JSON.stringify(row.content) === JSON.stringify(content))
          return { kind: 'saved', version: row.version, savedAt: 'then' };
        const { version } = row;
        return {
          kind: 'conflict',
          theirs: { ...row.content, version, by: row.by, byYou: row.by === by, at: 'then' },
        };
      }
      stored.set(capability, { content, version: seen + 1, by });
      return { kind: 'saved', version: seen + 1, savedAt: 'now' };
    },
  };
  return server;
}

type World = {
  shelf?: Shelf;
  server: ReturnType<typeof aServer>;
  clock: ReturnType<typeof aClock>;
  known?: Record<string, Known>;
  announce?: (capability: string, saved: Saved) => void;
};

let ids = 0;

/** A tab of this person; several may share a shelf. */
export function aTab({ shelf = aShelf(), server, clock, known = {}, announce = () => {} }: World) {
  const kept = new KeptAnswers(shelf, 'ana', 'autumn');
  const queue = new SaveQueue(
    {
      kept,
      send: (capability, answer) => server.send(capability, answer),
      timer: clock.timer,
      newId: () => String((ids += 1)),
      announce,
    },
    new Map(Object.entries(known)),
  );
  return { queue, kept };
}
