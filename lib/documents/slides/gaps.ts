import type pptxgen from 'pptxgenjs';
import { plural } from '@/lib/domain/labels';
import { SOFT } from '../colours';
import { CONTENT, LEFT, newSlide, putTable, putText, rowsIn } from '../slide-kit';
import type { Source } from '../source';

/** A line of small print stands under these tables. */
const TABLE = CONTENT.h - 0.3;

/** What is missing for the next level of each model, the same number of rows for each. */
export function holdsSlide(deck: pptxgen, { view }: Source): void {
  const open = view.holds.filter(({ rows }) => rows.length > 0);
  const slide = newSlide(
    deck,
    'What holds it back',
    view.holds.flatMap(({ mark, title, lead, rows }) => [
      `${mark} ${title}: ${lead}`,
      ...rows.map(
        ({ parts, statements }) =>
          `${parts.map(({ title: name, you, needs }) => `${name} ${you}, needs ${needs}`).join(' or ')}: ${statements.map(({ text }) => text).join(' ')}`,
      ),
    ]),
  );
  if (open.length === 0) {
    putText(slide, 'No requirement is missing for a next level.', CONTENT, { size: 18 });
    return;
  }
  const most = Math.floor(rowsIn(TABLE) / open.length);
  const rows = open.flatMap(({ mark, title, rows: missing }) =>
    missing
      .slice(0, missing.length > most ? most - 1 : most)
      .map(({ parts, state }, index) => [
        index === 0 ? `${mark} ${title}` : '',
        parts.map(({ title: name }) => name).join(' or '),
        parts.map(({ you }) => you).join(' or '),
        parts.map(({ needs }) => needs).join(' or '),
        state ?? '',
      ])
      .concat(missing.length > most ? [['', `and ${missing.length - most + 1} more`, '', '', '']] : []),
  );
  putTable(slide, {
    columns: [
      { head: 'For', w: 3, bold: true },
      { head: 'Requirement', w: 5.6 },
      { head: 'You', w: 1, align: 'center' },
      { head: 'Needs', w: 1, align: 'center', bold: true },
      { head: '', w: 2.6 },
    ],
    rows,
    box: { ...CONTENT, h: TABLE },
  });
  putText(
    slide,
    open.map(({ title, lead }) => `${title}: ${lead}`).join(' '),
    { ...CONTENT, y: 6.5, h: 0.34 },
    { size: 11, color: SOFT },
  );
}

const TOP = 10;

export function gapsSlide(deck: pptxgen, { view }: Source): void {
  const { gaps, order, reached, notes } = view.gaps;
  const shown = gaps.slice(0, TOP);
  const blocks = ({ next, later }: (typeof gaps)[number]) =>
    [next, later].filter((part) => part !== '').join(', ');
  const slide = newSlide(
    deck,
    gaps.length > TOP
      ? `The ten largest of ${gaps.length} gaps`
      : `${plural(gaps.length, 'gap')} by priority`,
    [
      order,
      reached ?? '',
      ...gaps.map(
        (gap) =>
          `${gap.title} ${gap.you} → ${gap.needs}: ${gap.climbs} climbs, ${gap.days} days; ${blocks(gap)}`,
      ),
      ...notes,
    ],
  );
  if (gaps.length === 0) {
    putText(slide, 'No gap is open to the levels aimed at.', CONTENT, { size: 18 });
    return;
  }
  putTable(slide, {
    columns: [
      { head: '', w: 0.5, align: 'right' },
      { head: 'Capability', w: 4.4, bold: true },
      { head: 'You → needs', w: 1.4, align: 'center' },
      { head: 'Climbs', w: 1.1, align: 'center' },
      { head: 'Person-days', w: 1.4, align: 'right' },
      { head: 'Blocks', w: 5 },
    ],
    rows: shown.map((gap, index) => [
      ...[String(index + 1), gap.title, `${gap.you} → ${gap.needs}`],
      ...[gap.climbs, gap.days, blocks(gap)],
    ]),
    box: { ...CONTENT, h: TABLE },
    size: 13,
  });
  putText(slide, reached ?? '', { x: LEFT, y: 6.5, w: CONTENT.w, h: 0.34 }, { size: 11, color: SOFT });
}
