import { levelLabel } from './labels';
import type { Roadmap, RoadmapStep } from './roadmap';
import { quartersOf } from './roadmap-roles';
import type { Content, ModelId } from './schema/content';

/** The picture of a plan, as a value: every medium draws this, with the same groups, order and emphasis. `…At` is a share of its width. */
export type Timeline = {
  by: Grouping;
  weeks: number;
  groups: TimelineGroup[];
  quarters: (Span & { quarter: string })[];
  /** Levels in the order in which they are reached. */
  marks: { model: ModelId; level: string; label: string; week: number; quarter: string; at: number }[];
  /** The end of the horizon where the plan goes past it. */
  horizon: { week: number; at: number } | null;
};

/** What the rows of a picture stand under: a domain, or the role that has the most days in a step. */
export const GROUPINGS = ['domain', 'role'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export type TimelineGroup = { id: string; title: string; rows: TimelineRow[] };

/** The steps of one capability, within its group: a rung waits for the one below, so they never run at once. */
export type TimelineRow = { capability: string; title: string; bars: TimelineBar[] };

export type TimelineBar = Span &
  Pick<RoadmapStep, 'id' | 'from' | 'to' | 'inProgress' | 'days' | 'quarter'> & {
    label: string;
    /** One week later here is one week later at the end. */
    critical: boolean;
    /** Ends after the horizon. */
    late: boolean;
  };

type Span = { startWeek: number; endWeek: number; startAt: number; endAt: number };

type Drawn = Pick<Roadmap, 'monday' | 'makespan' | 'horizonWeeks' | 'steps' | 'levels'>;

/** Groups are the domains, or the roles, in the content's order, rows within them by their first step. The width ends with a quarter. */
export function timelineOf(
  content: Pick<Content, 'lifecycle' | 'models' | 'roles'>,
  { monday, makespan, horizonWeeks, steps, levels }: Drawn,
  by: Grouping = 'domain',
): Timeline {
  const { models } = content;
  const scale = steps.length === 0 ? [] : wholeQuarters(monday, makespan);
  const weeks = scale.at(-1)?.weeks.at(-1) ?? -1;
  const width = weeks + 1;
  const span = (startWeek: number, endWeek: number): Span => ({
    ...{ startWeek, endWeek },
    ...{ startAt: startWeek / width, endAt: endWeek / width },
  });
  const capabilities = content.lifecycle.domains.flatMap((domain) => domain.capabilities);
  const barOf = (step: RoadmapStep): TimelineBar => ({
    ...span(step.startWeek, step.endWeek),
    ...{ id: step.id, from: step.from, to: step.to, days: step.days },
    ...{ inProgress: step.inProgress, quarter: step.quarter },
    label: `${step.title} ${step.from} → ${step.to}`,
    critical: step.slack === 0,
    late: step.endWeek > horizonWeeks,
  });
  return {
    by,
    weeks: width,
    groups: groupsOf(content, by).flatMap(({ id, title }) => {
      const own = steps.filter((step) => (by === 'domain' ? step.domain : busiestRole(step)) === id);
      return own.length === 0 ? [] : [{ id, title, rows: rowsOf(capabilities, own, barOf) }];
    }),
    quarters: scale.map(({ quarter, weeks: [first = 0, ...more] }) => ({
      quarter,
      ...span(first, (more.at(-1) ?? first) + 1),
    })),
    marks: levels
      .flatMap(({ model, level, when }) => {
        const found = models[model].levels.find(({ id }) => id === level);
        if (when === null || found === undefined || width === 0) return [];
        const { week, quarter } = when;
        return [{ model, level, label: levelLabel(model, found), week, quarter, at: week / width }];
      })
      .toSorted((a, b) => a.week - b.week),
    horizon: makespan > horizonWeeks ? { week: horizonWeeks, at: horizonWeeks / width } : null,
  };
}

const groupsOf = ({ lifecycle, roles }: Pick<Content, 'lifecycle' | 'roles'>, by: Grouping) =>
  by === 'domain' ? lifecycle.domains : roles;

/** The role with the most days in a step; of two, the one that the content names first for it. */
const busiestRole = ({ effort }: Pick<RoadmapStep, 'effort'>): string | undefined =>
  Object.entries(effort).toSorted(([, a], [, b]) => b - a)[0]?.[0];

function rowsOf(
  capabilities: readonly string[],
  steps: readonly RoadmapStep[],
  barOf: (step: RoadmapStep) => TimelineBar,
): TimelineRow[] {
  return capabilities
    .flatMap((capability): TimelineRow[] => {
      const own = steps.filter((step) => step.capability === capability);
      const [first] = own;
      if (first === undefined) return [];
      const bars = own.map(barOf).toSorted((a, b) => a.startWeek - b.startWeek);
      return [{ capability, title: first.title, bars }];
    })
    .toSorted((a, b) => startOf(a) - startOf(b));
}

const startOf = ({ bars }: TimelineRow): number => bars[0]?.startWeek ?? 0;

const WEEKS_OF_A_QUARTER = 14;

/** The quarters of the plan, the last one to its end. */
function wholeQuarters(monday: string, makespan: number): ReturnType<typeof quartersOf> {
  const last = quartersOf(monday, makespan).length;
  return quartersOf(monday, makespan + WEEKS_OF_A_QUARTER).slice(0, last);
}
