/** Parts of a picture in SVG, as text. Figures have at most two decimals, so that the same value gives the same text. */

type Attributes = Record<string, string | number>;

/** An element with what stands in it, which is SVG already. */
export function element(name: string, attributes: Attributes, ...inside: string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? figure(value) : escaped(value)}"`)
    .join('');
  return inside.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${inside.join('')}</${name}>`;
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const figure = (value: number): string => String(Math.round(value * 100) / 100);

/** Text whose middle line is at `y`. */
export function textAt(
  text: string,
  { x, y, size, ...rest }: { x: number; y: number; size: number } & Attributes,
): string {
  return element('text', { x, y: y + size * 0.36, 'font-size': size, ...rest }, escaped(text));
}

/** A width that a text in Inter stays below, in most cases by little. */
export const textWidth = (text: string, size: number): number => text.length * size * 0.56;
