import 'server-only';
import { stringify } from 'yaml';
import * as z from 'zod';
import type { ActorContext } from '../context';
import { fileOf, type Assessment } from '../domain/assessment';
import type { Content } from '../domain/schema/content';
import { done, failed, type Result } from '../errors';
import { loadAssessment } from './load-assessment';

export const exportAssessmentInput = z.object({ org: z.string(), id: z.string() });

export type ExportedAssessment = { yaml: string; subject: string; title: string };

/** The assessment as a file that the command line and another installation read: answers, statements, scope and targets. */
export async function exportAssessment(
  ctx: ActorContext,
  { id }: Pick<z.output<typeof exportAssessmentInput>, 'id'>,
): Promise<Result<ExportedAssessment>> {
  const loaded = await loadAssessment(ctx, id);
  if (loaded === null) return failed('not-found', 'There is no such assessment.');
  const { assessment, content, row } = loaded;
  return done({
    yaml: assessmentYaml(content, assessment),
    subject: assessment.subject,
    title: row.title,
  });
}

// Without aliases, as a reader takes only a few of them, and without folding, so that long texts stay as written.
export const assessmentYaml = (content: Content, assessment: Assessment): string =>
  stringify(fileOf(content, assessment), { aliasDuplicateObjects: false, lineWidth: 0 });
