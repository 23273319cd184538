import {
  bullets,
  col,
  heading,
  paragraph,
  plain,
  plainText,
  quiet,
  richBlocks,
  row,
  strong,
  table,
  type Block,
  type Line,
} from '../blocks';
import { written } from '../plain-text';
import { linesOf } from '../slide-text';
import type { Source } from '../source';

/** Of what holds it and of the first steps: with sentences of so many lines the page has room for so many of each. */
const ROOM = [
  { lines: 5, most: 3 },
  { lines: 7, most: 2 },
] as const;
const LEAST = 1;

/** The lines of its sentences in Word, the format that has least room. */
const LEAD = { width: 6.5, size: 11, lines: 1 };

function mostRows({ view }: Source): number {
  const { own, sentences } = view.summary;
  const texts = own === null ? [sentences.join(' ')] : plainText(own.text);
  const lines = texts.reduce((sum, text) => sum + linesOf(written(text), LEAD), own === null ? 0 : 1);
  return ROOM.find((room) => lines <= room.lines)?.most ?? LEAST;
}

/** The page that is read: where it stands, what holds it, what to do first, how far to trust it. */
export function summaryChapter(source: Source): Block[] {
  const { strip, notes, tracks, trust, tooLittle } = source.view.summary;
  const most = mostRows(source);
  return [
    ...sentences(source),
    heading('The levels today'),
    { kind: 'tracks', tracks },
    ...notes.flatMap((text) => paragraph(text, 'note')),
    heading(strip.title),
    { kind: 'strip', strip },
    ...(tooLittle === null ? [...held(source, most), ...first(source, most)] : little(source, tooLittle)),
    heading('How far to trust this'),
    ...paragraph(trust.join(' '), 'note'),
  ];
}

function sentences({ view }: Source): Block[] {
  const { own } = view.summary;
  if (own === null) return paragraph(view.summary.sentences.join(' '), 'lead');
  return [...richBlocks(own.text, 'lead'), ...paragraph(`Summary by ${own.by}.`, 'note')];
}

function held({ view, to }: Source, most: number): Block[] {
  const { holds } = view.summary;
  if (holds.length === 0)
    return [heading('What holds it'), ...paragraph('No requirement is missing for a next level.')];
  const more = holds.length - most;
  return [
    heading('What holds it'),
    ...table(
      'What the next levels wait for',
      [col('Model', 2), col('Capability', 10), col('You', 2, 'center'), col('Needs', 2, 'center')],
      holds
        .slice(0, most)
        .map(({ marks, parts, state }) =>
          row(
            marks,
            [...requirementLines(parts, to), ...(state === null ? [] : [[quiet(state)]])],
            ...rungColumns(parts),
          ),
        ),
    ),
    ...paragraph(more > 0 ? `And ${more} more, in the chapter “What holds it back”.` : null, 'note'),
  ];
}

type Parts = Source['view']['summary']['holds'][number]['parts'];

/** The capabilities of a requirement, alternatives under one another. */
export const requirementLines = (parts: Parts, to: Source['to']): Line[] =>
  parts.map(({ title, anchor }, index) => [
    ...(index === 0 ? [] : [{ text: 'or ' }]),
    strong(title, to(anchor)),
  ]);

/** Where each of these capabilities stands, and the rung that is needed. */
export const rungColumns = (parts: Parts): [Line[], Line[]] => [
  parts.map(({ you }) => plain(you)),
  parts.map(({ needs }) => [strong(needs)]),
];

function first({ view, to }: Source, most: number): Block[] {
  const steps = view.summary.first.slice(0, most);
  const planned = steps.some(({ when }) => when !== '');
  return [
    heading('What to do first'),
    ...(steps.length === 0
      ? paragraph('No step is waiting that could start today.')
      : table(
          'The first steps',
          [
            ...[col('', 0.7), col('Step', 14.5)],
            ...(planned ? [col('When', 1.7)] : []),
            col('Days', 1.1, 'right'),
          ],
          steps.map(({ title, anchor, change, action, days, when }, index) =>
            row(
              String(index + 1),
              [[strong(title, to(anchor)), { text: ` ${change}` }], [quiet(action)]],
              ...(planned ? [when] : []),
              days,
            ),
          ),
        )),
  ];
}

function little({ view, to }: Source, tooLittle: string): Block[] {
  const { answerFirst } = view.summary;
  return [
    heading('Too little is known'),
    ...paragraph(tooLittle),
    ...(answerFirst.length === 0
      ? []
      : [
          ...paragraph('Answer these first; they decide most.', 'label'),
          ...bullets(
            answerFirst.map(({ title, anchor }) => [{ text: title, to: to(anchor) }]),
            true,
          ),
        ]),
  ];
}
