import { editionWords } from '@/lib/domain/edition-name';
import { capitalised, list } from '@/lib/domain/labels';
import type { ReportDocument } from '@/lib/domain/report-document';
import { issueText } from '@/lib/domain/report-issue';
import type { Format } from './format';
import { breakable } from './glyphs';

/** How somebody who doubts a report finds out. */
export type CheckView = {
  sentences: string[];
  /** Where to send it, and the same on a command line. */
  ways: { words: string; href: string | null }[];
  facts: { name: string; value: string }[];
};

export function checkView(
  { report, assessmentHash, issue, checkAt }: ReportDocument,
  format: Format,
): CheckView {
  return {
    sentences: [
      'The same answers on the same content always give the same figures. The hash of the edition covers all content; that of the measure covers what can move a figure: capabilities, rungs, levels and the ties between them.',
      'To check this report, take it as JSON. Two questions are answered apart: is it unchanged since it was sealed, and who issued it? Then the answers in it are scored anew, and every figure that differs is named.',
    ],
    ways: [
      ...(checkAt === null ? [] : [{ words: checkAt, href: checkAt }]),
      { words: 'npm run rungs -- verify REPORT.json', href: null },
    ],
    facts: [
      { name: 'Report', value: `${capitalised(issueText(issue))}, ${format.date(issue.on)}` },
      { name: 'Assessed', value: breakable(`${report.subject}, ${format.date(report.date)}`) },
      { name: 'Questionnaires', value: list(report.models.map(({ name }) => name)) },
      { name: 'Content edition', value: editionWords(report.edition.version) },
      { name: 'Hash of the edition', value: report.edition.hash },
      { name: 'Hash of the measure', value: report.measure },
      ...(assessmentHash === null
        ? []
        : [{ name: 'Hash of the finished assessment', value: assessmentHash }]),
    ],
  };
}
