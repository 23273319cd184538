import { PRINTED } from '@/lib/charts/palette';
import { roadmapPictures } from '@/lib/charts/roadmap-svg';
import { timelineOf } from '@/lib/domain/roadmap-timeline';
import {
  bullets,
  col,
  heading,
  paragraph,
  plain,
  quiet,
  row,
  strong,
  table,
  type Block,
  type Line,
} from '../blocks';
import type { Source } from '../source';
import { notDone } from './roadmap-rest';
import { automation, roles, tooling } from './roadmap-tracks';

/** The plan: what is reached when, who is needed for it, its picture, its steps by quarter, and what is not in it. */
export function roadmapChapter(source: Source): Block[] {
  const { roadmap } = source;
  if (roadmap === null) return paragraph('No plan is chosen yet.');
  return [
    ...paragraph([strong(roadmap.plan), { text: `. ${roadmap.about}` }], 'note'),
    ...paragraph(roadmap.sentences, 'lead'),
    ...paragraph(roadmap.cost),
    ...bullets(roadmap.answerFirst.map(plain), true),
    ...levels(roadmap),
    ...(roadmap.short ? pictures(source) : inFull(source, roadmap)),
  ];
}

/** What a short report leaves to the plan itself. */
const inFull = (source: Source, roadmap: RoadmapView): Block[] => [
  ...pictures(source),
  ...need(roadmap),
  ...quarters(roadmap),
  ...roles(roadmap),
  ...tooling(roadmap),
  ...automation(roadmap),
  ...notDone(roadmap),
];

export type RoadmapView = NonNullable<Source['roadmap']>;

function levels({ levels: rows, range }: RoadmapView): Block[] {
  if (rows.length === 0) return [];
  return [
    heading('Levels by quarter'),
    ...table(
      'When each level is reached',
      [
        ...[col('Level', 5), col('Quarter', 3), col('Range', 5)],
        ...[col('By', 3.4), col('Met last, or waits for', 8)],
      ],
      rows.map(({ label, aim, quarter, range: span, day, late, heldBy }) =>
        row(
          [[strong(label)], ...(aim === '' ? [] : [[quiet(aim)]])],
          [plain(quarter), ...(late ? [[quiet('past the horizon')]] : [])],
          span,
          day,
          heldBy,
        ),
      ),
    ),
    ...paragraph(range, 'note'),
  ];
}

function need({ need: { tables, over, unpriced } }: RoadmapView): Block[] {
  const shown = tables.filter(({ rows }) => rows.length > 0);
  if (shown.length === 0) return [];
  return [
    heading('Who is needed when'),
    ...paragraph(
      `Person-days by role and quarter: needed, and of how many that there are.${over ? ' Bold where more is needed than there is.' : ''}`,
    ),
    ...shown.flatMap((part) => needTable(part)),
    ...paragraph(unpriced, 'note'),
  ];
}

function needTable({ quarters, rows, money, currency, sum }: RoadmapView['need']['tables'][number]): Block[] {
  const cells = rows.map(({ title, people, cells: each, total, covered }) =>
    row(
      covered ? [quiet(title)] : title,
      people,
      ...each.map(({ demand, supply, over }): Line => [
        { text: demand, ...(over ? { as: 'strong' as const } : {}) },
        ...(supply === '' ? [] : [quiet(` of ${supply}`)]),
      ]),
      total,
    ),
  );
  return table(
    'Person-days by role and quarter',
    [
      ...[col('Role', 5.4), col('People', 2.2, 'center')],
      ...quarters.map((quarter) => col(quarter, 3, 'right')),
      col('All', 2.2, 'right'),
    ],
    money === null
      ? cells
      : [...cells, row([strong(`Cost ${currency}`.trim())], '', ...money, [strong(sum)])],
  );
}

/** Room for the picture on a page upright, in points. */
const UPRIGHT = { width: 468, height: 600 };

/** Drawn anew, as the one of the PDF is for a page across. */
function pictures({ document, content }: Source): Block[] {
  if (document.plan === null) return [];
  const drawn = roadmapPictures(timelineOf(content, document.plan.roadmap), UPRIGHT, PRINTED);
  if (drawn.length === 0) return [];
  return [heading('The steps in time'), ...drawn.map((picture): Block => ({ kind: 'picture', picture }))];
}

function quarters({ quarters: all }: RoadmapView): Block[] {
  if (all.length === 0) return [];
  return [
    heading('Steps by quarter'),
    ...all.flatMap(({ quarter, sum, levels: reached, steps }) => [
      heading(quarter, 3),
      ...paragraph([
        { text: `${sum}.` },
        ...(reached.length === 0 ? [] : [strong(` Reached: ${reached.join(', ')}.`)]),
      ]),
      ...table(
        `Steps done in ${quarter}`,
        [col('Step', 13), col('When', 4.4), col('Days and who', 5)],
        steps.map(stepRow),
      ),
    ]),
  ];
}

function stepRow(step: RoadmapView['quarters'][number]['steps'][number]) {
  const { title, change, critical, dates, marks, action, why, unlocks, days, leads, helps } = step;
  const { tools, platform } = step;
  const used = tools.join(', ');
  return row(
    [
      [strong(title), { text: ` ${change}` }, ...(critical ? [quiet(' · critical')] : [])],
      [{ text: action }],
      [
        quiet(
          [
            why,
            unlocks === '' ? '' : `unlocks ${unlocks}`,
            used === '' ? '' : `tools: ${used}${platform === null ? '' : ` (${platform})`}`,
          ]
            .filter((part) => part !== '')
            .join('; '),
        ),
      ],
    ],
    [plain(dates), ...marks.map((mark): Line => [quiet(mark)])],
    [
      [strong(`${days} days`)],
      ...(leads === '' ? [] : [plain(leads)]),
      ...(helps === '' ? [] : [[quiet(`with ${helps}`)]]),
    ],
  );
}
