import * as z from 'zod';
import type { Figure } from './figure';
import { interquartile } from './quantile';

const figureSchema = z.strictObject({
  name: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  bound: z.number().nullable(),
  better: z.enum(['lower', 'higher']),
  how: z.string(),
  /** How many runs it is made of, and the interquartile range of what each gives; none for what is counted once. */
  runs: z.int().min(0),
  spread: z.number().min(0).nullable(),
  quiet: z.boolean(),
});

const measuredSchema = z.strictObject({
  /** What the group measures, in a sentence. */
  measures: z.string(),
  /** The day, such as `2026-11-22`. */
  date: z.string(),
  commit: z.string(),
  node: z.string(),
  machine: z.string(),
  /** The share of all cores that other processes kept busy before and after, the larger of the two; `null` where it is not known. */
  otherWork: z.number().nullable(),
  figures: z.array(figureSchema),
});

const resultSchema = z.strictObject({
  /** Settings of the engines on which it was measured. */
  engines: z.record(z.string(), z.string()),
  groups: z.record(z.string(), measuredSchema),
});

/** A figure as it is stored. */
export type StoredFigure = z.output<typeof figureSchema>;
/** A group of figures, with when and where they were measured. */
export type Measured = z.output<typeof measuredSchema>;
export type BenchResult = z.output<typeof resultSchema>;

/** The text of a stored result as a value; throws where it is none. */
export const parseResult = (text: string): BenchResult => resultSchema.parse(JSON.parse(text));

/** Digits beyond the sixth say nothing of a measurement. */
const rounded = (value: number): number => Number(value.toPrecision(6));

/** What is stored of a figure: of its runs their number and how far apart they are. */
export function storedFigure({ runs = [], quiet, ...figure }: Figure): StoredFigure {
  const spread = interquartile(runs.filter((run) => Number.isFinite(run)));
  return {
    ...figure,
    value: figure.value === null ? null : rounded(figure.value),
    runs: runs.length,
    spread: spread === null ? null : rounded(spread),
    quiet: quiet === true,
  };
}

/** A result in which the groups that were measured last take the place of those before. */
export const withGroups = (before: BenchResult | null, { engines, groups }: BenchResult): BenchResult => ({
  engines: { ...before?.engines, ...engines },
  groups: { ...before?.groups, ...groups },
});
