import 'server-only';
import type { Report } from '../domain/report';
import { formatFor } from '../pdf/format';
import { reportView, type View } from '../pdf/view';

export type { View } from '../pdf/view';

const LOCALE = 'en-GB';

/** The texts of the printed report for the page on the screen, so that both say the same in the same order. */
export function printedReport(report: Report, { client, now }: { client: string; now: Date }): View {
  const generatedOn = formatFor(LOCALE).date(now.toISOString());
  return reportView(report, { paper: 'a4', locale: LOCALE, client, generatedOn });
}
