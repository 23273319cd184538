import { element, textAt } from '@/lib/charts/svg';
import type { Picture } from './blocks';
import { EDGE, INK, TONES } from './colours';
import { pictureOf } from './picture-parts';

export const RUNGS = ['rung-4', 'rung-3', 'rung-2', 'rung-1', 'rung-0'] as const;

const PITCH = 5.2;

/** The mark of Rungs, for a cover without a brand: five rungs, the fifth on top. */
export function rungsMark(): Picture {
  const bars = RUNGS.map((tone, index) =>
    element('rect', {
      ...{ x: 0.2, y: index * PITCH + 0.2, width: 24, height: 2.8 },
      ...{ fill: `#${TONES[tone].fill}`, stroke: `#${EDGE}`, 'stroke-width': 0.4 },
    }),
  );
  const name = textAt('Rungs', {
    ...{ x: 31, y: 12, size: 15, fill: `#${INK}`, 'font-weight': 700 },
  });
  return pictureOf({ width: 82, height: 24, alt: 'Rungs', title: 'Rungs' }, `${bars.join('')}${name}`);
}
