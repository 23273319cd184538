import type * as z from 'zod';
import { LIMITS } from '../domain/limits';
import { pathText, schemaFaults } from './schema-faults';
import { parseYaml, type LocatedFault } from './yaml-source';

export type Checked<Value> = { ok: true; value: Value } | { ok: false; faults: LocatedFault[] };
type Problem = { path: readonly PropertyKey[]; message: string };

/**
 * Reads a person's file (YAML or JSON) by a schema, and by what `check` finds in the value that the schema let pass. Nothing is taken from
 * a file with a fault; all faults are listed, each with its line.
 */
export function readChecked<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  check: (value: z.output<Schema>) => readonly Problem[],
): Checked<z.output<Schema>> {
  const source = parseYaml(text, LIMITS.fileBytes);
  if (!source.ok) return source;
  const result = schema.safeParse(source.value);
  const problems = result.success ? check(result.data) : schemaFaults(result.error);
  if (result.success && problems.length === 0) return { ok: true, value: result.data };
  return {
    ok: false,
    faults: problems.map(({ path, message }) => ({
      line: source.lineOf(path),
      message: path.length === 0 ? message : `${pathText(path)}: ${message}`,
    })),
  };
}
