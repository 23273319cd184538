import type { Standing } from './answers';
import { RUNG_NAMES, VENDORS, type ModelId } from './vocabulary';

/** How levels, rungs and pairs are written. A bare digit is always a rung; a vendor's level carries its name or an L. */

type NamedLevel = { id: string; name: string };

/** `Initial` for AWS, whose phases have names; `L1` for Microsoft and Google, whose levels have numbers. */
export const levelShort = (model: ModelId, level: NamedLevel): string =>
  model === 'aws' ? level.name : `L${level.id}`;

/** `AWS Initial`, `Microsoft L1`, `Google L0`. */
export const levelLabel = (model: ModelId, level: NamedLevel): string =>
  `${VENDORS[model].name} ${levelShort(model, level)}`;

/** The level with this id, or `below Initial` where not even the lowest is reached. */
export function levelText(model: ModelId, levels: readonly NamedLevel[], id: string | null): string {
  const level = levels.find((each) => each.id === id);
  if (level !== undefined) return levelShort(model, level);
  const [lowest] = levels;
  return lowest === undefined ? 'below' : `below ${levelShort(model, lowest)}`;
}

/** One character for a strip of answers: the rung, `?` not known (yet), `–` not applicable. */
export function standingMark(standing: Standing): string {
  if (typeof standing === 'number') return String(standing);
  return standing === 'not-applicable' ? '–' : '?';
}

/** A standing in words, the rung with its name. */
export function standingText(standing: Standing): string {
  if (typeof standing === 'number') return `${standing} ${RUNG_NAMES[standing]}`;
  return { 'not-applicable': 'not applicable', unknown: 'not known', unanswered: 'not answered' }[standing];
}

/** `3`, or `3–5` where the two bounds differ. */
export const range = (least: number, most: number): string =>
  least === most ? String(least) : `${Math.min(least, most)}–${Math.max(least, most)}`;

/** How much of a level is met: `15 of 19`, `3–5 of 11` where answers are open; a lowest level may ask for nothing. */
export const levelCount = ({ met, atBest, of }: { met: number; atBest: number; of: number }): string =>
  of === 0 ? 'nothing asked' : `${range(met, atBest)} of ${of}`;

/** `4,000`. For pages that come alive: a browser's first number format costs a phone 35 ms there. */
export const thousands = (whole: number): string => String(whole).replaceAll(/\B(?=(\d{3})+$)/g, ',');

/** A share as whole per cent; the one place where a score is rounded. */
export const perCent = (share: number): number => Math.round(share * 100);

/** `45 %` or `30–50 %`. */
export function percent(pair: { certain: number; best: number } | null): string {
  if (pair === null) return 'nothing applies';
  return `${range(perCent(pair.certain), perCent(pair.best))} %`;
}

const SMALL = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** Numbers up to twelve as words, as in running text. */
export const inWords = (count: number): string => SMALL[count] ?? String(count);

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A title as words within a sentence; one that begins with an abbreviation keeps it. */
export const withinSentence = (title: string): string =>
  /^[A-Z]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);

/** `a, b and c`, or with another word before the last. */
export function list(items: readonly string[], word: 'and' | 'or' = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** `1 answer`, `2 answers`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An ISO date as `3 Nov 2026`; whatever else comes is left as it is. */
export function dateText(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? iso : `${Number(day)} ${name} ${year}`;
}

/** `2026-Q4` as `Q4 2026`. */
export const quarterText = (quarter: string): string => quarter.replace(/^(\d{4})-(Q\d)$/, '$2 $1');
