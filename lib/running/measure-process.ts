import 'server-only';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { poolUse } from '@/db/client';
import { countJobs } from '@/db/jobs';
import type { Context } from '../context';
import { openStreams } from '../live/streams';
import { version } from '../version';
import { metrics } from './metrics';

/** Begins to measure this process: memory, processor, event loop, garbage collection. */
export function measureProcess(): void {
  const { registry } = metrics();
  collectDefaultMetrics({ register: registry });
  const info = new Gauge({
    name: 'rungs_info',
    help: 'Always 1; the labels say which version runs with which edition of the content.',
    labelNames: ['version', 'edition'],
    registers: [],
  });
  info.set(version(), 1);
  registry.registerMetric(info);
  registry.registerMetric(
    new Gauge({
      name: 'rungs_streams_open',
      help: 'Pages that listen to this process for changes.',
      registers: [],
      collect() {
        this.set(openStreams());
      },
    }),
  );
  registry.registerMetric(
    new Gauge({
      name: 'rungs_database_connections',
      help: 'Connections of this process to PostgreSQL, and requests that wait for one; none on SQLite.',
      labelNames: ['state'],
      registers: [],
      collect() {
        for (const [state, count] of Object.entries(poolUse() ?? {})) this.set({ state }, count);
      },
    }),
  );
}

/** All measurements as Prometheus reads them, with the jobs as they stand in the database. Throws where that does not answer. */
export async function metricsText({ db }: Pick<Context, 'db'>): Promise<string> {
  const jobs = new Registry();
  const gauge = new Gauge({
    name: 'rungs_jobs',
    help: 'Jobs in the database, of all processes that share it.',
    labelNames: ['state'],
    registers: [jobs],
  });
  for (const state of ['queued', 'running'] as const) gauge.set({ state }, await countJobs(db, state));
  return `${await metrics().registry.metrics()}\n${await jobs.metrics()}`;
}
