/** What an SVG logo may be made of. Everything else is left out: what is not known cannot do harm. */

/** Those that put ink on paper. */
export const DRAWING = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'use']);

export const ELEMENTS = new Set([
  ...DRAWING,
  ...['svg', 'g', 'defs', 'symbol', 'clipPath', 'mask', 'linearGradient', 'radialGradient', 'stop'],
  'style',
]);

/** What is only a group once it does nothing any more. */
export const NAMED_OTHERWISE = new Map([
  ['a', 'g'],
  ['switch', 'g'],
]);

/** Left out without a word, as it is never seen. */
export const UNSAID = new Set(['metadata', 'title', 'desc']);

/** How a shape looks, as an attribute or in a style. */
const LOOKS = new Set([
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-linecap'],
  ...['stroke-linejoin', 'stroke-miterlimit', 'stroke-dasharray', 'stroke-dashoffset', 'opacity', 'color'],
  ...['stop-color', 'stop-opacity', 'clip-path', 'clip-rule', 'mask', 'mask-type', 'display', 'visibility'],
  ...['paint-order', 'vector-effect', 'transform', 'overflow'],
]);

/** Where a shape is and what it is like. */
const PLACES = new Set([
  ...[
    'id',
    'class',
    'd',
    'points',
    'pathLength',
    'x',
    'y',
    'x1',
    'y1',
    'x2',
    'y2',
    'cx',
    'cy',
    'r',
    'rx',
    'ry',
  ],
  ...['fx', 'fy', 'fr', 'width', 'height', 'viewBox', 'preserveAspectRatio', 'offset', 'gradientUnits'],
  ...['gradientTransform', 'spreadMethod', 'clipPathUnits', 'maskUnits', 'maskContentUnits'],
]);

/** Of drawing programs, or without effect: nothing is lost with them, so nothing is said. */
const IDLE =
  /^(xmlns|xml:|version$|baseProfile$|data-|aria-|role$|focusable$|enable-background$|x-|font|text-|letter-|word-|line-height|-inkscape|inkscape:|sodipodi:|isolation$|mix-blend-mode$|shape-rendering$|color-|image-rendering$|solid-|writing-mode$|direction$|white-space$|require|systemLanguage$)/;

/** Numbers, colours, keywords and functions; `url(…)` is looked at by itself. No backslash, which could hide one. */
const VALUE = /^[\w\s.,#%()+\-/'"]*$/;
const NAME = /^[\p{L}\p{N}_:.\- ]{1,200}$/u;
const FRAGMENT = /^#[\p{L}_][\p{L}\p{N}_:.-]*$/u;
const LOCAL_URL = /url\(\s*(['"]?)#([^'")\s]+)\1\s*\)/gi;

type Attribute = { name: string; value: string };

/** Those attributes that may stay, each with a value that may. */
export function cleanAttributes(
  element: string,
  attributes: readonly Attribute[],
  removed: Set<string>,
): [string, string][] {
  return attributes.flatMap(({ name, value }): [string, string][] => {
    if (name === 'style') {
      const style = cleanDeclarations(value, removed);
      return style === '' ? [] : [['style', style]];
    }
    if (name === 'href') {
      const within =
        FRAGMENT.test(value.trim()) && ['use', 'linearGradient', 'radialGradient'].includes(element);
      if (!within) removed.add('links out of the picture');
      return within ? [['href', value.trim()]] : [];
    }
    if (LOOKS.has(name) || PLACES.has(name)) {
      const safe = name === 'id' || name === 'class' ? NAME.test(value) : isSafe(value);
      if (!safe) removed.add(whatIsWrong(name, value));
      return safe ? [[name, value]] : [];
    }
    // A namespace of a drawing program, in which it keeps its own notes.
    if (!IDLE.test(name) && !name.includes(':'))
      removed.add(/^on/i.test(name) ? 'scripts' : `the attribute ${name}`);
    return [];
  });
}

/** `fill:#fff;stroke:none` with what may stay of it. */
function cleanDeclarations(text: string, removed: Set<string>): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .split(';')
    .flatMap((declaration) => {
      const colon = declaration.indexOf(':');
      const [name, value] = [declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()];
      if (colon === -1) {
        if (declaration.trim() !== '') removed.add('parts of its styles');
        return [];
      }
      if (!LOOKS.has(name)) {
        if (!IDLE.test(name)) removed.add(`the style ${name.slice(0, 40)}`);
        return [];
      }
      if (!isSafe(value)) removed.add(whatIsWrong(name, value));
      return isSafe(value) ? [`${name}:${value}`] : [];
    })
    .join(';');
}

const RULE = /([^{}]*)\{([^{}]*)\}/g;
const SELECTOR = /^[\w\s.,#*>-]+$/;

/** Rules of classes, ids and elements. No `@`-rules: they import, load fonts and animate. */
export function cleanStyleSheet(text: string, removed: Set<string>): string {
  const plain = text.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  let rest = plain;
  const rules = [...plain.matchAll(RULE)].flatMap(([whole, selector = '', body = '']) => {
    rest = rest.replace(whole, '');
    const safe = SELECTOR.test(selector) && selector.trim() !== '';
    if (!safe) removed.add('parts of its styles');
    const declarations = safe ? cleanDeclarations(body, removed) : '';
    return declarations === '' ? [] : [`${selector.trim()}{${declarations}}`];
  });
  if (rest.trim() !== '') removed.add('parts of its styles');
  return rules.join('');
}

const isSafe = (value: string): boolean => {
  const rest = value.replaceAll(LOCAL_URL, '');
  return VALUE.test(rest) && !/url|image|src|expression|attr|var|env/i.test(rest);
};

const whatIsWrong = (name: string, value: string): string =>
  /url|image|src/i.test(value) ? 'links out of the picture' : `a value of ${name}`;

/** The ids that an attribute points at. */
export const referenced = (name: string, value: string): string[] =>
  name === 'href' ? [value.slice(1)] : [...value.matchAll(LOCAL_URL)].flatMap(([, , id]) => id ?? []);

/** The ids that a style sheet points at, by the class that does; `*` for a rule without a class. */
export function referencedByClass(sheet: string): [name: string, ids: string[]][] {
  return [...sheet.matchAll(RULE)].flatMap(([, selector = '', body = '']): [string, string[]][] => {
    const ids = referenced('style', body);
    const classes = [...selector.matchAll(/\.([\w-]+)/g)].flatMap(([, name]) => name ?? []);
    return ids.length === 0 ? [] : (classes.length === 0 ? ['*'] : classes).map((name) => [name, ids]);
  });
}
