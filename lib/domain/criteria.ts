import type { Standing } from './answers';
import { readParts, stated, statementOf, type Reader, type Triple } from './readings';
import { allParts } from './requirements';
import type { Statement, Statements } from './schema/answers';
import type { Criterion, MaturityModel } from './schema/content';

/** What a criterion's own sentence is found to be. `not-asked`: nothing decides it, and nobody is asked. */
export type Holds = 'holds' | 'not-yet' | 'not-known' | 'not-applicable' | 'not-asked';

export type CriterionReading = {
  criterion: Criterion;
  holds: Holds;
  /** Present where a person spoke about this criterion directly, which then decides. */
  statement?: Statement;
  /** The rungs that would decide it, and where each capability stands. */
  decidedBy: { capability: string; rung: number; standing: Standing }[];
};

/** Reads every criterion of a model, advice and information included, in the order of the content. */
export function readCriteria(
  model: Pick<MaturityModel, 'criteria'>,
  read: Reader,
  statements: Statements,
): CriterionReading[] {
  return model.criteria.map((criterion) => readCriterion(criterion, read, statements));
}

export function readCriterion(criterion: Criterion, read: Reader, statements: Statements): CriterionReading {
  const { met } = criterion;
  const statement = statementOf(criterion, statements);
  const decidedBy =
    met === undefined ? [] : allParts(met).map((part) => ({ ...part, standing: read(part.capability) }));
  return {
    criterion,
    holds: statement === undefined ? fromLadders(criterion, read) : word(stated(statement)),
    ...(statement === undefined ? {} : { statement }),
    decidedBy,
  };
}

function fromLadders({ met, ask }: Criterion, read: Reader): Holds {
  if (met === undefined) return ask === true ? 'not-known' : 'not-asked';
  const reading = readParts(allParts(met), 'anyOf' in met ? 'any' : 'all', read);
  return reading === undefined ? 'not-applicable' : word(reading);
}

function word({ certain, best }: Triple): Holds {
  if (certain) return 'holds';
  return best ? 'not-known' : 'not-yet';
}

/** How many statements hold, do not, and so on. */
export function countHolds(readings: readonly { holds: Holds }[]): Record<Holds, number> {
  const counts = { holds: 0, 'not-yet': 0, 'not-known': 0, 'not-applicable': 0, 'not-asked': 0 };
  for (const { holds } of readings) counts[holds] += 1;
  return counts;
}

/** How many of them apply and are asked. */
export const askedOf = (counts: Record<Holds, number>): number =>
  counts.holds + counts['not-yet'] + counts['not-known'];

/** Share of the statements that hold, of those that apply and are asked; `null` where there is none. */
export function statementShare(counts: Record<Holds, number>): number | null {
  const of = askedOf(counts);
  return of === 0 ? null : counts.holds / of;
}

/** Ids of the criteria, by any model, that standing on this rung meets as far as this capability alone is concerned. */
export function criteriaTiedTo(
  model: Pick<MaturityModel, 'criteria'>,
  capability: string,
  rung?: number,
): Criterion[] {
  return model.criteria.filter(
    ({ met }) =>
      met !== undefined &&
      allParts(met).some(
        (part) => part.capability === capability && (rung === undefined || part.rung === rung),
      ),
  );
}
