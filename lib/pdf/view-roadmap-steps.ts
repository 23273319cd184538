import { capitalised, dateText, list, plural, quarterText } from '@/lib/domain/labels';
import type { Roadmap, RoadmapStep } from '@/lib/domain/roadmap';
import { figureText, levelTitle, purposeText, titlesOf } from '@/lib/domain/roadmap-words';
import { stepId } from '@/lib/domain/roadmap-work';
import { TOOL_PLATFORMS } from '@/lib/domain/vocabulary';
import type { PrintedContent } from './view-roadmap';

const MOST_UNLOCKED = 4;

/** The steps by the quarter in which they are done. */
export function quartersView(content: PrintedContent, roadmap: Roadmap) {
  const quarters = [...new Set(roadmap.steps.map(({ quarter }) => quarter))].toSorted();
  return quarters.map((quarter) => {
    const steps = roadmap.steps.filter((step) => step.quarter === quarter);
    const days = steps.reduce((sum, step) => sum + step.days, 0);
    return {
      quarter: quarterText(quarter),
      sum: `${plural(steps.length, 'step')} done, ${figureText(days)} person-days`,
      levels: roadmap.levels.flatMap(({ when, model, level }) =>
        when?.quarter === quarter ? [levelTitle(content, model, level)] : [],
      ),
      steps: steps.map((step) => stepView(content, roadmap, step)),
    };
  });
}

function stepView(content: PrintedContent, { horizonWeeks, tooling }: Roadmap, step: RoadmapStep) {
  const { step: stepTitle, role } = titlesOf(content);
  const leads = new Set(content.capabilities.find(({ id }) => id === step.capability)?.roles.lead);
  const days = (leading: boolean) =>
    Object.entries(step.effort)
      .filter(([id]) => leads.has(id) === leading)
      .toSorted(([, a], [, b]) => b - a)
      .map(([id, amount]) => `${role(id)}\u00a0${figureText(amount)}`)
      .join(', ');
  // The next rung of the same capability comes first, without its name.
  const next = stepId(step.capability, step.to + 1);
  const unlocks = [
    ...(step.unlocks.includes(next) ? [`${step.to} → ${step.to + 1}`] : []),
    ...step.unlocks.filter((id) => id !== next).map(stepTitle),
  ];
  const tools = new Map(content.tools.map(({ id, name }) => [id, name]));
  const elsewhere = tooling.elsewhere.some((each) => each.step === step.id);
  return {
    title: step.title,
    change: `${step.from} → ${step.to}`,
    critical: step.slack === 0,
    dates: spanOfDays(step.startsOn, step.doneOn),
    marks: marksOf(step, horizonWeeks, role),
    action: step.action,
    why: capitalised(purposeText(content, step)),
    unlocks: someOf(unlocks, MOST_UNLOCKED),
    days: figureText(step.days),
    leads: days(true),
    helps: days(false),
    tools: step.tools?.tools.map((id) => tools.get(id) ?? id) ?? [],
    // Where it is not the platform that the team builds on.
    platform: elsewhere && step.tools !== null ? platformName(step.tools.platform) : null,
    before: step.automation.before,
    after: step.automation.after,
  };
}

const PLATFORM_NAMES: Readonly<Record<string, string>> = TOOL_PLATFORMS;
export const platformName = (platform: string): string => PLATFORM_NAMES[platform] ?? platform;

/** `4 to 8 Jan 2027`, `4 Jan to 5 Mar 2027`: what both days share is said once. */
function spanOfDays(from: string, to: string): string {
  const [day = '', month = '', year = ''] = dateText(from).split(' ');
  const [, lastMonth, lastYear] = dateText(to).split(' ');
  const first = [
    day,
    ...(month === lastMonth && year === lastYear ? [] : [month]),
    ...(year === lastYear ? [] : [year]),
  ];
  return `${first.join(' ')} to ${dateText(to)}`;
}

/** The first of many, and how many more. */
export const someOf = (items: readonly string[], most: number): string =>
  list(items.length <= most ? items : [...items.slice(0, most - 1), `${items.length - most + 1} more`]);

function marksOf(
  { slack, inProgress, endWeek, unconfirmed, changed, notBefore, needsNamed }: RoadmapStep,
  horizon: number,
  role: (id: string) => string,
): string[] {
  const marks = [
    slack === 0 ? null : `${plural(slack, 'week')} to spare`,
    inProgress ? 'in progress' : null,
    endWeek > horizon ? 'past the horizon' : null,
    unconfirmed ? 'first find out where it stands' : null,
    changed ? 'effort set by hand' : null,
    notBefore === null ? null : `not before ${dateText(notBefore)}`,
    needsNamed.length === 0 ? null : `nobody is named as ${list(needsNamed.map(role))}`,
  ];
  return marks.filter((mark) => mark !== null);
}
