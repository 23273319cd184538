import { dateText, levelLabel } from '../domain/labels';
import { STATUS_WORDS } from '../domain/plan-words';
import type { Roadmap, RoadmapStep } from '../domain/roadmap';
import type { Purpose } from '../domain/roadmap-weights';
import { titlesOf } from '../domain/roadmap-words';
import type { Content } from '../domain/schema/content';
import { cleaned, oneLine } from './clean-text';
import { partsOfStep, type Part } from './item-parts';

/** What people keep about a step beside the plan: these are theirs and survive every new schedule. */
export type KeptStep = {
  owner: { name: string; email: string | null } | null;
  status: 'planned' | 'in-progress' | 'done';
  /** ISO date; before the date of the schedule where it is there. */
  dueOn: string | null;
  /** Name or address of it where it is tracked. */
  ticket: string | null;
  note: string | null;
};

export type ContentOfPlan = Pick<Content, 'capabilities' | 'roles' | 'tools' | 'lifecycle' | 'models'>;

export type PlanToExport = {
  /** What was assessed, who it belongs to, and how the plan is called. */
  subject: string;
  organisation: string | null;
  name: string;
  /** Address of the plan's page. */
  url: string | null;
  /** Slug; a part of every key. */
  team: string;
  roadmap: Roadmap;
  content: ContentOfPlan;
  /** By step id. */
  kept: ReadonlyMap<string, KeptStep>;
};

/** One step as every tracker takes it: plain texts, cleaned, none of them escaped for any format yet. */
export type PlanItem = {
  /** Names the step for good: `rungs/fraud/data-validation:3`. */
  key: string;
  step: RoadmapStep;
  title: string;
  domain: { id: string; title: string };
  startsOn: string;
  dueOn: string;
  owner: KeptStep['owner'];
  status: KeptStep['status'];
  ticket: string | null;
  note: string | null;
  priority: 'High' | 'Medium';
  /** Ends after the horizon of the plan. */
  late: boolean;
  labels: string[];
  parts: Part[];
};

/** A domain with its steps. */
export type PlanEpic = Pick<PlanItem, 'key' | 'title' | 'startsOn' | 'dueOn' | 'labels' | 'parts'> & {
  items: PlanItem[];
};

/** The same for good: neither the schedule nor the plan nor anybody's words are in it. */
export const keyOf = (team: string, id: string): string => `rungs/${team}/${id}`;

/** The steps of a plan by domain, in the order of the lifecycle, and within it of the plan. */
export function planEpics(plan: PlanToExport): PlanEpic[] {
  const items = planItems(plan);
  return plan.content.lifecycle.domains.flatMap(({ id, title, meaning }): PlanEpic[] => {
    const own = items.filter(({ domain }) => domain.id === id);
    if (own.length === 0) return [];
    const key = keyOf(plan.team, id);
    return [
      {
        ...{ key, title, items: own, labels: ['rungs', id] },
        startsOn: own.map(({ startsOn }) => startsOn).reduce((a, b) => (a < b ? a : b)),
        dueOn: own.map(({ dueOn }) => dueOn).reduce((a, b) => (a > b ? a : b)),
        parts: [{ heading: 'What it is', text: meaning }, ...endOf(plan, key)],
      },
    ];
  });
}

/** The steps of a plan, in its order. */
export function planItems(plan: PlanToExport): PlanItem[] {
  const { roadmap, content, kept, team } = plan;
  const titles = titlesOf(content);
  const domains = new Map(content.lifecycle.domains.map(({ id, title }) => [id, title]));
  const late = new Set(roadmap.late.map(({ step }) => step));
  return roadmap.steps.map((step): PlanItem => {
    const own = kept.get(step.id);
    const key = keyOf(team, step.id);
    const dueOn = own?.dueOn ?? step.doneOn;
    const [ticket, note] = [own?.ticket ?? null, own?.note ?? null];
    return {
      ...{ key, step, dueOn },
      title: titles.step(step.id),
      domain: { id: step.domain, title: domains.get(step.domain) ?? step.domain },
      startsOn: dueOn < step.startsOn ? dueOn : step.startsOn,
      owner: ownerOf(own),
      status: own?.status ?? (step.inProgress ? 'in-progress' : 'planned'),
      ticket: ticket === null ? null : oneLine(ticket),
      note: note === null ? null : cleaned(note),
      priority: step.slack === 0 ? 'High' : 'Medium',
      late: late.has(step.id),
      labels: ['rungs', step.domain, ...step.purposes.flatMap((purpose) => labelOf(content, purpose))],
      parts: [...partsOfStep(plan, step), ...keptParts(step, own), ...endOf(plan, key)],
    };
  });
}

function ownerOf(kept: KeptStep | undefined): KeptStep['owner'] {
  const owner = kept?.owner ?? null;
  if (owner === null) return null;
  return { name: oneLine(owner.name), email: owner.email === null ? null : oneLine(owner.email) };
}

/** `aws-repeatable`, `microsoft-l2`. */
function labelOf({ models }: ContentOfPlan, purpose: Purpose): string[] {
  if (purpose.kind === 'target') return [];
  const level = models[purpose.model].levels.find(({ id }) => id === purpose.level);
  return level === undefined ? [] : [levelLabel(purpose.model, level).toLowerCase().replaceAll(' ', '-')];
}

export const statusText = (status: KeptStep['status']): string => STATUS_WORDS[status];

function keptParts(step: RoadmapStep, kept: KeptStep | undefined): Part[] {
  if (kept === undefined) return [];
  const { status, dueOn, ticket, note } = kept;
  return [
    ...(status === 'planned' ? [] : [{ heading: 'Status', text: statusText(status) }]),
    ...(dueOn === null || dueOn === step.doneOn
      ? []
      : [
          { heading: 'Due', text: `${dateText(dueOn)}, as agreed; by the schedule ${dateText(step.doneOn)}` },
        ]),
    ...(ticket === null ? [] : [{ heading: 'Ticket', text: oneLine(ticket) }]),
    ...(note === null ? [] : [{ heading: 'Note', text: cleaned(note) }]),
  ];
}

/** Where it comes from, and by what it is recognised when it comes again. */
const endOf = (plan: PlanToExport, key: string): Part[] => [
  { heading: 'Plan', text: planTitle(plan) },
  ...(plan.url === null ? [] : [{ heading: 'Page', text: plan.url }]),
  { heading: 'Key in Rungs', text: key },
];

/** `Fraud scoring: plan for 2027 (Harbour Bank)`. */
export function planTitle({ subject, name, organisation }: PlanToExport): string {
  const title = `${oneLine(subject)}: ${oneLine(name)}`;
  return organisation === null ? title : `${title} (${oneLine(organisation)})`;
}
