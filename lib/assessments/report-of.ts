import 'server-only';
import { userById } from '@/db/users';
import type { ActorContext } from '../context';
import { buildReport } from '../domain/build-report';
import type { Report } from '../domain/report';
import type { ModelId } from '../domain/vocabulary';
import { loadAssessment, type LoadedAssessment } from './load-assessment';

export type AssessmentReport = { loaded: LoadedAssessment; report: Report };

/** The report of an assessment, on all its questionnaires or on one of them; `null` where there is no such assessment. */
export async function reportOf(
  ctx: ActorContext,
  id: string,
  organisation: string,
  only?: ModelId,
): Promise<AssessmentReport | null> {
  const loaded = await loadAssessment(ctx, id);
  if (loaded === null) return null;
  const { row, assessment } = loaded;
  const finisher = row.finishedBy === null ? undefined : await userById(ctx.db, row.finishedBy);
  const questionnaires =
    only !== undefined && assessment.questionnaires.includes(only) ? [only] : assessment.questionnaires;
  const report = buildReport(
    ctx.content,
    { ...assessment, questionnaires },
    {
      organisation,
      status: {
        finished: row.status === 'finished',
        by: finisher?.name ?? null,
        at: row.finishedAt?.toISOString().slice(0, 10) ?? null,
      },
    },
  );
  return { loaded, report };
}
