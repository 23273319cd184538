import 'server-only';
import type { Report } from '../domain/report';
import { reportView, type View } from '../pdf/view';

export type { View } from '../pdf/view';

/** The texts of the printed report for the page on the screen, so that both say the same in the same order. */
export function printedReport(
  report: Report,
  { client, now, hash }: { client: string; now: Date; hash: string | undefined },
): View {
  return reportView(report, {
    paper: 'a4',
    locale: 'en-GB',
    client,
    generatedOn: now.toISOString().slice(0, 10),
    hash,
  });
}
