import 'server-only';
import type { LoadedAssessment } from '../assessments/load-assessment';
import type { ModelId } from '../domain/vocabulary';
import { documentView, type View } from '../pdf/view';
import type { DocumentContext } from './live-document';
import { lookOf } from './look-of';
import { quickDocument } from './quick-document';

export type { View } from '../pdf/view';

/** The texts of the printed report for the page on the screen, so that both say the same in the same order. */
export async function printedReport(
  ctx: DocumentContext,
  loaded: LoadedAssessment,
  only: ModelId | null,
): Promise<View> {
  return documentView(await quickDocument(ctx, loaded, only), loaded.content, lookOf('a4', ctx.now));
}
