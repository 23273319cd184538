import 'server-only';
import { pathText, schemaFaults } from '@/lib/content/schema-faults';
import { parseYaml, type LocatedFault } from '@/lib/content/yaml-source';
import { assessmentOf, assessmentProblems, type Assessment } from '@/lib/domain/assessment';
import { LIMITS } from '@/lib/domain/limits';
import { assessmentFileSchema } from '@/lib/domain/schema/answers';
import type { Content } from '@/lib/domain/schema/content';

export type ReadAssessment = { ok: true; assessment: Assessment } | { ok: false; faults: LocatedFault[] };

/** Reads an assessment file (YAML or JSON, format version 1). Nothing is taken from a file with a fault; all faults are listed. */
export function readAssessmentFile(content: Content, text: string): ReadAssessment {
  const source = parseYaml(text, LIMITS.fileBytes);
  if (!source.ok) return source;
  const result = assessmentFileSchema.safeParse(source.value);
  if (!result.success) {
    const faults = schemaFaults(result.error);
    return {
      ok: false,
      faults: faults.map(({ path, message }) => located(source.lineOf(path), path, message)),
    };
  }
  const problems = assessmentProblems(content, result.data);
  if (problems.length > 0) {
    return {
      ok: false,
      faults: problems.map(({ path, message }) => located(source.lineOf(path), path, message)),
    };
  }
  return { ok: true, assessment: assessmentOf(result.data) };
}

const located = (line: number, path: readonly PropertyKey[], message: string): LocatedFault => ({
  line,
  message: path.length === 0 ? message : `${pathText(path)}: ${message}`,
});
