import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import ExcelJS, { type Worksheet } from 'exceljs';
import { dateText, plural, quarterText } from '../domain/labels';
import type { HeatCell, Scorecard } from '../domain/scorecard';
import type { PlansTogether } from '../domain/scorecard-plans';
import { bareLevel } from '../domain/scorecard-words';
import { VENDORS } from '../domain/vocabulary';
import type { WhatItTakes } from '../domain/what-it-takes';
import type { ListedDecision } from '../decisions/list-decisions';
import {
  addLine,
  addTable,
  newSheet,
  number,
  share,
  streamTable,
  text,
  tint,
  type Value,
} from '../export/sheet';
import type { TeamLine } from '../orgs/team-table';
import { addDecisions, addPlans } from './scorecard-plan-sheets';
import type { TeamColumn } from './team-columns';

type Facts = {
  scorecard: Scorecard;
  /** Of the organisation, and of the unit. */
  name: string;
  date: string;
  columns: readonly TeamColumn[];
  teams: readonly TeamLine[];
  takes: WhatItTakes;
  together: PlansTogether;
  /** `null` for a unit: decisions are those of the whole organisation. */
  decisions: readonly ListedDecision[] | null;
};

/** The scorecard, its units, every team, what holds back, the trend, the plans and the decisions, a sheet each. */
export async function scorecardWorkbook(facts: Facts): Promise<Uint8Array> {
  const stream = new PassThrough();
  const written = buffer(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  workbook.creator = 'Rungs';
  workbook.created = new Date(`${facts.date}T00:00:00Z`);
  workbook.title = 'MLOps maturity';
  const [heads, headsAndNames] = [
    { rows: 1, columns: 0 },
    { rows: 1, columns: 1 },
  ];
  addScorecard(newSheet(workbook, 'Scorecard'), facts);
  addUnits(newSheet(workbook, 'Units'), facts.scorecard);
  await addTeams(newSheet(workbook, 'Teams', headsAndNames), facts);
  addHoldsBack(newSheet(workbook, 'Holds back', heads), facts.scorecard);
  addTrend(newSheet(workbook, 'Trend', headsAndNames), facts.scorecard);
  addPlans(newSheet(workbook, 'Plans'), facts.takes, facts.together);
  if (facts.decisions !== null) addDecisions(newSheet(workbook, 'Decisions', heads), facts.decisions);
  await workbook.commit();
  return new Uint8Array(await written);
}

function addScorecard(sheet: Worksheet, { scorecard, name, date }: Facts): void {
  const { teams, certainty, sentences, models } = scorecard;
  addLine(sheet, `${name}: MLOps maturity`, true);
  addLine(sheet, `As of ${dateText(date)}, ${teams} of ${plural(certainty.expected, 'team')} finished`);
  for (const sentence of sentences) addLine(sheet, sentence);
  sheet.addRow([]);
  addTable(
    sheet,
    [text('Model'), text('Level'), number('Teams')],
    models.flatMap(({ model, teamsOn }) =>
      teamsOn.map(({ label, teams: on }) => [VENDORS[model].name, bareLevel(label), on]),
    ),
  );
  sheet.addRow([]);
  addTable(
    sheet,
    [
      ...[text('Model'), text('Target'), { head: 'By', kind: 'day' as const }],
      ...['Teams', 'Reached', 'Near', 'Far', 'Open requirements', 'Of', 'More open than before'].map(number),
      ...[text('Reached by half of the teams'), text('Reached by all')],
    ],
    models.map(({ model, teams: asked, target, typical, floor }) => [
      ...[VENDORS[model].name, target === null ? null : bareLevel(target.label), target?.by ?? null, asked],
      ...[target?.reached ?? null, target?.near ?? null, target?.far ?? null],
      ...[target?.open ?? null, target?.of ?? null],
      target?.since ? target.since.now.open - target.since.before.open : null,
      ...[typical, floor].map((place) => (place === null ? null : bareLevel(place.label))),
    ]),
  );
}

function addUnits(sheet: Worksheet, { heat, teams }: Scorecard): void {
  const rows = teams === 0 ? heat.rows : [...heat.rows, { name: 'All', ...heat.all }];
  const columns = [
    text('Unit', 30),
    ...[number('Finished'), number('Teams')],
    ...heat.domains.map(({ title }) => share(title)),
  ];
  const add = (heading: string, value: (cell: HeatCell) => number | null) => {
    addLine(sheet, heading, true);
    const heads = addTable(
      sheet,
      columns,
      rows.map(({ name, teams: finished, expected, cells }) => [
        ...[name, finished, expected],
        ...cells.map((cell) => (cell === null ? null : value(cell))),
      ]),
    );
    for (let row = heads + 1; row <= heads + rows.length; row += 1)
      for (let column = 4; column <= columns.length; column += 1) {
        const cell = sheet.getCell(row, column);
        if (typeof cell.value === 'number') tint(cell, cell.value);
      }
  };
  add('Mean share of the ladder', ({ certain }) => certain);
  sheet.addRow([]);
  add('Lowest team, where a row has three or more', ({ lowest }) => lowest?.certain ?? null);
}

function addTeams(sheet: Worksheet, { columns, teams }: Facts): Promise<void> {
  return streamTable(
    sheet,
    columns.map(({ head, kind }, index) => ({ head, kind, ...(index < 2 && { width: 32 }) })),
    rowsOf(columns, teams),
  );
}

/** Rows after which whatever else waits has its turn. */
const ROWS_AT_ONCE = 200;

async function* rowsOf(columns: Facts['columns'], teams: Facts['teams']): AsyncGenerator<Value[]> {
  for (const [index, line] of teams.entries()) {
    if (index % ROWS_AT_ONCE === 0) await setImmediate();
    yield columns.map(({ of }) => of(line));
  }
}

function addHoldsBack(sheet: Worksheet, { holdsBack }: Scorecard): void {
  addTable(
    sheet,
    [text('Capability', 44), number('Teams'), number('Of'), share('Share of teams')],
    holdsBack.map(({ title, teams, of }) => [title, teams, of, of === 0 ? null : teams / of]),
  );
}

function addTrend(sheet: Worksheet, { trend, models }: Scorecard): void {
  const targets = models.filter(({ target }) => target !== null);
  addTable(
    sheet,
    [
      ...[text('Quarter'), number('Teams'), share('Mean share'), number('Newly met'), number('Lost')],
      text('Measure changed'),
      ...targets.flatMap(({ target }) =>
        ['reached', 'near', 'far', 'open requirements'].map((what) => number(`${target?.label}: ${what}`)),
      ),
    ],
    trend.map((point) => [
      ...[quarterText(point.quarter), point.teams, point.overall?.certain ?? null, point.met, point.lost],
      point.breaks ? 'yes' : null,
      ...targets.flatMap(({ model }): Value[] => {
        const distance = point.models.find((each) => each.model === model)?.distance ?? null;
        if (distance === null) return [null, null, null, null];
        return [distance.reached, distance.near, distance.far, distance.open];
      }),
    ]),
  );
}
