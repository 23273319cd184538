import { element, escaped } from '@/lib/charts/svg';
import type { Picture } from './blocks';
import { EDGE } from './colours';

type Box = { x: number; y: number; width: number; height: number };

const STEP = 3.5;

/** What could still be so: slanting lines, each cut to the box, as not every reader knows patterns and clips. */
export function hatched({ x, y, width, height }: Box): string {
  if (width <= 0) return '';
  const lines: string[] = [];
  for (let at = STEP; at < width + height; at += STEP) {
    const [fromX, fromY] = at <= height ? [0, at] : [at - height, height];
    const [toX, toY] = at <= width ? [at, 0] : [width, at - width];
    lines.push(`M${figure(x + fromX)} ${figure(y + fromY)}L${figure(x + toX)} ${figure(y + toY)}`);
  }
  return element('path', { d: lines.join(''), stroke: `#${EDGE}`, 'stroke-width': 0.6, fill: 'none' });
}

const figure = (value: number): string => String(Math.round(value * 100) / 100);

/** A picture on white, with its words for those who do not see it. */
export function pictureOf(
  { width, height, alt, title }: { width: number; height: number; alt: string; title: string },
  inside: string,
): Picture {
  const svg = element(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `-1 -1 ${width + 2} ${Math.ceil(height) + 2}` },
      ...{ width: width + 2, height: Math.ceil(height) + 2, role: 'img' },
      'font-family': 'Inter, Arial, sans-serif',
    },
    element('title', {}, escaped(title)),
    element('desc', {}, escaped(alt)),
    element('rect', { x: -1, y: -1, width: width + 2, height: Math.ceil(height) + 2, fill: '#FFFFFF' }),
    inside,
  );
  return { svg, alt, width: width + 2, height: Math.ceil(height) + 2 };
}
