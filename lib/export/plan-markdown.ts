import { dateText, list, plural, quarterText } from '../domain/labels';
import { NO_PLAN_YET, rangeText, titlesOf } from '../domain/roadmap-words';
import { quarterOf } from '../domain/counted';
import { whyTexts } from './item-parts';
import { md, mdTable } from './markdown';
import { planItems, planTitle, statusText, type PlanItem, type PlanToExport } from './plan-items';
import { planLeftOut, planLevels } from './plan-levels';

/** The plan to read: what is reached when, what is done in which quarter, who is needed for it, and what is left out. */
export function planMarkdown(plan: PlanToExport): string {
  const sections = [
    `# ${md(planTitle(plan))}`,
    plan.url === null ? '' : md(plan.url),
    summary(plan),
    section('Levels', levels(plan)),
    section('Steps', steps(plan)),
    section('Who is needed when', people(plan)),
    section('Hiring', hiring(plan)),
    section('Left out', leftOut(plan)),
  ];
  return `${sections.filter((each) => each !== '').join('\n\n')}\n`;
}

const section = (heading: string, body: string): string => (body === '' ? '' : `## ${heading}\n\n${body}`);

function summary({ roadmap, content }: PlanToExport): string {
  const { answerFirst, steps: all, days, finish, monday, late, horizonWeeks, money } = roadmap;
  if (answerFirst !== null) {
    const names = answerFirst.map((id) => `- ${md(titlesOf(content).title(id))}`);
    return [`${NO_PLAN_YET} Answer these first:`, '', ...names].join('\n');
  }
  if (finish === null) return 'Nothing is to be climbed.';
  const cost = money === null ? null : `${Math.round(money.total).toLocaleString('en')} ${money.currency}`;
  return [
    `- ${plural(all.length, 'step')}, ${plural(days, 'person-day')}${cost === null ? '' : `, ${md(cost.trim())}`}`,
    `- ${dateText(monday)} to ${dateText(finish.day)}: ${md(rangeText(finish))}`,
    ...(late.length === 0
      ? []
      : [`- ${plural(late.length, 'step')} end past the ${horizonWeeks} weeks of the plan`]),
  ].join('\n');
}

const levels = (plan: PlanToExport): string =>
  mdTable(
    ['Level', 'Target', 'Reached', 'By', 'Met last, or waits for'],
    planLevels(plan).map(({ label, target, reached, waitsFor }) => [
      ...[label, target ? 'yes' : '', reached?.text ?? 'not by this plan'],
      ...[reached === null ? '' : dateText(reached.day), waitsFor],
    ]),
  );

function steps(plan: PlanToExport): string {
  const items = planItems(plan);
  const quarters = [...new Set(items.map(({ dueOn }) => quarterOf(dueOn)))].toSorted();
  return quarters
    .map((quarter) => {
      const own = items.filter(({ dueOn }) => quarterOf(dueOn) === quarter);
      const table = mdTable(
        ['Step', 'Starts', 'Due', 'Owner', 'Days', 'Status', 'Ticket', 'Why', 'Key'],
        own.map((item) => rowOf(plan, item)),
      );
      return `### ${quarterText(quarter)}\n\n${table}`;
    })
    .join('\n\n');
}

function rowOf({ content }: PlanToExport, item: PlanItem): (string | number)[] {
  const { title, startsOn, dueOn, owner, step, status, late, priority, ticket, key } = item;
  const marks = [statusText(status), ...(priority === 'High' ? ['critical'] : []), ...(late ? ['late'] : [])];
  return [
    ...[title, dateText(startsOn), dateText(dueOn), owner?.name ?? '', step.days, marks.join(', ')],
    ...[ticket ?? '', whyTexts(content, step).join('; '), key],
  ];
}

/** Person-days that each role is asked for, of those that it has. */
function people({ roadmap, content }: PlanToExport): string {
  const { role } = titlesOf(content);
  const quarters = roadmap.roles[0]?.quarters.map(({ quarter }) => quarter) ?? [];
  const table = mdTable(
    ['Role', 'People', 'Person-days', ...quarters.map(quarterText)],
    roadmap.roles.map(({ title, people: own, coveredBy, days, quarters: each }) => [
      ...[title, coveredBy === null ? own : `done by ${role(coveredBy)}`, tenths(days)],
      ...each.map(({ demand, supply }) =>
        coveredBy === null ? `${tenths(demand)} of ${tenths(supply)}` : tenths(demand),
      ),
    ]),
  );
  return table === '' ? '' : `Person-days by quarter: needed, of those that there are.\n\n${table}`;
}

const tenths = (days: number): number => Math.round(days * 10) / 10;

function hiring({ roadmap, content }: PlanToExport): string {
  const { role, step } = titlesOf(content);
  return mdTable(
    ['Role that nobody has', 'Steps that wait for it', 'With one person from then on'],
    roadmap.hiring.map(({ role: id, steps: waiting, withOne }) => [
      ...[role(id), list(waiting.map(step)), `all that is left ends in week ${withOne.makespan}`],
    ]),
  );
}

const leftOut = (plan: PlanToExport): string =>
  mdTable(
    ['Step', 'Why'],
    planLeftOut(plan).map(({ step, reason }) => [step, reason]),
  );
