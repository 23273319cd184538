import 'server-only';
import { readChecked } from '@/lib/content/read-checked';
import type { LocatedFault } from '@/lib/content/yaml-source';
import { assessmentOf, assessmentProblems, type Assessment } from '@/lib/domain/assessment';
import { assessmentFileSchema } from '@/lib/domain/schema/answers';
import type { Content } from '@/lib/domain/schema/content';

export type ReadAssessment = { ok: true; assessment: Assessment } | { ok: false; faults: LocatedFault[] };

/** Reads an assessment file (YAML or JSON, format version 1). Nothing is taken from a file with a fault; all faults are listed. */
export function readAssessmentFile(content: Content, text: string): ReadAssessment {
  const read = readChecked(text, assessmentFileSchema, (file) => assessmentProblems(content, file));
  return read.ok ? { ok: true, assessment: assessmentOf(read.value) } : read;
}
