// Unicode's marks of a part with a direction of its own, and of its end. They draw nothing.
const RIGHT_TO_LEFT = '\u2067';
const END = '\u2069';

const LEFTWARD = String.raw`(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}]`;
const LEFTWARD_LETTERS = new RegExp(LEFTWARD, 'gu');
// From the first letter to the last between which no other script has one.
const LEFTWARD_RUNS = new RegExp(String.raw`${LEFTWARD}(?:\P{L}*${LEFTWARD})*\p{M}*`, 'gu');

/**
 * Marks what is written from right to left, so that the signs and numbers around it stand in their places: the whole text where most of
 * its letters are Arabic or Hebrew, else each such part of it. rich-text.typ and `person` of style.typ set a text that begins with the
 * mark as a paragraph from right to left.
 */
export function directed(text: string): string {
  const leftward = text.match(LEFTWARD_LETTERS)?.length ?? 0;
  if (leftward === 0) return text;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (leftward * 2 > letters) return RIGHT_TO_LEFT + text + END;
  return text.replaceAll(LEFTWARD_RUNS, `${RIGHT_TO_LEFT}$&${END}`);
}
