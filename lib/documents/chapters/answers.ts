import {
  paragraph,
  heading,
  bullets,
  col,
  row,
  table,
  quiet,
  strong,
  type Block,
  type Line,
} from '../blocks';
import type { Source } from '../source';

type Answer = Source['view']['answers']['groups'][number]['answers'][number];

/** Every answer with what was noted and shown, and the statements that it decides. */
export function answersChapter({ view }: Source): Block[] {
  const { by, groups } = view.answers;
  return [
    ...paragraph(
      `Every capability by ${by}: the rung given, what was noted and shown, the statements that hold because of it, those that wait for another answer, and those that need a higher rung.`,
    ),
    ...groups.flatMap(({ title, answers }) => [heading(title), ...answers.flatMap(answerBlocks)]),
  ];
}

function answerBlocks(answer: Answer): Block[] {
  const { anchor, title, question, cell, standing, rungText, reason, note, evidence } = answer;
  return [
    heading(title, 3, anchor),
    ...paragraph([
      { text: cell.mark, square: cell.tone },
      strong(` ${standing}. `),
      ...(rungText === null ? [] : [{ text: rungText }]),
      ...(reason === null ? [] : [{ text: `Does not apply: ${reason}` }]),
    ]),
    ...paragraph(question, 'note'),
    ...note.flatMap((each) => paragraph(each, 'quote')),
    ...evidenceList(evidence),
    ...tied('Statements met', answer.meets),
    ...tied('Met here, held back elsewhere', answer.heldBack),
    ...tied('Not yet', answer.missing),
  ];
}

function evidenceList(evidence: Answer['evidence']): Block[] {
  if (evidence.length === 0) return [];
  return [
    ...paragraph('Evidence', 'label'),
    ...bullets(
      evidence.map(({ title, href, note }) => [
        { text: title, to: href === null ? null : { href } },
        ...(note === null ? [] : [{ text: ` · ${note}` }]),
      ]),
    ),
  ];
}

function tied(title: string, models: Answer['meets']): Block[] {
  if (models.length === 0) return [];
  return [
    ...paragraph(title, 'label'),
    ...bullets(
      models.flatMap(({ mark, items }) =>
        items.map(({ ids, text }): Line => [{ text: `${mark} ${text} ` }, quiet(ids.join(', '))]),
      ),
    ),
  ];
}

/** Every statement of each model, by its levels and areas. */
export function statementsChapter({ view }: Source): Block[] {
  return view.statements.flatMap(({ mark, name, levels }) => [
    ...levels.flatMap(({ title, meaning, count, reached, areas }) => [
      heading(`${mark} ${title.startsWith(name) ? title : `${name} ${title}`}${reached ? ' ✓' : ''}`),
      ...paragraph(`${meaning} ${count}.`, 'note'),
      ...table(
        `Statements of ${title}`,
        [col('Id', 3), col('Statement', 13), col('Reading', 3.6), col('Read from', 5.4)],
        areas.flatMap((area) => [{ group: area.name }, ...area.rows.map(statementRow)]),
      ),
    ]),
  ]);
}

type Statement = Source['view']['statements'][number]['levels'][number]['areas'][number]['rows'][number];

const statementRow = ({ id, text, kind, mark, holds, stated, from, remarks }: Statement) =>
  row(
    [quiet(id)],
    [
      [{ text }, ...(kind === null ? [] : [quiet(` (${kind})`)])],
      ...remarks.map((remark): Line => [quiet(remark)]),
    ],
    [[{ text: `${mark} ${holds}` }], ...(stated ? [[quiet('stated')]] : [])],
    from.map((each): Line => [quiet(each)]),
  );
