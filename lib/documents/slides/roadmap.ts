import type pptxgen from 'pptxgenjs';
import { PRINTED } from '@/lib/charts/palette';
import { roadmapPictures } from '@/lib/charts/roadmap-svg';
import type { ReportDocument } from '@/lib/domain/report-document';
import { timelineOf } from '@/lib/domain/roadmap-timeline';
import type { RoadmapView } from '../chapters/roadmap';
import { SOFT } from '../colours';
import { pngOf } from '../png';
import { CONTENT, LEFT, newSlide, putTable, putText, rowsIn } from '../slide-kit';
import { heightOf } from '../slide-text';
import type { Source } from '../source';

type Plan = NonNullable<ReportDocument['plan']>;

/** When each level is reached, and the plan in sentences. */
export function levelsSlide(deck: pptxgen, view: RoadmapView): void {
  const slide = newSlide(deck, 'What is reached when', [
    view.sentences,
    ...view.levels.map(({ label, quarter, range, heldBy }) => `${label}: ${quarter} (${range}); ${heldBy}`),
    view.range,
  ]);
  const said = heightOf(view.sentences, { width: CONTENT.w, size: 15, lines: 5 });
  putText(slide, view.sentences, { ...CONTENT, h: said + 0.02 }, { size: 15 });
  const top = CONTENT.y + said + 0.25;
  const box = { ...CONTENT, y: top, h: 6.4 - top };
  putTable(slide, {
    columns: [
      { head: 'Level', w: 2.6, bold: true },
      { head: '', w: 0.9 },
      { head: 'Quarter', w: 1.5 },
      { head: 'Range', w: 2.6 },
      { head: 'Met last, or waits for', w: 5.4 },
    ],
    rows: view.levels
      .slice(0, rowsIn(box.h, 13))
      .map(({ label, aim, quarter, range, heldBy }) => [label, aim, quarter, range, heldBy]),
    box,
    size: 13,
  });
  putText(
    slide,
    'Effort is judgement: the range is the same plan with every effort halved, and doubled.',
    { ...CONTENT, y: 6.5, h: 0.34 },
    { size: 11, color: SOFT },
  );
}

/** Room for the picture in points: the slide shows it as large as it can, and so the words of a small one are larger. */
const ROOMS = [620, 680, 740, 800, 860].map((width) => ({ width, height: (width * CONTENT.h) / CONTENT.w }));

/** Drawn as small as it can be without another slide for it. */
function picturesOf({ content }: Source, { roadmap }: Plan) {
  const drawn = ROOMS.map((room) => roadmapPictures(timelineOf(content, roadmap), room, PRINTED));
  const fewest = Math.min(...drawn.map((pictures) => pictures.length));
  return drawn.find((pictures) => pictures.length === fewest) ?? [];
}

export async function timelineSlides(deck: pptxgen, source: Source, plan: Plan): Promise<void> {
  const pictures = picturesOf(source, plan);
  const pngs = await Promise.all(pictures.map(({ svg, width }) => pngOf(svg, 2150 / width)));
  for (const [index, { alt, width, height }] of pictures.entries()) {
    const part = pictures.length === 1 ? '' : ` (${index + 1} of ${pictures.length})`;
    const slide = newSlide(deck, `The steps in time${part}`, [plan.name, alt]);
    const scale = Math.min(CONTENT.w / width, CONTENT.h / height);
    slide.addImage({
      data: `image/png;base64,${Buffer.from(pngs[index] ?? []).toString('base64')}`,
      ...{ x: CONTENT.x, y: CONTENT.y, w: width * scale, h: height * scale, altText: alt },
    });
  }
}

const MOST_QUARTERS = 8;

/** Person-days by role and quarter; the roles that are needed most, where not all have room. */
export function needSlide(deck: pptxgen, { need, notDone }: RoadmapView): void {
  const [table] = need.tables;
  if (table === undefined || table.rows.length === 0) return;
  const slide = newSlide(deck, 'Who is needed when', [
    ...need.tables.flatMap(({ quarters, rows }) =>
      rows.map(
        ({ title, people, cells, total }) =>
          `${title} (${people || 'covered'}): ${cells.map(({ demand, supply }, index) => `${quarters[index]} ${demand}${supply === '' ? '' : ` of ${supply}`}`).join(', ')}; all ${total}`,
      ),
    ),
    ...notDone.hiring.map(({ role, waiting, without, withOne, end }) =>
      [
        `Nobody is there as ${role}. ${waiting}.`,
        `Without: ${without}.`,
        `With one person: ${withOne}.`,
        end,
      ].join(' '),
    ),
  ]);
  const quarters = table.quarters.slice(0, MOST_QUARTERS);
  const box = { ...CONTENT, y: 1.95, h: 4.4 };
  const most = rowsIn(box.h, 12);
  const more = table.rows.length - most;
  const rows = table.rows
    .slice(0, more > 0 ? most - 1 : most)
    .map(({ title, people, cells, total }) => [
      title,
      people,
      ...cells
        .slice(0, MOST_QUARTERS)
        .map(
          ({ demand, supply, over }) => `${demand}${supply === '' ? '' : ` of ${supply}`}${over ? ' !' : ''}`,
        ),
      total,
    ]);
  putText(
    slide,
    `Person-days by quarter: needed, of how many that there are.${need.over ? ' ! where more is needed than there is.' : ''}`,
    { ...CONTENT, h: 0.3 },
    { size: 13, color: SOFT },
  );
  putTable(slide, {
    columns: [
      { head: 'Role', w: 3.2, bold: true },
      { head: 'People', w: 0.9, align: 'center' },
      ...quarters.map((head) => ({ head, w: 1.25, align: 'right' as const })),
      { head: 'All', w: 0.9, align: 'right' as const, bold: true },
    ],
    rows: [...rows, ...(more > 0 ? [[`and ${more + 1} more roles`, '', ...quarters.map(() => ''), '']] : [])],
    box,
  });
  putText(
    slide,
    notDone.hiring
      .map(({ role, withOne }) => `Nobody is there as ${role}; with one person: ${withOne}.`)
      .join(' '),
    { x: LEFT, y: 6.42, w: CONTENT.w, h: 0.42 },
    { size: 11, color: SOFT },
  );
}

/** Tools to begin with, to keep and to replace. */
export function toolsSlide(deck: pptxgen, { tooling: { adopt, keep, replace } }: RoadmapView): void {
  const used = (what: string, tools: typeof adopt) =>
    tools.map(({ tool, when, steps }) => [tool, what, when, steps]);
  const rows = [
    ...used('adopt', adopt),
    ...replace.map(({ tool, by, when, for: what }) => [tool, `replace by ${by}`, when, what]),
    ...used('keep', keep),
  ];
  if (rows.length === 0) return;
  const slide = newSlide(
    deck,
    'Tools to adopt, to replace and to keep',
    rows.map(
      ([tool = '', what = '', when = '', steps = '']) => `${tool}: ${what}, from ${when}, for ${steps}`,
    ),
  );
  putTable(slide, {
    columns: [
      { head: 'Tool', w: 3.2, bold: true },
      { head: 'What', w: 4 },
      { head: 'From', w: 1.05 },
      { head: 'For', w: 4.2 },
    ],
    rows: shortened(rows, rowsIn(CONTENT.h, 12), 'tools'),
    box: CONTENT,
  });
}

/** What people stop doing by hand. */
export function automationSlide(deck: pptxgen, { automation }: RoadmapView): void {
  if (automation.length === 0) return;
  const slide = newSlide(
    deck,
    'What people stop doing by hand',
    automation.map(({ title, change, before, after }) => `${title} ${change}. Now: ${before} Then: ${after}`),
  );
  putTable(slide, {
    columns: [
      { head: 'Capability', w: 2.4, bold: true, lines: 2 },
      { head: 'Today', w: 4.2, lines: 2 },
      { head: 'Afterwards', w: 4.5, lines: 2 },
      { head: 'From', w: 1.05 },
    ],
    rows: shortened(
      automation.map(({ title, change, when, before, after }) => [
        `${title} ${whole(change)}`,
        before,
        after,
        when,
      ]),
      rowsIn(CONTENT.h, 12, 2),
      'capabilities',
    ),
    box: CONTENT,
  });
}

/** As many rows as have room; the last then says how many are in the notes alone. */
function shortened(rows: string[][], most: number, what: string): string[][] {
  if (rows.length <= most) return rows;
  const blank = rows[0]?.slice(1).map(() => '') ?? [];
  return [...rows.slice(0, most - 1), [`and ${rows.length - most + 1} more ${what}`, ...blank]];
}

/** A climb stays on one line. */
export const whole = (change: string): string => change.replaceAll(' ', '\u00a0');
