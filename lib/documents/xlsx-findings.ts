import { titlesOf } from '@/lib/domain/roadmap-words';
import { number, text } from '@/lib/export/sheet';
import { plainText } from './blocks';
import type { Table } from './report-xlsx';
import type { Source } from './source';

/** What people found beside the answers, a row each; lists and emphasis are told as lines. `null` where the report has none. */
export function findingsSheet({ document, view, content }: Source): Table | null {
  if (view.findings.length === 0 || !view.sections.includes('findings')) return null;
  const { title } = titlesOf(content);
  return [
    [
      ...[number('Number'), text('Headline', 50), text('Finding', 80), text('Recommendation', 80)],
      ...[text('Capabilities', 40), text('Evidence', 50)],
    ],
    view.findings.map(({ headline, text: said, recommendation }, index) => {
      const { capabilities = [], evidence = [] } = document.findings[index] ?? {};
      const shown = evidence.map((each) => [each.title, each.url, each.note].filter(Boolean).join(' · '));
      return [
        ...[index + 1, headline, lines(plainText(said)), lines(plainText(recommendation))],
        ...[lines(capabilities.map(title)), lines(shown)],
      ];
    }),
  ];
}

const lines = (texts: readonly string[]): string | null => texts.join('\n') || null;
