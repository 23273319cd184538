import 'server-only';
import type { LoadedAssessment } from '../assessments/load-assessment';
import type { ReportDocument, ReportEdition } from '../domain/report-document';
import type { ReportSettings } from '../domain/schema/report-settings';
import type { ModelId } from '../domain/vocabulary';
import { liveDocument, type DocumentContext } from './live-document';
import { defaultSettings } from '../domain/report-defaults';
import { dayOf } from '../domain/calendar';

/** The report of an assessment as it is, with all its parts, without anybody setting one up; by one questionnaire or by all. */
export function quickDocument(
  ctx: DocumentContext,
  loaded: LoadedAssessment,
  only: ModelId | null,
  firm: ReportSettings['firm'] = null,
  edition: ReportEdition = 'full',
): Promise<ReportDocument> {
  const settings = { ...defaultSettings('MLOps maturity report', edition, only), firm };
  return liveDocument(ctx, loaded, { settings }, [], {
    status: loaded.row.status === 'finished' ? 'final' : 'draft',
    ...{ number: '', on: dayOf(ctx.now), changes: [] },
  });
}
