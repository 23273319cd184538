import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readAssessmentFile } from '../assessments/read-assessment-file';
import { publishedFolder } from '../content/load';
import type { Assessment } from '../domain/assessment';
import type { Content } from '../domain/schema/content';

/** An assessment of a public project: its file's name is the team's address. */
export type ExampleAssessment = { slug: string; assessment: Assessment };

/** The assessments in `content/examples/`, by file name. Throws with file, line and fault where one cannot be read. */
export function examples(content: Content): ExampleAssessment[] {
  const folder = path.join(publishedFolder(), 'examples');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => {
      const result = readAssessmentFile(content, readFileSync(path.join(folder, name), 'utf8'));
      if (!result.ok)
        throw new Error(
          `${name}: ${result.faults.map(({ line, message }) => `${line}: ${message}`).join('; ')}`,
        );
      return { slug: name.replace(/\.yaml$/, ''), assessment: result.assessment };
    });
}
