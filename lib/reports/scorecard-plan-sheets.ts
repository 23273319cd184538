import type { Worksheet } from 'exceljs';
import type { ListedDecision } from '../decisions/list-decisions';
import { plural, quarterText } from '../domain/labels';
import { QUARTER_DAYS, type PlansTogether } from '../domain/scorecard-plans';
import { daysText, pacesText, plansText, type WhatItTakes } from '../domain/what-it-takes';
import { addLine, addTable, number, text, type Column } from '../export/sheet';
import { dayOf } from '../domain/calendar';

const effort = (head: string): Column => ({ head, kind: 'effort' });

/** What the chosen plans take together, and each role by quarter. */
export function addPlans(sheet: Worksheet, takes: WhatItTakes, { roles, silent }: PlansTogether): void {
  addLine(sheet, `What it will take, ${plansText(takes)}`, true);
  if (takes.plans > 0) {
    addLine(sheet, daysText(takes));
    addLine(sheet, pacesText(takes));
  }
  if (silent > 0)
    addLine(sheet, `${plural(silent, 'plan')} chosen before people were kept with a plan: not in the table.`);
  sheet.addRow([]);
  addTable(
    sheet,
    [
      ...[text('Role', 28), text('Quarter')],
      ...['Person-days asked for', 'Person-days there', 'Person-days short', 'People short'].map(effort),
      number('Teams short'),
    ],
    roles.flatMap(({ title, quarters, short }) =>
      quarters.map(({ quarter, demand, supply, short: missing }) => [
        ...[title, quarterText(quarter), demand, supply, missing, missing / QUARTER_DAYS],
        short?.teams ?? 0,
      ]),
    ),
  );
}

/** All decisions, the open ones as on the scorecard. */
export function addDecisions(sheet: Worksheet, decisions: readonly ListedDecision[]): void {
  addTable(
    sheet,
    [
      ...[text('Decision', 50), { head: 'Before', kind: 'day' as const }, number('Teams waiting')],
      ...[text('State'), text('Outcome', 50), { head: 'Changed on', kind: 'day' as const }, text('By', 24)],
    ],
    decisions.map(({ title, beforeOn, teams, status, outcome, updatedAt, by }) => [
      ...[title, beforeOn, teams, status, outcome, dayOf(updatedAt), by],
    ]),
  );
}
