import { assessmentsOfOrg } from '@/db/assessments';
import { archiveAssessment } from '../../assessments/archive-assessment';
import { finishAssessment } from '../../assessments/finish-assessment';
import { newContext } from '../../context';
import { SIMULATED } from '../../demo/simulated';

const WARM_UP = 10;
const ARCHIVED = 200;

const ctx = () => ({
  ...newContext(),
  actor: { userId: 'owner', orgId: SIMULATED.id, role: 'owner' as const },
  org: SIMULATED,
  person: { name: 'Olive Owner' },
});

async function timed(
  ids: readonly string[],
  use: (id: string) => Promise<{ ok: boolean }>,
): Promise<number[]> {
  const times: number[] = [];
  for (const id of ids) {
    const begun = performance.now();
    const { ok } = await use(id);
    times.push(performance.now() - begun);
    if (!ok) throw new Error(`${id} was refused`);
  }
  return times.slice(WARM_UP);
}

/** Finishes the drafts of a simulated organisation and archives what is newest; milliseconds, each. */
export async function finishing(): Promise<{ finishing: number[]; archiving: number[] }> {
  const rows = await assessmentsOfOrg(ctx().db, SIMULATED.id);
  const idsOf = (status: string) => rows.filter((row) => row.status === status).map(({ id }) => id);
  return {
    finishing: await timed(idsOf('draft'), (id) => finishAssessment(ctx(), { org: SIMULATED.id, id })),
    archiving: await timed(idsOf('finished').slice(0, ARCHIVED + WARM_UP), (id) =>
      archiveAssessment(ctx(), { id, archived: 'yes' }),
    ),
  };
}
