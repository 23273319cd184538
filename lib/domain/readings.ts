import { standing, type Standing } from './answers';
import type { Answers, Statement, Statements } from './schema/answers';
import type { RungRef } from './schema/content';

/**
 * Three ways to read what is not known or does not apply. `certain` reads unrated capabilities as not reaching a rung, `best` as
 * reaching it; `floor` is `certain` with every not-applicable read as rung 0.
 */
export type Triple = { certain: boolean; best: boolean; floor: boolean };

/** What a set of answers and statements says, looked up by the parts of a criterion. */
export type Reader = (capability: string) => Standing;

export const readerOf =
  (answers: Answers): Reader =>
  (capability) =>
    standing(Object.hasOwn(answers, capability) ? answers[capability] : undefined);

/** Whether a standing reaches a rung; a part that does not apply reaches nothing at the floor and is left to the caller otherwise. */
function reaches(value: Standing, rung: number): Triple {
  if (typeof value === 'number') {
    const reached = value >= rung;
    return { certain: reached, best: reached, floor: reached };
  }
  return { certain: false, best: value !== 'not-applicable', floor: false };
}

const both = (a: Triple, b: Triple): Triple => ({
  certain: a.certain && b.certain,
  best: a.best && b.best,
  floor: a.floor && b.floor,
});

const either = (a: Triple, b: Triple): Triple => ({
  certain: a.certain || b.certain,
  best: a.best || b.best,
  floor: a.floor || b.floor,
});

const TRUE: Triple = { certain: true, best: true, floor: true };
const FALSE: Triple = { certain: false, best: false, floor: false };

/** A statement as a reading: what is stated not to be known may still hold. */
export function stated(statement: Statement): Triple {
  if ('unknown' in statement) return { certain: false, best: true, floor: false };
  return statement.holds ? TRUE : FALSE;
}

/** Parts joined by `all` or `any`. Parts that do not apply are dropped, except at the floor; `undefined` when none is left. */
export function readParts(parts: RungRef[], mode: 'all' | 'any', read: Reader): Triple | undefined {
  let result: Triple | undefined;
  let floor: boolean | undefined;
  for (const part of parts) {
    const value = read(part.capability);
    const reached = reaches(value, part.rung);
    floor =
      floor === undefined ? reached.floor : mode === 'all' ? floor && reached.floor : floor || reached.floor;
    if (value === 'not-applicable') continue;
    result =
      result === undefined ? reached : mode === 'all' ? both(result, reached) : either(result, reached);
  }
  return result && { certain: result.certain, best: result.best, floor: floor ?? false };
}

/** The statement that counts for a criterion: its own, otherwise that of the criterion it repeats. */
export function statementOf(
  criterion: { id: string; repeats?: string | undefined },
  statements: Statements,
): Statement | undefined {
  if (Object.hasOwn(statements, criterion.id)) return statements[criterion.id];
  const { repeats } = criterion;
  return repeats !== undefined && Object.hasOwn(statements, repeats) ? statements[repeats] : undefined;
}
