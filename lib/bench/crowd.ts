import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { content } from '../content/load';
import type { Changes } from '../assessments/changes-since';
import { DEMO_DRAFT, putAnswer, type SentAnswer } from './answers';

/** How often somebody sends an answer to whose newer version the server points, before it counts as lost. */
const TRIES = 5;

/** An answer that the server said it has; `sent` is when that request left, in milliseconds of this process. */
export type Acknowledged = {
  by: number;
  /** The id of the assessment. */
  draft: string;
  capability: string;
  version: number;
  note: string;
  sent: number;
};

/** A version of an answer, and when it reached an open page. */
type Shown = { version: number; at: number };

export type Log = {
  acknowledged: Acknowledged[];
  /** How long each request took, in milliseconds, whatever the answer. */
  times: number[];
  conflicts: number;
  /** Answers that were never acknowledged, as somebody else was always quicker. */
  givenUp: number;
  /** Requests that wait for an answer at this moment. */
  underWay: number;
  /** By person and capability, in the order of arrival. */
  shown: Map<string, Shown[]>[];
};

export type Crowd = {
  log: Log;
  /** Lets everybody save once in so many milliseconds, each at a time of their own; fails once all have stopped where the server went. */
  save: (forMs: number, everyMs: number) => Promise<void>;
  /** Closes all pages. */
  leave: () => Promise<void>;
};

/** People with one assessment open, one for each cookie, each with a stream of what others change; back when all streams have begun. */
export async function gather(address: string, cookies: readonly string[]): Promise<Crowd> {
  const log: Log = {
    ...{ acknowledged: [], times: [], conflicts: 0, givenUp: 0, underWay: 0 },
    shown: cookies.map(() => new Map()),
  };
  const leaving = new AbortController();
  const capabilities = content().capabilities.map(({ id }) => id);
  const pages = cookies.map((cookie, by) => ({
    ...{ address, cookie, by, capabilities },
    versions: new Map<string, number>(),
  }));
  const streams: Promise<void>[] = [];
  await Promise.all(
    pages.map(async (page) => {
      const response = await openStream(page, leaving.signal);
      streams.push(listen(response, page, log));
    }),
  );
  return {
    log,
    save: async (forMs, everyMs) => {
      const until = performance.now() + forMs;
      const all = await Promise.allSettled(pages.map((page) => saveOnAndOn(page, log, { until, everyMs })));
      for (const each of all) if (each.status === 'rejected') throw each.reason;
    },
    leave: async () => {
      leaving.abort();
      await Promise.all(streams);
    },
  };
}

type Page = {
  address: string;
  cookie: string;
  by: number;
  capabilities: readonly string[];
  /** What the page shows. */
  versions: Map<string, number>;
};

async function openStream({ address, cookie }: Page, signal: AbortSignal): Promise<Response> {
  const { org, id } = DEMO_DRAFT;
  const response = await fetch(`${address}/api/assessments/${id}/changes?org=${org}`, {
    headers: { cookie, accept: 'text/event-stream' },
    signal,
  });
  if (!response.ok) throw new Error(`nobody may listen: ${response.status} ${await response.text()}`);
  return response;
}

/** Notes what arrives until the stream ends, by whichever side; what a stream that ended early misses shows in the measure. */
async function listen(response: Response, { by, versions }: Page, { shown }: Log): Promise<void> {
  const here = shown[by];
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of response.body ?? []) {
      const at = performance.now();
      text += decoder.decode(chunk, { stream: true });
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const { capability, version } of events.flatMap(answersIn)) {
        here?.set(capability, [...(here.get(capability) ?? []), { version, at }]);
        versions.set(capability, Math.max(version, versions.get(capability) ?? 0));
      }
    }
  } catch {
    // Left, or the server was killed.
  }
}

function answersIn(event: string): Changes['answers'] {
  const data = /^event: changes\ndata: (.*)$/.exec(event)?.[1];
  return data === undefined ? [] : (JSON.parse(data) as Changes).answers;
}

/** Somebody answers one capability after the other, as often whether the server is quick or slow. */
async function saveOnAndOn(
  page: Page,
  log: Log,
  { until, everyMs }: { until: number; everyMs: number },
): Promise<void> {
  const { capabilities } = page;
  for (let due = performance.now() + randomInt(everyMs); due < until; due += everyMs) {
    await setTimeout(Math.max(0, due - performance.now()));
    await saveOne(page, log, capabilities[randomInt(capabilities.length)] ?? '');
  }
}

/** Saves a text that is like no other, and insists on it where somebody else was quicker. */
async function saveOne(page: Page, log: Log, capability: string): Promise<void> {
  const answer = { capability, rung: randomInt(5), note: randomUUID() };
  let seen = page.versions.get(capability) ?? 0;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const sent = performance.now();
    log.underWay += 1;
    const { response, body } = await put(page, { ...answer, seen });
    log.underWay -= 1;
    log.times.push(performance.now() - sent);
    if (response.ok && body.version !== undefined) {
      const { version } = body;
      log.acknowledged.push({
        by: page.by,
        draft: DEMO_DRAFT.id,
        capability,
        version,
        note: answer.note,
        sent,
      });
      page.versions.set(capability, Math.max(version, page.versions.get(capability) ?? 0));
      return;
    }
    if (response.status !== 409) throw new Error(`saving failed: ${response.status} ${body.message ?? ''}`);
    log.conflicts += 1;
    seen = body.detail?.version ?? seen;
  }
  log.givenUp += 1;
}

type Said = { version?: number; detail?: { version: number }; message?: string };

async function put(page: Page, answer: SentAnswer): Promise<{ response: Response; body: Said }> {
  const response = await putAnswer(page, DEMO_DRAFT, answer);
  return { response, body: (await response.json()) as Said };
}

/**
 * How long after it was sent each acknowledged answer stood on the page of each other person, in milliseconds; `Infinity` where it never
 * did. A page that shows what replaced it has shown it too.
 */
export function untilShown({ acknowledged, shown }: Log): number[] {
  return acknowledged.flatMap(({ by, capability, version, sent }) =>
    shown.flatMap((here, person) => {
      if (person === by) return [];
      const first = here.get(capability)?.find((each) => each.version >= version);
      return [first === undefined ? Infinity : first.at - sent];
    }),
  );
}
