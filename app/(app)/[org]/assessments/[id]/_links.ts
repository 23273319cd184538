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

/** Every requirement of a vendor, level by level, which the results page shows when it is asked for; at one level, where one is named. */
export const traceHref = ({ base, only }: Links, model: ModelId, level?: string): Route =>
  `${base}/results?${only === undefined ? '' : `view=${only}&`}trace=${model}#${traceId(model, level)}` as Route;

/** Its place on that page. */
export const traceId = (model: ModelId, level?: string): string =>
  level === undefined ? `trace-${model}` : `trace-${model}-${level}`;
