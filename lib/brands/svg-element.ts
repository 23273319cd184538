/** An element of an SVG that may stay, with what may stay of it. */
export type Element = { name: string; attributes: [string, string][]; children: (Element | string)[] };

export const attributeOf = ({ attributes }: Element, name: string): string | undefined =>
  attributes.find(([each]) => each === name)?.[1];

export const childrenOf = ({ children }: Element): Element[] =>
  children.filter((child) => typeof child !== 'string');

/** Whether this holds for the element or one in it. */
export const someElement = (element: Element, holds: (element: Element) => boolean): boolean =>
  holds(element) || childrenOf(element).some((child) => someElement(child, holds));

/** The element as text. */
export function writtenSvg({ name, attributes, children }: Element): string {
  const inner = children
    .map((child) => (typeof child === 'string' ? escaped(child) : writtenSvg(child)))
    .join('');
  const head = `<${name}${attributes.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}`;
  return inner === '' ? `${head}/>` : `${head}>${inner}</${name}>`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '');
