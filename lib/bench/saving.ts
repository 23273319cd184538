import { content } from '../content/load';
import type { Figure } from '../dev/bench';
import { median } from './median';
import { sqliteUrl, startMeasured, stop, type MeasuredServer } from './servers';
import startPostgres from '../../db/test-postgres.mjs';
import stopPostgres from '../../db/test-postgres-stop.mjs';

/** A draft of the demo, by the slug of its organisation and its id. */
export const DEMO_DRAFT = { org: 'harbour-bank', id: 'fraud-scoring-q1-2027' };
const SAVES = 200;

/** One answer after the other over loopback, so the figure is the server's time and a little more. */
export async function benchSaving(): Promise<Figure[]> {
  const sqlite = await measure('SQLite', await startMeasured(sqliteUrl()));
  await startPostgres();
  try {
    return [sqlite, await measure('PostgreSQL', await startMeasured(process.env['PG_URL'] ?? ''))];
  } finally {
    await stopPostgres();
  }
}

async function measure(engine: string, server: MeasuredServer): Promise<Figure> {
  const seen = new Map<string, number>();
  const times: number[] = [];
  const ids = content().capabilities.map(({ id }) => id);
  try {
    for (let save = 0; save < SAVES + 20; save += 1) {
      const id = ids[save % ids.length] ?? '';
      const begun = performance.now();
      const response = await putAnswer(server, DEMO_DRAFT, {
        capability: id,
        seen: seen.get(id) ?? 0,
        rung: save % 5,
      });
      if (save >= 20) times.push(performance.now() - begun);
      seen.set(id, await versionAfter(response));
    }
  } finally {
    await stop(server);
  }
  return {
    name: `saving an answer, ${engine}`,
    value: median(times),
    unit: 'ms',
    bound: 15,
    better: 'lower',
    how: `p50 of ${SAVES} requests over loopback, synchronous=FULL`,
  };
}

/** Saves an answer as the answering page does. */
export function putAnswer(
  { address, cookie }: Pick<MeasuredServer, 'address' | 'cookie'>,
  { org, id }: { org: string; id: string },
  {
    capability,
    seen,
    rung,
    note = null,
  }: { capability: string; seen: number; rung: number; note?: string | null },
): Promise<Response> {
  return fetch(`${address}/api/assessments/${id}/answers/${capability}`, {
    method: 'PUT',
    headers: { cookie, origin: address, 'content-type': 'application/json' },
    body: JSON.stringify({
      org,
      seen,
      choice: { rung },
      note,
      evidence: [],
      flagged: false,
      vendorsSeenFirst: false,
    }),
  });
}

/** The version to go on from; a conflict with the seeded answer tells it too. */
export async function versionAfter(response: Response): Promise<number> {
  const body = (await response.json()) as {
    version?: number;
    detail?: { version: number };
    message?: string;
  };
  const version = body.version ?? body.detail?.version;
  if (version === undefined) throw new Error(`saving failed: ${response.status} ${body.message ?? ''}`);
  return version;
}
