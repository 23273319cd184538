import { list, quarterText } from '@/lib/domain/labels';
import { figureText, leftOutText, purposeText, titlesOf } from '@/lib/domain/roadmap-words';
import type { Roadmap } from '@/lib/domain/roadmap';
import { day, effort, number, text, type Column, type Value } from '@/lib/export/sheet';
import type { Table } from './report-xlsx';
import type { Source } from './source';

const COLUMNS: Column[] = [
  ...[text('Step', 40), number('Order'), text('Domain', 24), number('From'), number('To')],
  ...[day('Starts'), day('Done'), text('Quarter', 10), effort('Person-days')],
  ...[text('Critical', 10), number('Weeks to spare'), text('By role', 40)],
  ...[
    text('What is done', 60),
    text('Why', 40),
    text('Tools', 30),
    text('After', 40),
    text('Not in the plan', 40),
  ],
];

/** The steps of the plan and those that it leaves out, or without a plan all steps in an order in which they can be done. */
export function roadmapSheet({ document, content }: Source): Table {
  const { plan, report } = document;
  if (plan !== null) return [COLUMNS, planRows(content, plan.roadmap)];
  return [
    COLUMNS,
    report.steps.map(({ title, from, to, days, lead, action, serves }, index) => [
      ...[`${title} ${from} → ${to}`, index + 1, null, from, to, null, null, null, days],
      ...[null, null, list(lead), action, serves.join(', ') || null, null, null, null],
    ]),
  ];
}

function planRows(content: Source['content'], { steps, leftOut }: Roadmap): Value[][] {
  const { step: titleOf, role } = titlesOf(content);
  const domains = new Map(content.lifecycle.domains.map(({ id, title }) => [id, title]));
  const tools = new Map(content.tools.map(({ id, name }) => [id, name]));
  return [
    ...steps.map((step, index): Value[] => [
      ...[titleOf(step.id), index + 1, domains.get(step.domain) ?? step.domain, step.from, step.to],
      ...[step.startsOn, step.doneOn, quarterText(step.quarter), step.days],
      ...[step.slack === 0 ? 'yes' : null, step.slack],
      Object.entries(step.effort)
        .map(([id, days]) => `${role(id)} ${figureText(days)}`)
        .join(', '),
      ...[step.action, purposeText(content, step) || null],
      step.tools?.tools.map((id) => tools.get(id) ?? id).join(', ') ?? null,
      step.after.map(titleOf).join(', ') || null,
      null,
    ]),
    ...leftOut.map((each): Value[] => [
      titleOf(each.id),
      ...Array.from({ length: COLUMNS.length - 2 }, () => null),
      leftOutText(content, each),
    ]),
  ];
}
