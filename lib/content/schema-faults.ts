import type * as z from 'zod';
import type { Path } from './yaml-source';

export type SchemaFault = { path: Path; message: string };

type Issue = z.core.$ZodIssue;

/** zod's issues as one line a fault, each naming the key that is wrong; in a union, the alternative that was meant. */
export function schemaFaults(error: z.ZodError): SchemaFault[] {
  return error.issues.flatMap((issue) => faultsOf(issue, []));
}

function faultsOf(issue: Issue, base: Path): SchemaFault[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.filter((issues) => issues.every(isAboutValue));
    const [nearest] = meant.toSorted((a, b) => a.length - b.length);
    return nearest === undefined
      ? [{ path, message: issue.message }]
      : nearest.flatMap((each) => faultsOf(each, path));
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], message: `unknown key ${key}` }));
  }
  if (issue.code === 'invalid_key') return [{ path, message: issue.issues[0]?.message ?? issue.message }];
  return [{ path, message: lowerFirst(issue.message) }];
}

/** False for what says that another alternative was meant: keys that are too many or missing. */
function isAboutValue(issue: Issue): boolean {
  if (issue.code === 'unrecognized_keys') return false;
  return !(issue.code === 'invalid_type' && issue.message.endsWith('received undefined'));
}

const lowerFirst = (text: string): string =>
  text.replace(/^Invalid input: /, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());

/** `answers.data-validation.rung`, for a message. */
export const pathText = (path: Path): string => path.map(String).join('.');
