import { referenced, referencedByClass } from './svg-allowed';
import { attributeOf, childrenOf, someElement, type Element } from './svg-element';

/** How many parts a drawing may come to: a browser, Typst and librsvg draw them in no time. */
export const MOST_DRAWN = 20_000;

/** So many steps from reference to reference and child to child; a renderer takes each within the one before. */
const LONGEST_CHAIN = 200;

/**
 * How many elements are drawn once each reference is followed: ten groups that each use the next one ten times are ten thousand million.
 * `null` where they go in a circle, or where one leads to another without an end in sight.
 */
export function amountDrawn(root: Element): number | null {
  const byId = new Map<string, Element>();
  const byClass = new Map<string, string[]>();
  someElement(root, (element) => {
    const id = attributeOf(element, 'id');
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
    const sheet = element.children.filter((child) => typeof child === 'string').join('');
    for (const [name, ids] of referencedByClass(sheet))
      byClass.set(name, [...(byClass.get(name) ?? []), ...ids]);
    return false;
  });
  const reachedFrom = (element: Element): Element[] => {
    const classes = ['*', ...(attributeOf(element, 'class') ?? '').split(/\s+/)];
    const ids = [
      ...element.attributes.flatMap(([name, value]) => referenced(name, value)),
      ...classes.flatMap((name) => byClass.get(name) ?? []),
    ];
    return ids.flatMap((id) => byId.get(id) ?? []);
  };
  const known = new Map<Element, number>();
  const within = new Set<Element>();
  const amount = (element: Element): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    if (within.has(element) || within.size > LONGEST_CHAIN) return Number.NaN;
    within.add(element);
    const sum = [...childrenOf(element), ...reachedFrom(element)].reduce(
      (total, each) => total + amount(each),
      1,
    );
    within.delete(element);
    known.set(element, sum);
    return sum;
  };
  const total = amount(root);
  return Number.isNaN(total) ? null : total;
}
