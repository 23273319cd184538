import { dateText, levelLabel, list, plural } from '../domain/labels';
import type { RoadmapStep } from '../domain/roadmap';
import { titlesOf } from '../domain/roadmap-words';
import { TOOL_PLATFORMS } from '../domain/vocabulary';
import type { ContentOfPlan, PlanToExport } from './plan-items';

/** A part of a description under its heading: running text, or points. */
export type Part = { heading: string } & ({ text: string } | { points: string[] });

/** All that somebody needs who gets one step of the plan and nothing else. */
export function partsOfStep({ roadmap, content }: PlanToExport, step: RoadmapStep): Part[] {
  const titles = titlesOf(content);
  const evidence = content.capabilities.find(({ id }) => id === step.capability)?.evidence ?? [];
  const tools = toolsText(content, step);
  return [
    { heading: 'Why it is there', points: whyTexts(content, step) },
    { heading: 'What is done', text: step.action },
    { heading: 'Today', text: step.automation.before },
    { heading: 'Afterwards', text: step.automation.after },
    ...(tools === null ? [] : [{ heading: 'Tools', text: tools }]),
    { heading: 'Effort', text: effortText(content, step) },
    { heading: 'Planned', points: whenTexts(roadmap, content, step) },
    ...(step.after.length === 0 ? [] : [{ heading: 'After', points: step.after.map(titles.step) }]),
    ...(evidence.length === 0 ? [] : [{ heading: 'Evidence to show', points: evidence }]),
  ];
}

/** `AWS Repeatable`, by the ids of model and level. */
export function levelName({ models }: Pick<ContentOfPlan, 'models'>, model: keyof typeof models, id: string) {
  const level = models[model].levels.find((each) => each.id === id);
  return level === undefined ? id : levelLabel(model, level);
}

/** What it serves: levels, a target, and what it only prepares. */
export function whyTexts(content: ContentOfPlan, { purposes, prerequisiteOf }: RoadmapStep): string[] {
  const levels = purposes.flatMap((each) =>
    each.kind === 'level' ? [levelName(content, each.model, each.level)] : [],
  );
  const prepared = prerequisiteOf.map(titlesOf(content).title);
  return [
    ...(levels.length === 0 ? [] : [`asked for by ${list(levels)}`]),
    ...(purposes.some(({ kind }) => kind === 'target') ? ['a target set for this capability'] : []),
    ...(prepared.length === 0 ? [] : [`prepares ${list(prepared)}`]),
  ];
}

const PLATFORM_NAMES = new Map<string, string>(Object.entries(TOOL_PLATFORMS));

/** `AWS Glue and Amazon SageMaker (AWS)`. */
export function toolsText({ tools }: Pick<ContentOfPlan, 'tools'>, step: RoadmapStep): string | null {
  if (step.tools === null) return null;
  const names = new Map(tools.map(({ id, name }) => [id, name]));
  const { platform, tools: used } = step.tools;
  return `${list(used.map((id) => names.get(id) ?? id))} (${PLATFORM_NAMES.get(platform) ?? platform})`;
}

/** `Data engineer 4, ML engineer 2.5; 6.5 person-days in all`. */
export function effortText(content: ContentOfPlan, { effort, days }: RoadmapStep): string {
  const { role } = titlesOf(content);
  const parts = Object.entries(effort).map(([id, own]) => `${role(id)} ${own}`);
  if (parts.length === 0) return 'no person-days';
  return `${parts.join(', ')}; ${plural(days, 'person-day')} in all`;
}

function whenTexts(roadmap: PlanToExport['roadmap'], content: ContentOfPlan, step: RoadmapStep): string[] {
  const titles = titlesOf(content);
  const late = roadmap.late.find((each) => each.step === step.id);
  return [
    `${dateText(step.startsOn)} to ${dateText(step.doneOn)}`,
    step.slack === 0
      ? 'on the critical path: a delay moves the end of the plan'
      : `may end ${plural(step.slack, 'week')} later with the end of the plan unmoved`,
    ...(late === undefined
      ? []
      : [
          `ends past the ${roadmap.horizonWeeks} weeks of the plan, as it waits for ${
            late.waitsFor.length === 0 ? 'people' : list(late.waitsFor.map(titles.step))
          }`,
        ]),
    ...(step.unconfirmed ? ['where this stands today is not known and is found out first'] : []),
    ...(step.changed ? ['the effort is an own figure'] : []),
    ...(step.needsNamed.length === 0 ? [] : [`to be named: ${list(step.needsNamed.map(titles.role))}`]),
  ];
}
