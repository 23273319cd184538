import { list, range, standingMark } from '@/lib/domain/labels';
import type { Report, ReportGap, ReportStep } from '@/lib/domain/report';
import { breakable } from './glyphs';
import type { Writing } from './view';

export type PlanView = {
  tooLittle: boolean;
  answerFirst: { title: string; anchor: string | null }[];
  gaps: {
    title: string;
    anchor: string | null;
    you: string;
    needs: string;
    climbs: string;
    days: string;
    next: string;
    later: string;
  }[];
  /** By what the gaps are sorted. */
  order: string;
  reached: string | null;
  notes: string[];
  steps: {
    title: string;
    anchor: string | null;
    change: string;
    action: string;
    nowThen: string;
    lead: string;
    days: string;
    serves: string;
    notes: string;
  }[];
};

export function planView(report: Report, writing: Writing): PlanView {
  const short = shortLabels(report);
  return {
    tooLittle: report.tooLittleKnown,
    answerFirst: report.answerFirst.map(({ capability, title }) => ({
      title,
      anchor: writing.anchor(capability),
    })),
    gaps: report.gaps.map((gap) => gapRow(gap, short, writing)),
    order:
      report.models.length > 1
        ? 'First what the next level of most models waits for, then the bigger gap, then the smaller effort. Levels that come next are set bold.'
        : 'First what the next level waits for, then the bigger gap, then the smaller effort.',
    reached: report.gaps.length === 0 ? null : reachedText(report.reached),
    notes: notesOf(report),
    steps: report.steps.map((step) => stepRow(step, short, writing)),
  };
}

/** `Repeatable` in place of `AWS Repeatable` in a report that names one vendor alone. */
function shortLabels({ models }: Report): (label: string) => string {
  const [only, second] = models;
  if (only === undefined || second !== undefined) return (label) => label;
  return (label) => only.levels.find((level) => level.label === label)?.short ?? label;
}

function gapRow(
  { capability, title, standing, required, climbs, days, blocks, ownTarget }: ReportGap,
  short: (label: string) => string,
  { anchor, format }: Writing,
): PlanView['gaps'][number] {
  const labels = (next: boolean) =>
    blocks.flatMap(({ label, isNext }) => (isNext === next ? [short(label)] : []));
  return {
    title,
    anchor: anchor(capability),
    you: standingMark(standing),
    needs: String(required),
    climbs: range(climbs.fewest, climbs.most),
    days: format.span(days),
    next: labels(true).join(', '),
    later: [...labels(false), ...(ownTarget ? ['own target'] : [])].join(', '),
  };
}

function stepRow(
  step: ReportStep,
  short: (label: string) => string,
  { anchor, format }: Writing,
): PlanView['steps'][number] {
  const notes = [
    step.canStart ? 'can start today' : null,
    step.unconfirmed ? 'first find out where it stands' : null,
    step.prerequisiteOf.length === 0 ? null : `prepares ${list(step.prerequisiteOf)}`,
  ];
  return {
    title: step.title,
    anchor: anchor(step.capability),
    change: `${step.from} → ${step.to}`,
    action: step.action,
    nowThen: `Now: ${step.before} Then: ${step.after}`,
    lead: step.lead.join(', '),
    days: format.number(step.days),
    serves: step.serves.map(short).join(', '),
    notes: notes.filter((note) => note !== null).join(' · '),
  };
}

const reachedText = (levels: string[]): string | null =>
  levels.length === 0
    ? null
    : `When every gap is closed, the ${levels.length === 1 ? 'level is' : 'levels are'} ${list(levels)}.`;

function notesOf({ noAction, exclusions, statedAgainst }: Report): string[] {
  const there = noAction.map(
    ({ title, standing, required }) => `${title} (${standingMark(standing)}, needs ${required})`,
  );
  return [
    ...(there.length === 0 ? [] : [`Already there, no action: ${list(there)}.`]),
    ...exclusions.map(
      ({ title, wanted, required, reason }) =>
        `${title} is held at ${wanted} by choice, although ${required} is needed${reason === undefined ? '' : `: ${breakable(reason)}`}.`,
    ),
    // One criterion can stand in several requirements.
    ...new Set(
      statedAgainst.map(
        ({ label, criterion, text }) =>
          `${criterion} (${label}) was stated not to hold, and no rung changes that: ${text}`,
      ),
    ),
  ];
}
