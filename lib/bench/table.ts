import type { Compared } from './compare';
import { verdictOf } from './figure';
import type { BenchResult, StoredFigure } from './result';

/** A value with the digits that say something. */
export function valueText(value: number, unit: string): string {
  const digits = Number.isInteger(value)
    ? 0
    : unit === '%' || unit === 'times'
      ? 2
      : Math.abs(value) < 100
        ? 1
        : 0;
  return `${value.toFixed(digits)} ${unit}`;
}

const boundText = ({ bound, better }: Pick<StoredFigure, 'bound' | 'better'>): string =>
  bound === null ? '' : `${better === 'lower' ? '≤' : '≥'} ${bound}`;

const spreadText = ({ spread, unit }: StoredFigure): string =>
  spread === null ? '' : `± ${valueText(spread / 2, unit)}`;

/** The rows of a table, one for each figure: name, value, half the interquartile range, bound, verdict, how. */
const rowsOf = (figures: readonly StoredFigure[]): string[][] =>
  figures.map((figure) => [
    figure.name,
    figure.value === null ? '' : valueText(figure.value, figure.unit),
    spreadText(figure),
    boundText(figure),
    verdictOf(figure),
    figure.how,
  ]);

/** Figures as lines of text in columns. */
export function textTable({ groups }: BenchResult): string {
  const rows = Object.values(groups).flatMap(({ figures }) => rowsOf(figures));
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(0, ...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** What moved, appeared or is gone, a line each; one line where nothing did. */
export function changesText(changes: readonly Compared[]): string {
  const lines = changes
    .filter(({ change }) => change !== 'same')
    .map(({ change, name, before, after, unit, noise }) => {
      const was = before === null ? 'not run' : valueText(before, unit);
      const is = after === null ? 'not run' : valueText(after, unit);
      if (change === 'new') return `new    ${name}: ${is}`;
      if (change === 'gone') return `gone   ${name}: was ${was}`;
      if (change === 'not comparable') return `?      ${name}: ${was} before, ${is} now`;
      return `${change.padEnd(6)} ${name}: ${was} before, ${is} now; by chance up to ${valueText(noise ?? 0, unit)}`;
    });
  return lines.length === 0 ? 'nothing moved beyond what it moves by chance' : lines.join('\n');
}

const BUSY = 0.05;

/** The figures as Markdown, a table for each group, with when and where it was measured. */
export function markdownTables({ engines, groups }: BenchResult): string {
  const parts = Object.entries(groups).map(
    ([name, { measures, date, commit, node, machine, otherWork, figures }]) => {
      const busy =
        otherWork !== null && otherWork > BUSY
          ? ` **Under other work**, which kept ${(otherWork * 100).toFixed(0)} % of the machine busy: figures marked with ◦ say little.`
          : '';
      return [
        `### ${name}`,
        '',
        `${measures} Measured on ${date} at \`${commit}\`, Node ${node}, ${machine}.${busy}`,
        '',
        '| figure | value | spread | bound | | how |',
        '| --- | --- | --- | --- | --- | --- |',
        ...rowsOf(figures).map((row, index) => {
          const [first = '', ...others] = row;
          const mark = figures[index]?.quiet === true ? ' ◦' : '';
          return `| ${[first + mark, ...others].map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
        }),
      ].join('\n');
    },
  );
  const settings = Object.entries(engines).map(([engine, words]) => `- ${engine}: ${words}`);
  return [settings.join('\n'), ...parts].join('\n\n');
}
