import type { Logo } from '../domain/schema/brand';
import { done, failed, type Result } from '../errors';
import { DRAWING } from './svg-allowed';
import { amountDrawn, MOST_DRAWN } from './svg-amount';
import { attributeOf, someElement, writtenSvg, type Element } from './svg-element';
import { NAMESPACE, parseSvg } from './svg-reader';

/**
 * Reads an SVG and writes it anew from an allow-list: nothing that runs, moves, links or loads is on it, so nothing of the kind can be
 * in what comes out. `removed` says what was left behind, each once.
 */
export function readSvg(text: string): Result<{ logo: Logo; removed: string[] }> {
  const removed = new Set<string>();
  const parsed = parseSvg(text, removed);
  if (!parsed.ok) return parsed;
  const root = parsed.value;
  const size = sizeOf(root);
  if (size === null)
    return failed('invalid', 'The SVG gives neither a size nor a viewBox, so its proportions are unknown.');
  const drawn = amountDrawn(root);
  if (drawn === null)
    return failed('invalid', 'Parts of the SVG refer to each other in a circle, or in too long a chain.');
  if (drawn > MOST_DRAWN)
    return failed('invalid', `The SVG draws more than ${MOST_DRAWN.toLocaleString('en')} parts.`);
  if (!someElement(root, ({ name }) => DRAWING.has(name))) {
    const without = [...removed].join(', ');
    return failed(
      'invalid',
      `The SVG has no shapes to draw${without === '' ? '' : ` without what may not be in it: ${without}`}.`,
    );
  }
  const [x, y, width, height] = size;
  root.attributes = [
    ['xmlns', NAMESPACE],
    ['width', String(width)],
    ['height', String(height)],
    ...root.attributes.filter(([name]) => !['width', 'height', 'viewBox'].includes(name)),
    ['viewBox', [x, y, width, height].join(' ')],
  ];
  return done({ logo: { kind: 'svg', data: writtenSvg(root), width, height }, removed: [...removed] });
}

/** Place and extent of what is shown, from the viewBox, or from the size where there is none. */
function sizeOf(root: Element): [x: number, y: number, width: number, height: number] | null {
  const box = (attributeOf(root, 'viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [x = 0, y = 0, width = 0, height = 0] =
    box.length === 4 ? box : [0, 0, ...['width', 'height'].map((side) => lengthOf(attributeOf(root, side)))];
  const usable = [x, y, width, height].every((value) => Number.isFinite(value) && Math.abs(value) < 1e6);
  return usable && width > 0 && height > 0 ? [x, y, width, height] : null;
}

/** Of a unit, in those of the drawing. */
const UNITS: Record<string, number> = { px: 1, pt: 96 / 72, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 };

/** A percentage says nothing here. */
function lengthOf(text = ''): number {
  const [, value, unit = 'px'] = /^\s*(\d*\.?\d+)([a-z]{2})?\s*$/.exec(text) ?? [];
  return Number(value) * (UNITS[unit] ?? 0);
}
