import { doneBy } from '@/lib/domain/calendar';
import { quarterOf } from '@/lib/domain/counted';
import { dateText, list, plural, quarterText } from '@/lib/domain/labels';
import { pathsFor } from '@/lib/domain/learning-paths';
import type { Roadmap } from '@/lib/domain/roadmap';
import type { HiringGap } from '@/lib/domain/roadmap-hiring';
import { leftOutText, levelTitle, titlesOf, waitingText } from '@/lib/domain/roadmap-words';
import type { ModelId } from '@/lib/domain/vocabulary';
import { breakable } from './glyphs';
import type { PrintedContent } from './view-roadmap';
import { someOf } from './view-roadmap-steps';

/** What holds a plan up: hires to make, steps that are late, longer or left out. */
export function notDoneView(content: PrintedContent, roadmap: Roadmap, questionnaires: readonly ModelId[]) {
  const { step, role } = titlesOf(content);
  const done = new Map(roadmap.steps.map((each) => [each.id, each]));
  return {
    hiring: roadmap.hiring.map((gap) => hiringView(content, roadmap, gap, questionnaires)),
    leftOut: leftOutView(content, roadmap),
    late: roadmap.late.map((each) => ({
      step: step(each.step),
      done: dateText(done.get(each.step)?.doneOn ?? ''),
      waitsFor: waitingText(content, each),
    })),
    stretched: roadmap.stretched.map((each) => ({
      step: step(each.step),
      weeks: `${plural(each.weeks, 'week')} instead of ${each.shortest}`,
      role: role(each.role),
    })),
  };
}

function hiringView(
  content: PrintedContent,
  { monday }: Roadmap,
  { role, steps, without, withOne }: HiringGap,
  questionnaires: readonly ModelId[],
) {
  const at = (week: number) => (week === 0 ? 'at once' : quarterText(quarterOf(doneBy(monday, week))));
  const levels = (reached: HiringGap['without']) =>
    reached.length === 0
      ? 'no further level'
      : list(reached.map(({ model, level, week }) => `${levelTitle(content, model, level)} ${at(week)}`));
  const { step, role: roleTitle } = titlesOf(content);
  return {
    role: roleTitle(role),
    waiting: `${plural(steps.length, 'step')}: ${someOf(steps.map(step), 4)}`,
    without: levels(without),
    withOne: levels(withOne.levels),
    end: withOne.makespan === 0 ? '' : `The last step ends in ${at(withOne.makespan)}.`,
    paths: pathsFor(content.roles.find(({ id }) => id === role)?.upskilling ?? [], questionnaires),
  };
}

/** Steps by the reason at the root: what waits for a step that is left out is left out with it. */
function leftOutView(content: PrintedContent, { leftOut }: Roadmap) {
  const { step } = titlesOf(content);
  const byId = new Map(leftOut.map((each) => [each.id, each]));
  const rootOf = (id: string): string => {
    const reason = byId.get(id)?.reason;
    return reason?.kind === 'waits' && byId.has(reason.for) ? rootOf(reason.for) : id;
  };
  const groups = new Map<string, { steps: string[]; waiting: string[] }>();
  for (const each of leftOut) {
    const root = byId.get(rootOf(each.id)) ?? each;
    const reason = leftOutText(content, root);
    const group = groups.get(reason) ?? { steps: [], waiting: [] };
    (root === each ? group.steps : group.waiting).push(step(each.id));
    groups.set(reason, group);
  }
  return [...groups].map(([reason, { steps, waiting }]) => ({
    reason: breakable(reason),
    steps: list(steps),
    waiting: list(waiting),
  }));
}
