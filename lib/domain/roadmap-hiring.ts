import type { LevelWeek } from './roadmap-levels';
import type { WorkPlan } from './roadmap-schedule';
import type { ModelId } from './schema/content';

/** A technical role that steps need and nobody has. */
export type HiringGap = {
  role: string;
  /** Steps that wait for it, by id, and those that wait for these. */
  steps: string[];
  /** Levels reached without it, each by its week; the plan shows the same. */
  without: { model: ModelId; level: string; week: number }[];
  /** With one person from week `hireWeeks` on: the end of the plan, and the levels; other gaps stay. */
  withOne: { makespan: number; levels: { model: ModelId; level: string; week: number }[] };
};

/** The gaps in a plan's people, and what one hire would bring, one role at a time. Those that hold most steps come first. */
export function analyseHiring(
  plan: WorkPlan,
  planWith: (hired: string[]) => WorkPlan,
  levelsOf: (plan: WorkPlan) => LevelWeek[],
): HiringGap[] {
  const missing = new Map<string, Set<string>>();
  for (const { id, reason } of plan.leftOut)
    if (reason.kind === 'nobody')
      for (const role of reason.roles) missing.set(role, (missing.get(role) ?? new Set()).add(id));
  const waiting = new Map(
    plan.leftOut.flatMap(({ id, reason }) => (reason.kind === 'waits' ? [[id, reason.for] as const] : [])),
  );
  const rootOf = (id: string): string => {
    const before = waiting.get(id);
    return before === undefined ? id : rootOf(before);
  };
  const reached = (of: WorkPlan) =>
    levelsOf(of).flatMap(({ model, level, week }) => (week === null ? [] : [{ model, level, week }]));
  return [...missing]
    .map(([role, steps]): HiringGap => {
      const hired = planWith([role]);
      return {
        role,
        steps: [...steps, ...[...waiting.keys()].filter((id) => steps.has(rootOf(id)))],
        without: reached(plan),
        withOne: { makespan: hired.makespan, levels: reached(hired) },
      };
    })
    .toSorted((a, b) => b.steps.length - a.steps.length || (a.role < b.role ? -1 : 1));
}
