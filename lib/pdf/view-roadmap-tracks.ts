import { list, plural, quarterText } from '@/lib/domain/labels';
import { quarterOf } from '@/lib/domain/counted';
import { weekStart } from '@/lib/domain/calendar';
import type { Roadmap } from '@/lib/domain/roadmap';
import { figureText, staffingText, titlesOf } from '@/lib/domain/roadmap-words';
import type { PrintedContent } from './view-roadmap';
import { platformName, someOf } from './view-roadmap-steps';

/** The three tracks of a plan: roles, tools, and what people stop doing by hand. */

const MOST_STEPS = 4;
const KINDS = {
  certification: 'certification',
  'learning-path': 'learning path',
  course: 'course',
  book: 'book',
} as const;

export function rolesView(content: PrintedContent, { roles, hiring, steps }: Roadmap) {
  const { step, role: roleTitle } = titlesOf(content);
  // In the order of the plan.
  const named = (ids: readonly string[]) => {
    const wanted = new Set(ids);
    const titles = steps.flatMap(({ id }) => (wanted.has(id) ? [step(id)] : []));
    return titles.length === 0 ? '' : `${plural(titles.length, 'step')}: ${someOf(titles, MOST_STEPS)}`;
  };
  const toHire = new Set(hiring.map(({ role }) => role));
  return roles.map((track) => ({
    title: track.title,
    staffing: staffingText(content, track),
    covers: list(track.covers.map(roleTitle)),
    days: figureText(track.days),
    leads: named(track.leads),
    supports: named(track.supports),
    how: toHire.has(track.role)
      ? 'Hire, or upskill'
      : track.people === 0 && track.coveredBy === null
        ? 'Name somebody, who learns'
        : track.coveredBy === null
          ? 'Upskill'
          : `Upskill for it: ${roleTitle(track.coveredBy)}`,
    paths: track.upskilling.map(({ title, publisher, kind }) => ({
      title,
      publisher,
      kind: KINDS[kind],
    })),
  }));
}

export function toolingView(content: PrintedContent, { tooling, monday }: Roadmap) {
  const { step, title } = titlesOf(content);
  const names = new Map(content.tools.map(({ id, name }) => [id, name]));
  const name = (id: string) => names.get(id) ?? id;
  const when = (week: number) => quarterText(quarterOf(weekStart(monday, week)));
  const used = ({ name: tool, platform, week, steps }: Roadmap['tooling']['adopt'][number]) => ({
    tool,
    platform: platformName(platform),
    when: when(week),
    steps: someOf(steps.map(step), 3),
  });
  return {
    adopt: tooling.adopt.map(used),
    keep: tooling.keep.map(used),
    replace: tooling.replace.map(({ name: tool, by, week, capabilities }) => ({
      tool,
      by: list(by.map(name)),
      when: when(week),
      for: list(capabilities.map(title)),
    })),
    elsewhere: tooling.elsewhere.map((each) => ({
      step: step(each.step),
      platform: platformName(each.platform),
      tools: list(each.tools.map(name)),
    })),
  };
}

/** By capability: what people do today, and what runs by itself after the last of its steps; in the order of these. */
export function automationView({ steps }: Roadmap) {
  const capabilities = [...new Set(steps.map(({ capability }) => capability))];
  return capabilities
    .flatMap((capability) => {
      const own = steps.filter((step) => step.capability === capability).toSorted((a, b) => a.to - b.to);
      const [first, last] = [own[0], own.at(-1)];
      return first === undefined || last === undefined ? [] : [{ first, last }];
    })
    .toSorted((a, b) => a.last.endWeek - b.last.endWeek)
    .map(({ first, last }) => ({
      title: last.title,
      change: `${first.from} → ${last.to}`,
      when: quarterText(last.quarter),
      before: first.automation.before,
      after: last.automation.after,
    }));
}
