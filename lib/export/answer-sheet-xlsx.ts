import ExcelJS from 'exceljs';
import type { Said } from '../domain/merge-answers';
import type { AskingGroup } from '../domain/answering-order';
import type { Capability } from '../domain/schema/content';
import { addLine, fillSheet, keepInSight, newSheet, text, type Value } from './sheet';

/** The heads by which the sheet is read back, wherever somebody moved the columns to. */
export const HEADS = {
  answer: 'Answer',
  note: 'Why, or a note',
  evidence: 'Evidence: what it is',
  address: 'Evidence: its address',
  key: 'Key',
} as const;

export const ANSWERS_SHEET = 'Answers';
export const DONT_KNOW = "don't know";
export const NOT_APPLICABLE = 'not applicable';

export type AnswerSheet = {
  title: string;
  /** The version of the content. */
  edition: string;
  /** What is asked, in its order. */
  groups: readonly AskingGroup[];
  capabilities: ReadonlyMap<string, Capability>;
  said: ReadonlyMap<string, Said>;
  stampedAt: Date;
};

const CHOICES = `"0,1,2,3,4,${DONT_KNOW},${NOT_APPLICABLE}"`;

/** The questions as a workbook to fill in without a browser, with what is answered already. Every text is set as a text. */
export async function answerSheetXlsx({
  title,
  edition,
  groups,
  capabilities,
  said,
  stampedAt,
}: AnswerSheet): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Rungs';
  workbook.created = stampedAt;
  workbook.title = title;
  const sheet = newSheet(workbook, ANSWERS_SHEET);
  const columns = [
    ...[text('Domain', 18), text('Capability', 22), text('Question', 34)],
    ...[0, 1, 2, 3, 4].map((rung) => text(`Rung ${rung}`, 26)),
    ...[text(HEADS.answer, 15), text(HEADS.note, 34), text(HEADS.evidence, 24), text(HEADS.address, 28)],
    text(HEADS.key, 20),
  ];
  const answerAt = columns.findIndex(({ head }) => head === HEADS.answer) + 1;
  fillSheet(
    sheet,
    columns,
    groups.flatMap((group) =>
      group.capabilities.flatMap((id): Value[][] => {
        const ladder = capabilities.get(id);
        if (ladder === undefined) return [];
        return [
          [
            ...[group.title, ladder.title, ladder.question, ...ladder.rungs.map(({ text: words }) => words)],
            ...[answerText(said.get(id)), noteText(said.get(id)), null, null, id],
          ],
        ];
      }),
    ),
  );
  keepInSight(sheet, { rows: 1, columns: 2 });
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    row.alignment = { vertical: 'top', wrapText: true };
    const cell = row.getCell(answerAt);
    cell.dataValidation = {
      ...{ type: 'list', allowBlank: true, formulae: [CHOICES], showErrorMessage: true },
      ...{ errorTitle: 'Not an answer', error: `Choose 0 to 4, ${DONT_KNOW}, or ${NOT_APPLICABLE}.` },
    };
    for (let at = answerAt; at < answerAt + 4; at += 1)
      row.getCell(at).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8E1' } };
  });
  addExplanation(newSheet(workbook, 'How to fill it in'), title, edition);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addExplanation(sheet: ExcelJS.Worksheet, title: string, edition: string): void {
  sheet.getColumn(1).width = 110;
  sheet.getColumn(1).alignment = { wrapText: true, vertical: 'top' };
  addLine(sheet, title, true);
  for (const line of [
    `Content edition ${edition}.`,
    'Fill in the yellow columns of the sheet “Answers”. Start at rung 0 and stop at the last rung of which all is true; between two, take the lower.',
    `Answer: 0, 1, 2, 3 or 4, ${DONT_KNOW}, or ${NOT_APPLICABLE}, which needs a reason beside it. An empty line is left out.`,
    'Evidence: a document, a dashboard, a run; its address begins with https://. It is added to what is there.',
    'Columns and lines may be moved, hidden or left out, as long as the heads and the keys stay. No formulas: what a formula makes is not read.',
    'Reading it back shows line by line what is new and what differs from what somebody answered meanwhile; nothing is replaced unasked.',
  ])
    addLine(sheet, line);
}

function answerText(said: Said | undefined): string | null {
  const choice = said?.choice ?? null;
  if (choice === null) return null;
  if ('rung' in choice) return String(choice.rung);
  return 'unknown' in choice ? DONT_KNOW : NOT_APPLICABLE;
}

/** Of what does not apply the reason, beside which a note has no room. */
function noteText(said: Said | undefined): string | null {
  const choice = said?.choice ?? null;
  return choice !== null && 'notApplicable' in choice ? choice.reason : (said?.note ?? null);
}
