import { cleaned } from '@/lib/export/clean-text';

/** A text as any file may hold it: nothing that turns what follows or that XML refuses, and no places to break that only the PDF needs. */
export function written(text: string): string {
  const line = cleaned(text.replaceAll('\u200b', ''))
    .replaceAll(/[\p{Cc}\ufffe\uffff]+/gu, ' ')
    .replaceAll(/ +/g, ' ');
  if (line === '') return text === '' ? '' : ' ';
  // A space at an end is between this piece of a line and its neighbour.
  return `${/^\s/u.test(text) ? ' ' : ''}${line}${/\s$/u.test(text) ? ' ' : ''}`;
}

const STRONG = /\p{L}/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

/** Whether a text begins in a script that is written from right to left. */
export function isRightToLeft(text: string): boolean {
  const first = STRONG.exec(text)?.[0];
  return first !== undefined && RIGHT_TO_LEFT.test(first);
}
