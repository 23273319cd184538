import { bullets, col, heading, paragraph, quiet, row, strong, table, type Block } from '../blocks';
import type { Source } from '../source';

/** The gaps by priority, and the climbs that close them where no plan says when. */
export function gapsChapter(source: Source): Block[] {
  const { view, to } = source;
  const { gaps: plan } = view;
  if (plan.tooLittle)
    return [
      ...paragraph(
        'Too little is known for gaps and a plan: half or more of the answers are missing. These answers decide most and are worth finding first.',
      ),
      ...bullets(
        plan.answerFirst.map(({ title, anchor }) => [{ text: title, to: to(anchor) }]),
        true,
      ),
    ];
  return [
    ...paragraph(
      plan.gaps.length === 0
        ? 'No gap is open to the levels aimed at.'
        : [plan.order, plan.reached ?? ''].join(' ').trim(),
    ),
    ...gapTable(source),
    ...plan.notes.flatMap((text) => paragraph(text, 'note')),
    ...steps(source),
  ];
}

const gapTable = ({ view, to }: Source): Block[] =>
  table(
    'Gaps by priority',
    [
      ...[col('', 1.2, 'right'), col('Capability', 7), col('You → needs', 3, 'center')],
      ...[col('Climbs', 2.2, 'center'), col('Days', 2.6, 'right'), col('Blocks', 7)],
    ],
    view.gaps.gaps.map(({ title, anchor, you, needs, climbs, days, next, later }, index) =>
      row(
        String(index + 1),
        [strong(title, to(anchor))],
        [{ text: `${you} → ` }, strong(needs)],
        climbs,
        days,
        [
          ...(next === '' ? [] : [strong(next)]),
          ...(later === '' ? [] : [{ text: next === '' ? later : `, ${later}` }]),
        ],
      ),
    ),
  );

function steps({ view, to }: Source): Block[] {
  if (view.gaps.steps.length === 0) return [];
  return [
    heading('The steps in order'),
    ...paragraph(
      'Every climb that the gaps need, prerequisites included, in an order in which they can be done. Days are person-days.',
    ),
    ...table(
      'The steps in order',
      [
        ...[col('', 1.2, 'right'), col('Step', 12), col('Who leads', 4)],
        ...[col('Days', 2, 'right'), col('Serves', 4)],
      ],
      view.gaps.steps.map(({ title, anchor, change, action, nowThen, lead, days, serves, notes }, index) =>
        row(
          String(index + 1),
          [
            [
              strong(title, to(anchor)),
              { text: ` ${change}` },
              ...(notes === '' ? [] : [quiet(` · ${notes}`)]),
            ],
            [{ text: action }],
            [quiet(nowThen)],
          ],
          lead,
          days,
          serves,
        ),
      ),
    ),
  ];
}
