import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readAssessmentFile } from '../assessments/read-assessment-file';
import { contentFolder, type ContentFault } from '../content/load';
import type { Content } from '../domain/schema/content';

/** The example assessments, which a house edition need not have, are read as anybody's file would be; a claim above rung 0 in them needs its proof. */
export function checkExamples(content: Content): ContentFault[] {
  const folder = path.join(contentFolder(), 'examples');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => {
      const file = `examples/${name}`;
      const result = readAssessmentFile(content, readFileSync(path.join(folder, name), 'utf8'));
      if (!result.ok) return result.faults.map((fault) => ({ file, ...fault }));
      const unproved = Object.entries(result.assessment.answers).filter(
        ([, answer]) =>
          'rung' in answer && answer.rung > 0 && !answer.evidence?.some(({ url }) => url !== undefined),
      );
      return unproved.map(([id]) => ({
        file,
        line: 1,
        message: `answers.${id}: a rung above 0 needs evidence with a link`,
      }));
    });
}
