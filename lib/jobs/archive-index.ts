import 'server-only';
import type { PartHead } from '@/db/jobs';
import { MODEL_IDS, VENDORS } from '../domain/vocabulary';
import { csvText } from '../export/csv';

/** What is in an archive and what is not, a line a team. */
export function archiveIndex(parts: readonly PartHead[]): string {
  const models = MODEL_IDS.filter((model) => parts.some(({ line }) => line.levels[model] !== undefined));
  return csvText(
    [
      ...['Team', 'Unit', 'Assessment', 'Answers of'],
      ...models.map((model) => `${VENDORS[model].name} level`),
      ...['File', 'Remark'],
    ],
    parts.map(({ line, file, status, error }) => [
      ...[line.team, line.unit ?? '', line.assessment ?? '', line.date ?? ''],
      ...models.map((model) => line.levels[model] ?? ''),
      ...[status === 'done' ? (file ?? '') : '', error ?? ''],
    ]),
  );
}
