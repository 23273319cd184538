import { col, heading, paragraph, row, table, type Block, type Line } from '../blocks';
import type { Source } from '../source';
import { requirementLines, rungColumns } from './summary';

/** Shares by domain, pillar, phase and side; for one vendor the statements of its areas. */
export function standingChapter({ view }: Source): Block[] {
  const { standing: weak } = view;
  if (weak === null) return paragraph('Too little is known to say where it is weak.');
  if (weak.groups.length === 0) return areas(weak.areas);
  return [
    ...paragraph(
      `The share is the mean of rung ÷ 4 over what applies. It says where to look; no level is read from it. Over the four pillars, a quarter each: ${weak.overall}. Over capabilities that no vendor asks for: ${weak.beyond}.`,
    ),
    heading('By domain'),
    ...table(
      'Share, lowest rung and all rungs by domain',
      [col('Domain', 6), col('Share', 3, 'right'), col('Lowest', 2, 'center'), col('Rungs', 7)],
      weak.domains.map(({ name, share, lowest, cells }) => row(name, share, lowest, squares(cells))),
    ),
    heading('By pillar, phase and side'),
    ...table(
      'Share and lowest rung by pillar, phase and side',
      [col('', 6), col('Share', 3, 'right'), col('Lowest', 2, 'center'), col('Rungs', 7)],
      weak.groups.flatMap(({ name, rows }) => [
        { group: name },
        ...rows.map(({ name: title, share, lowest, cells }) =>
          row(title, share, lowest, [{ text: rungCounts(cells) }]),
        ),
      ]),
    ),
  ];
}

type Cells = NonNullable<Source['view']['standing']>['domains'][number]['cells'];

const squares = (cells: Cells): Line =>
  cells.flatMap(({ mark, tone }, index) => [
    ...(index === 0 ? [] : [{ text: ' ' }]),
    { text: mark, square: tone },
  ]);

/** `2 on 0, 5 on 1, 8 on 2`: too many for squares. */
function rungCounts(cells: Cells): string {
  const marks = [...new Set(cells.map(({ mark }) => mark))].toSorted();
  return marks.map((mark) => `${cells.filter((cell) => cell.mark === mark).length} on ${mark}`).join(', ');
}

const areas = (rows: NonNullable<Source['view']['standing']>['areas']): Block[] => [
  ...paragraph(
    'How many statements of each area hold. Those that nothing decides and nobody is asked about are listed as not asked.',
  ),
  ...table(
    'Statements by area',
    [
      col('Area', 7),
      ...['✓ holds', '✗ not yet', '? not known', '– not applicable', '· not asked'].map((head) =>
        col(head, 3, 'right'),
      ),
    ],
    rows.map(({ name, counts }) => row(name, ...counts)),
  ),
];

/** What is missing for the next level of each model. */
export function holdsChapter({ view, to }: Source): Block[] {
  return view.holds.flatMap(({ mark, title, lead, rows, notes }) => [
    heading(`${mark} ${title}`),
    ...paragraph(lead),
    ...table(
      `Requirements that are missing: ${title}`,
      [
        ...[col('Requirement', 6), col('You', 1.6, 'center'), col('Needs', 1.6, 'center')],
        // A short report has none of them.
        ...(rows.some(({ statements }) => statements.length > 0) ? [col('Statements', 11)] : []),
      ],
      rows.map(({ parts, state, statements }) =>
        row(
          [
            ...requirementLines(parts, to),
            ...(state === null ? [] : [[{ text: state, as: 'quiet' as const }]]),
          ],
          ...rungColumns(parts),
          statements.map(({ id, text, stated }): Line => [
            { text: `${id} `, as: 'quiet' },
            { text: stated ? `${text} (stated)` : text },
          ]),
        ),
      ),
    ),
    ...notes.flatMap((text) => paragraph(text, 'note')),
  ]);
}
