import { VENDORS } from '@/lib/domain/vocabulary';
import type { ReportDocument } from '@/lib/domain/report-document';
import { breakable } from './glyphs';
import type { Writing } from './view';

/** The finished assessments of the team up to this one, a row each, oldest first; `null` where there is none before it. */
export type HistoryView = {
  models: { mark: string; name: string }[];
  rows: { title: string; date: string; breaks: boolean; cells: { level: string; count: string }[] }[];
  breaks: boolean;
};

export function historyView(
  { history, report }: Pick<ReportDocument, 'history' | 'report'>,
  { format }: Writing,
): HistoryView | null {
  if (history.length === 0) return null;
  return {
    models: report.models.map(({ mark, id }) => ({ mark, name: VENDORS[id].name })),
    rows: history.map(({ title, date, breaks, models }) => ({
      ...{ title: breakable(title), date: format.date(date), breaks },
      cells: report.models.map(({ id }) => {
        const own = models.find(({ model }) => model === id);
        return own === undefined
          ? { level: '–', count: '' }
          : { level: own.level, count: `${own.met} of ${own.of}` };
      }),
    })),
    breaks: history.some(({ breaks }) => breaks),
  };
}
