import ExcelJS, { type Worksheet } from 'exceljs';
import { quarterText } from '../domain/labels';
import { titlesOf } from '../domain/roadmap-words';
import { weekStart } from '../domain/calendar';
import { effortText, toolsText, whyTexts } from './item-parts';
import { planItems, planTitle, statusText, type PlanToExport } from './plan-items';
import { planLeftOut, planLevels } from './plan-levels';
import { day, effort, fillSheet, newSheet, number, text, type Value } from './sheet';

/** The plan as a workbook of six sheets. Every text is set as a text, so that none becomes a formula. */
export async function planXlsx(plan: PlanToExport, { stampedAt }: { stampedAt: Date }): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Rungs';
  workbook.created = stampedAt;
  workbook.title = planTitle(plan);
  addSteps(newSheet(workbook, 'Steps'), plan);
  addRoles(newSheet(workbook, 'Roles by quarter'), plan);
  addLevels(newSheet(workbook, 'Levels'), plan);
  addTooling(newSheet(workbook, 'Tooling'), plan);
  addAutomation(newSheet(workbook, 'Automation'), plan);
  addLeftOut(newSheet(workbook, 'Left out'), plan);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addSteps(sheet: Worksheet, plan: PlanToExport): void {
  const { step: stepTitle } = titlesOf(plan.content);
  fillSheet(
    sheet,
    [
      ...[
        text('Step', 40),
        text('Domain'),
        day('Starts'),
        day('Due'),
        text('Quarter', 10),
        text('Owner', 24),
      ],
      ...[text('Status', 12), text('Ticket'), text('Priority', 10), text('Late', 8), effort('Person-days')],
      ...[text('By role', 40), text('Why', 40), text('What is done', 60), text('Tools', 30)],
      ...[text('After', 40), text('Note', 40), text('Key', 40)],
    ],
    planItems(plan).map(({ step, ...item }) => [
      ...[item.title, item.domain.title, item.startsOn, item.dueOn, quarterText(step.quarter)],
      ...[item.owner?.name ?? null, statusText(item.status), item.ticket, item.priority],
      ...[item.late ? 'yes' : null, step.days, effortText(plan.content, step)],
      ...[whyTexts(plan.content, step).join('; '), step.action, toolsText(plan.content, step)],
      ...[step.after.map(stepTitle).join(', ') || null, item.note, item.key],
    ]),
  );
}

function addRoles(sheet: Worksheet, { roadmap, content }: PlanToExport): void {
  const { role } = titlesOf(content);
  fillSheet(
    sheet,
    [
      text('Role', 28),
      text('Quarter', 10),
      effort('Needed'),
      effort('There'),
      text('Done by', 28),
      number('Cost'),
    ],
    roadmap.roles.flatMap(({ title, quarters, coveredBy }) =>
      quarters.map(({ quarter, demand, supply, money }) => [
        ...[title, quarterText(quarter), demand, coveredBy === null ? supply : null],
        ...[coveredBy === null ? null : role(coveredBy), money],
      ]),
    ),
  );
}

function addLevels(sheet: Worksheet, plan: PlanToExport): void {
  fillSheet(
    sheet,
    [
      ...[text('Level', 24), text('Target', 8), text('Reached', 40), day('By')],
      ...[text('Past the plan', 10), text('Met last, or waits for', 60)],
    ],
    planLevels(plan).map(({ label, target, reached, waitsFor }) => [
      ...[label, target ? 'yes' : null, reached?.text ?? 'not by this plan', reached?.day ?? null],
      ...[reached?.past ? 'yes' : null, waitsFor || null],
    ]),
  );
}

function addTooling(sheet: Worksheet, { roadmap, content }: PlanToExport): void {
  const { step, title } = titlesOf(content);
  const names = new Map(content.tools.map(({ id, name }) => [id, name]));
  const { adopt, keep, replace } = roadmap.tooling;
  const from = (week: number) => weekStart(roadmap.monday, week);
  const use = (what: string, tools: typeof adopt): Value[][] =>
    tools.map(({ name, week, steps }) => [name, what, from(week), steps.map(step).join(', '), null]);
  fillSheet(
    sheet,
    [text('Tool', 28), text('What', 10), day('From'), text('For', 60), text('By', 40)],
    [
      ...use('adopt', adopt),
      ...use('keep', keep),
      ...replace.map(({ name, week, capabilities, by }) => [
        ...[name, 'replace', from(week), capabilities.map(title).join(', ')],
        by.map((id) => names.get(id) ?? id).join(', '),
      ]),
    ],
  );
}

function addAutomation(sheet: Worksheet, plan: PlanToExport): void {
  fillSheet(
    sheet,
    [text('Step', 40), text('Today', 60), text('Afterwards', 60), day('Due')],
    planItems(plan).map(({ title, step, dueOn }) => [
      ...[title, step.automation.before, step.automation.after, dueOn],
    ]),
  );
}

const addLeftOut = (sheet: Worksheet, plan: PlanToExport): void =>
  fillSheet(
    sheet,
    [text('Step', 40), text('Why', 80)],
    planLeftOut(plan).map(({ step, reason }) => [step, reason]),
  );
