import { capitalised, list } from '@/lib/domain/labels';
import { bullets, col, heading, paragraph, plain, quiet, row, strong, table, type Block } from '../blocks';
import type { Source } from '../source';

/** How much of it is known and shown, and what is not known. */
export function trustChapter({ view, to }: Source): Block[] {
  const { sentence, rows, all, notKnown, unshown } = view.evidence;
  return [
    ...paragraph(`${sentence} ${view.method.scope}`),
    ...table(
      'Answers known, shown and noted by domain',
      [
        ...[col('Domain', 8), col('Answers known', 4, 'right')],
        ...[col('With current evidence', 4, 'right'), col('With a note', 4, 'right')],
      ],
      [...rows, all].map(({ name, answers, shown, noted }) => row(name, answers, shown, noted)),
    ),
    ...(notKnown.length === 0 ? [] : [heading('Not known')]),
    ...table(
      'What is not known',
      [col('Capability', 9), col('Answer', 5)],
      notKnown.map(({ title, anchor, standing }) => row([strong(title, to(anchor))], standing)),
    ),
    ...(unshown.length === 0 ? [] : [heading('On rung 3 or 4 without current evidence')]),
    ...bullets(
      unshown.map(({ title, anchor, mark }) => [{ text: title, to: to(anchor) }, { text: ` ${mark}` }]),
    ),
  ];
}

/** The levels of the finished assessments of this team. */
export function historyChapter({ view }: Source): Block[] {
  const { history } = view;
  if (history === null) return [];
  return [
    ...paragraph(
      `The level of each finished assessment, and how much of the level above it was met.${history.breaks ? ' Assessments that were read by another measure are not on one scale with those before.' : ''}`,
    ),
    ...table(
      'Finished assessments and their levels',
      [
        ...[col('Assessment', 5), col('Date', 5)],
        ...history.models.map(({ mark, name }) => col(`${mark} ${name}`, 5)),
      ],
      history.rows.map(({ title, date, breaks, cells }) =>
        row(
          [[strong(title)], ...(breaks ? [[quiet('read by another measure')]] : [])],
          date,
          ...cells.map(({ level, count }) => [plain(level), ...(count === '' ? [] : [[quiet(count)]])]),
        ),
      ),
    ),
  ];
}

/** How to check the figures, what is different from the final before, and who gets it. */
export function checkChapter({ view, document, format }: Source): Block[] {
  const { text, corrects, changes, earlier, distribution } = view.front;
  return [
    ...view.check.sentences.flatMap((sentence) => paragraph(sentence)),
    ...bullets(
      view.check.ways.map(({ words, href }) => [
        href === null ? { text: words, as: 'code' } : { text: words, to: { href } },
      ]),
    ),
    {
      kind: 'facts',
      title: 'Versions and hashes',
      facts: view.check.facts.map(({ name, value }) => ({ name, lines: [value] })),
    },
    ...(changes.length === 0
      ? []
      : [
          heading(corrects === null ? 'Changes' : `Changes since ${corrects}`),
          ...bullets(changes.map(plain)),
        ]),
    ...(earlier.length === 0 ? [] : [heading('Issues')]),
    ...table(
      'Issues of this report',
      [col('Issue', 4), col('Date', 5), col('What changed', 12)],
      earlier.length === 0
        ? []
        : [{ text, on: format.date(document.issue.on), changes }, ...earlier].map((each) =>
            row([strong(capitalised(each.text))], each.on, each.changes.map(plain)),
          ),
    ),
    ...(distribution.length === 0
      ? []
      : [heading('Distribution'), ...paragraph(`This report goes to ${list(distribution)}.`)]),
  ];
}
