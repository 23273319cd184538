import 'server-only';
import { userById } from '@/db/users';
import type { ActorContext } from '../context';
import { buildReport, type ReportFacts } from '../domain/build-report';
import { dayOf } from '../domain/calendar';
import type { Report } from '../domain/report';
import type { ModelId } from '../domain/vocabulary';
import { loadAssessment, type LoadedAssessment } from './load-assessment';

export type AssessmentReport = { loaded: LoadedAssessment; report: Report };

/** The report of an assessment, the frozen one once it is finished, on all its questionnaires or on one; `null` where there is none. */
export async function reportOf(
  ctx: ActorContext,
  id: string,
  organisation: string,
  only?: ModelId,
): Promise<AssessmentReport | null> {
  const loaded = await loadAssessment(ctx, id);
  return loaded === null ? null : { loaded, report: await reportFrom(ctx, loaded, organisation, only) };
}

/** The same of an assessment that is loaded already. */
export async function reportFrom(
  ctx: ActorContext,
  loaded: LoadedAssessment,
  organisation: string,
  only?: ModelId,
): Promise<Report> {
  const { assessment, content, frozen } = loaded;
  const narrowed = only !== undefined && assessment.questionnaires.includes(only);
  if (frozen !== null && !narrowed) return frozen.body.report;
  const facts = frozen === null ? await factsOf(ctx, loaded, organisation) : frozen.body.report;
  const questionnaires = narrowed ? [only] : assessment.questionnaires;
  const { status, organisation: named } = facts;
  return buildReport(content, { ...assessment, questionnaires }, { organisation: named, status });
}

async function factsOf(
  ctx: ActorContext,
  { row }: LoadedAssessment,
  organisation: string,
): Promise<ReportFacts> {
  const finisher = row.finishedBy === null ? undefined : await userById(ctx.db, row.finishedBy);
  return {
    organisation,
    status: {
      finished: row.status === 'finished',
      by: finisher?.name ?? null,
      at: row.finishedAt === null ? null : dayOf(row.finishedAt),
    },
  };
}
