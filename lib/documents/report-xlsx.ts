import 'server-only';
import ExcelJS, { type Worksheet } from 'exceljs';
import { isRated } from '@/lib/domain/answers';
import { pieceWords, reasonWords } from '@/lib/domain/evidence-words';
import { standingText } from '@/lib/domain/labels';
import type { Report } from '@/lib/domain/report';
import type { ReportDocument } from '@/lib/domain/report-document';
import type { Evidence } from '@/lib/domain/schema/answers';
import {
  addLine,
  addTable,
  day,
  fillSheet,
  keepInSight,
  newSheet,
  number,
  share,
  text,
  type Column,
  type Value,
} from '@/lib/export/sheet';
import type { PrintedContent } from '@/lib/pdf/view-roadmap';
import { dated, repacked } from './archive';
import { plainText } from './blocks';
import { written } from './plain-text';
import { issueName, sourceOf, type DocumentOptions, type Source } from './source';
import { findingsSheet } from './xlsx-findings';
import { levelsSheet, moneySheet } from './xlsx-plan';
import { roadmapSheet } from './xlsx-roadmap';

/** The report as a workbook, to be filtered and added up. Every text is set as a text, so that none becomes a formula. */
export async function reportXlsx(
  document: ReportDocument,
  content: PrintedContent,
  options: DocumentOptions,
): Promise<Uint8Array> {
  const source = sourceOf(document, content, options);
  const workbook = new ExcelJS.Workbook();
  workbook.creator = written(source.view.author);
  workbook.title = written(source.view.title);
  workbook.created = new Date(`${document.issue.on}T00:00:00Z`);
  workbook.modified = workbook.created;
  addSummary(newSheet(workbook, 'Summary'), source);
  fill(newSheet(workbook, 'Answers'), ...answersSheet(document.report));
  fill(newSheet(workbook, 'Scores'), ...scoresSheet(document.report));
  fill(newSheet(workbook, 'Gaps'), ...gapsSheet(document.report));
  for (const [name, table] of Object.entries(planAndFindings(source)))
    if (table !== null) fill(newSheet(workbook, name), ...table);
  fill(newSheet(workbook, 'Criteria'), ...criteriaSheet(document.report));
  const packed = new Uint8Array(await workbook.xlsx.writeBuffer());
  return repacked(packed, (path, xml) =>
    path === 'docProps/core.xml' ? dated(xml, document.issue.on) : xml,
  );
}

/** What not every report has is `null`. */
const planAndFindings = (source: Source): Record<string, Table | null> => ({
  Roadmap: roadmapSheet(source),
  Levels: levelsSheet(source),
  Money: moneySheet(source),
  Findings: findingsSheet(source),
});

export type Table = [columns: Column[], rows: Value[][]];

/** A cell of a workbook holds no more. */
const MOST = 32_000;
const LONG = 40;

/** Long texts turn into lines, so that a row can be read. */
function fill(sheet: Worksheet, columns: Column[], rows: Value[][]): void {
  fillSheet(
    sheet,
    columns,
    rows.map((row) => row.map((value) => (typeof value === 'string' ? value.slice(0, MOST) : value))),
  );
  const long = columns.flatMap(({ width = 0 }, index) => (width >= LONG ? [index + 1] : []));
  for (let index = 2; index <= rows.length + 1; index += 1) {
    const row = sheet.getRow(index);
    row.alignment = { vertical: 'top' };
    for (const column of long) row.getCell(column).alignment = { vertical: 'top', wrapText: true };
  }
}

function addSummary(sheet: Worksheet, { view, document, format, names }: Source): void {
  const { report } = document;
  sheet.getColumn(1).width = 30;
  addLine(sheet, view.title, true);
  addLine(
    sheet,
    `${names.client} · ${issueName(document)} · ${format.date(document.issue.on)}${names.preparedBy === null ? '' : ` · prepared by ${names.preparedBy}`}`,
  );
  const { own, sentences } = view.summary;
  for (const sentence of own === null ? sentences : [...plainText(own.text), `Summary by ${own.by}`])
    addLine(sheet, sentence.slice(0, MOST));
  sheet.addRow([]);
  const heads = addTable(
    sheet,
    [
      ...[text('Model', 30), text('Level now', 18), text('At best', 18), text('Next level', 18)],
      ...[number('To go'), number('To go at best'), number('Climbs, fewest'), number('Climbs, most')],
    ],
    report.models.map(({ name, level, next }) => [
      ...[name, level.certain, level.best, next?.label ?? 'top level reached'],
      ...[next?.toGo.certain ?? 0, next?.toGo.best ?? 0, next?.climbs.fewest ?? 0, next?.climbs.most ?? 0],
    ]),
  );
  sheet.addRow([]);
  for (const { name, lines } of view.cover.facts) addPair(sheet, name, lines.join(', '));
  for (const { name, value } of view.check.facts) addPair(sheet, name, value);
  for (const sentence of view.summary.trust) addLine(sheet, sentence);
  keepInSight(sheet, { rows: heads, columns: 0 });
}

function addPair(sheet: Worksheet, name: string, value: string): void {
  addLine(sheet, name);
  const cell = sheet.getCell(sheet.rowCount, 2);
  cell.numFmt = '@';
  cell.value = written(value).slice(0, MOST);
}

function answersSheet({ capabilities, areas, areaKind, date }: Report): Table {
  const domains = new Map(areaKind === 'domain' ? areas.map(({ id, title }) => [id, title]) : []);
  return [
    [
      ...[text('Capability', 34), text('Domain', 24), number('Rung'), text('Answer', 18)],
      ...[text('Rung in words', 50), text('Note', 60), text('Reason', 40), text('Evidence', 50)],
      ...[text('Statements met', 40), text('Not yet', 40), text('Id', 26)],
    ],
    capabilities.map(({ id, title, domain, standing, rungText, note, evidence, meets, missing, ...more }) => [
      ...[title, domains.get(domain) ?? domain, typeof standing === 'number' ? standing : null],
      ...[standingText(standing), rungText, note, reasonWords(more, date)],
      evidence.map((each) => pieceText(each, date)).join('\n') || null,
      ...[meets.map((each) => each.id).join(', ') || null, missing.map((each) => each.id).join(', ') || null],
      id,
    ]),
  ];
}

const pieceText = (piece: Evidence, on: string): string =>
  [piece.title, piece.url, piece.note, ...pieceWords(piece, on)].filter(Boolean).join(' · ');

/** Levels by model, and the shares of domains, pillars, phases and sides; told apart by the first column. */
function scoresSheet({ models, areas, areaKind, pillars, phases, sides, overall, beyond }: Report): Table {
  const area = (what: string, all: Report['areas']): Value[][] =>
    all.map(({ title, pair, lowest }) => [
      ...[what, null, title, null, null, null, null],
      ...[pair?.certain ?? null, pair?.best ?? null, lowest],
    ]);
  const whole = (name: string, pair: Report['overall']): Value[] => [
    ...['Whole', null, name, null, null, null, null],
    ...[pair?.certain ?? null, pair?.best ?? null, null],
  ];
  return [
    [
      ...[text('What', 12), text('Model', 14), text('Name', 34), text('Reached', 10)],
      ...[number('Met'), number('Met at best'), number('Of')],
      ...[share('Share'), share('Share at best'), number('Lowest rung')],
    ],
    [
      ...models.flatMap(({ name, levels }) =>
        levels.map(({ label, reached, met, atBest, of }): Value[] => [
          ...['Level', name, label, reached ? 'yes' : 'no', met, atBest, of],
          ...[of === 0 ? null : met / of, of === 0 ? null : atBest / of, null],
        ]),
      ),
      ...(areaKind === 'domain' ? area('Domain', areas) : []),
      ...(areaKind === 'domain'
        ? [...area('Pillar', pillars), ...area('Phase', phases), ...area('Side', sides)]
        : []),
      ...(areaKind === 'domain'
        ? [whole('Over the four pillars', overall), whole('Asked for by no vendor', beyond)]
        : []),
    ],
  ];
}

const gapsSheet = ({ gaps }: Report): Table => [
  [
    ...[text('Capability', 34), number('Priority'), number('Rung now'), text('Answer', 18), number('Needs')],
    ...[number('Climbs, fewest'), number('Climbs, most')],
    ...[
      { head: 'Person-days, fewest', kind: 'effort' as const },
      { head: 'Person-days, most', kind: 'effort' as const },
    ],
    ...[text('Blocks next', 30), text('Blocks later', 30), text('Own target', 12), text('Id', 26)],
  ],
  gaps.map(({ capability, title, standing, required, climbs, days, blocks, ownTarget }, index) => {
    const labels = (next: boolean) =>
      blocks.flatMap(({ label, isNext }) => (isNext === next ? [label] : [])).join(', ') || null;
    return [
      ...[title, index + 1, isRated(standing) && typeof standing === 'number' ? standing : null],
      ...[standingText(standing), required, climbs.fewest, climbs.most, days.fewest, days.most],
      ...[labels(true), labels(false), ownTarget ? 'yes' : null, capability],
    ];
  }),
];

function criteriaSheet({ models }: Report): Table {
  return [
    [
      ...[text('Id', 14), text('Model', 14), text('Level', 22), text('Area', 28), text('Text', 60)],
      ...[text('Kind', 12), text('Holds', 14), text('Stated', 10), text('Said', 40)],
      ...[text('Decided by', 50), text('Remark', 50), text('Source', 50), day('Text of')],
    ],
    models.flatMap(({ name, levels, areas, statements, edition }) => {
      const labels = new Map(levels.map(({ id, label }) => [id, label]));
      const areaNames = new Map(areas.map(({ id, name: area }) => [id, area]));
      return statements.map((each) => {
        const { id, level, area, text: words, kind, holds, statement, joined, remark, source } = each;
        const decided = each.decidedBy.map(({ title, needs }) => `${title} ${needs}`);
        return [
          ...[id, name, labels.get(level) ?? level, areaNames.get(area) ?? area, words],
          ...[kind, holds, statement === null ? null : 'yes', statement?.note ?? null],
          ...[decided.join(joined === 'any' ? ' or ' : ', ') || null, remark],
          ...[`${source.title}, ${source.at}`, edition],
        ];
      });
    }),
  ];
}
