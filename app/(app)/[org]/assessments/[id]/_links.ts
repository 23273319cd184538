import type { Route } from 'next';
import type { ModelId } from '@/lib/domain/vocabulary';

/** Where the numbers of a result lead to: the question that was answered, and the vendor's statement. */
export type Links = {
  /** `/harbour-bank/assessments/fraud-scoring-q4-2026` */
  base: string;
  only: ModelId | undefined;
};

export const answerHref = ({ base, only }: Links, capability: string): Route =>
  `${base}?at=${capability}${only === undefined ? '' : `&order=${only}`}` as Route;

/** `at` opens the area that the statement stands in, which a place on the page alone does not. */
export const statementHref = ({ base }: Pick<Links, 'base'>, model: ModelId, criterion: string): Route =>
  `${base}/${model}?at=${criterion}#${criterion}` as Route;

/** The trace of one level's count, on the results page itself. */
export const traceId = (model: ModelId, level: string): string => `trace-${model}-${level}`;
