import { issueText } from '@/lib/domain/report-issue';
import type { ReportDocument } from '@/lib/domain/report-document';
import { breakable } from './glyphs';
import type { Writing } from './view';

/** What is said of this issue of a report: how it differs from the final before, the finals before it, and who gets it. */
export type IssueView = {
  text: string;
  /** What is different from the final before; `null` in the first. */
  corrects: string | null;
  changes: string[];
  earlier: { text: string; on: string; changes: string[] }[];
  distribution: string[];
};

export function issueView(
  { issue, earlier, distribution }: Pick<ReportDocument, 'issue' | 'earlier' | 'distribution'>,
  { format }: Writing,
): IssueView {
  const [before] = earlier;
  return {
    text: issueText(issue),
    corrects: before === undefined ? null : issueText(before),
    changes: issue.changes.map(breakable),
    earlier: earlier.map((each) => ({
      text: issueText(each),
      on: format.date(each.on),
      changes: each.changes.map(breakable),
    })),
    distribution: distribution.map(breakable),
  };
}
