import { dateText, percent, plural } from './labels';
import type { TellableScorecard } from './shared-view';
import { takesSentences, type WhatItTakes } from './what-it-takes';

export type ScorecardHead = {
  organisation: string;
  /** The unit that it is of; `null` for the whole organisation. */
  unit: string | null;
  /** The day on which it is read, `2026-11-30`. */
  date: string;
  /** Absent from a view that was frozen before there was any. */
  takes?: WhatItTakes | undefined;
};

/** At most eight lines that paste well into a mail or a chat: no table, no tabs, no markup. */
export function scorecardText(
  scorecard: TellableScorecard,
  { organisation, unit, date, takes }: ScorecardHead,
): string {
  const { sentences, models, teams, certainty, heat } = scorecard;
  const name = oneLine(unit === null ? organisation : `${organisation}, ${unit}`);
  const weak = heat.domains
    .flatMap(({ title }, index) => {
      const cell = heat.all.cells[index];
      return cell === null || cell === undefined ? [] : [{ title, cell }];
    })
    .toSorted((a, b) => a.cell.certain - b.cell.certain)
    .slice(0, 3);
  const ways = models.flatMap(({ target }) =>
    target === null
      ? []
      : [
          `${target.label}${target.by === null ? '' : ` by ${dateText(target.by)}`}: ${target.reached} there, ${target.near} near, ${target.far} far`,
        ],
  );
  return [
    `${name}, MLOps maturity, ${dateText(date)}: ${teams} of ${plural(certainty.expected, 'team')} finished`,
    ...sentences.slice(0, 3),
    ...(ways.length === 0 ? [] : [ways.join(' · ')]),
    ...(weak.length === 0
      ? []
      : [`Weakest: ${weak.map(({ title, cell }) => `${title} ${percent(cell)}`).join(', ')}`]),
    ...(takes === undefined ? [] : takesSentences(takes).map(oneLine)),
  ].join('\n');
}

/** A name may have been pasted with its line ends. */
const oneLine = (name: string): string => name.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
