import 'server-only';
import { Counter, Histogram, Registry } from 'prom-client';

/** Why somebody was not let in; never who. */
export type Refusal = 'password' | 'limit' | 'second-step';

type Metrics = {
  registry: Registry;
  requests: Histogram<'method' | 'route' | 'status'>;
  answers: Counter<'kind'>;
  refusals: Counter<'reason'>;
};

// On `globalThis`, as pages and the start of the server are bundled apart from each other.
const kept = Symbol.for('rungs.metrics');
const shared: typeof globalThis & { [kept]?: Metrics } = globalThis;

/** What this process counts, and where its gauges are registered. */
export const metrics = (): Metrics => (shared[kept] ??= newMetrics());

function newMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'rungs_http_request_duration_seconds',
      help: 'Requests answered, by route, method and class of status; event streams are left out.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    answers: new Counter({
      name: 'rungs_answers_saved_total',
      help: 'Answers saved: shared ones, and those that somebody gave alone.',
      labelNames: ['kind'],
      registers,
    }),
    refusals: new Counter({
      name: 'rungs_sign_in_refusals_total',
      help: 'Sign-ins refused: a wrong password, a limit on guessing, or a wrong code.',
      labelNames: ['reason'],
      registers,
    }),
  };
}

/** Counts one answered request; the labels come from fixed lists, so that their number is bounded. */
export function countRequest(
  labels: { method: string; route: string; status: string },
  seconds: number,
): void {
  metrics().requests.observe(labels, seconds);
}

export const countAnswer = (kind: 'shared' | 'alone'): void => metrics().answers.inc({ kind });

export const countRefusal = (reason: Refusal): void => metrics().refusals.inc({ reason });
