import { quarterText, list, plural } from '../domain/labels';
import { buildRoadmap, type Roadmap } from '../domain/roadmap';
import { leftOutText, levelTitle, NO_PLAN_YET, rangeText, titlesOf } from '../domain/roadmap-words';
import type { Content } from '../domain/schema/content';
import { ORDERS } from '../domain/schema/roster';
import { renderRoadmapPdf } from '../pdf/render';
import { oneFile, readAssessment, readRoster } from './arguments';
import { BadInput } from './bad-input';
import { paperOf, writePdf } from './write-pdf';

/** What a plan is called that has no other name. */
export const ORDER_NAMES = { 'levels-early': 'Levels early', 'finish-early': 'Early end' } as const;

/** `rungs roadmap FILE --roster ROSTER [--json] [--only MODEL] [--order levels-early|finish-early] [-o OUT.pdf [--paper a4|us-letter] [--client NAME] [--name NAME]]` */
export async function roadmap(args: string[]): Promise<void> {
  const { file, values } = oneFile('roadmap', args, {
    json: { type: 'boolean' },
    only: { type: 'string' },
    roster: { type: 'string' },
    order: { type: 'string' },
    output: { type: 'string', short: 'o' },
    paper: { type: 'string' },
    client: { type: 'string' },
    name: { type: 'string' },
  });
  const order = ORDERS.find((each) => each === (values.order ?? ORDERS[0]));
  if (order === undefined) throw new BadInput([`--order ${values.order}: expected ${ORDERS.join(' or ')}`]);
  const { output, roster: rosterFile } = values;
  if (rosterFile === undefined)
    throw new BadInput([
      'rungs roadmap: expected --roster FILE: who is there, from when on, for how much of their time',
    ]);
  if (output !== undefined && values.json === true)
    throw new BadInput(['rungs roadmap: expected either --json or -o OUT.pdf']);
  const paper = paperOf(values.paper);
  const { content, assessment } = readAssessment(file, values.only);
  const roster = readRoster(content, rosterFile);
  const plan = buildRoadmap(content, assessment, { roster, order, adjustments: {} });
  if (output !== undefined) {
    const { subject, date } = assessment;
    const facts = { roadmap: plan, content, subject, date, paper, organisation: values.client ?? null };
    writePdf(output, await renderRoadmapPdf({ ...facts, plan: values.name ?? ORDER_NAMES[order] }));
  } else if (values.json === true) console.log(JSON.stringify(asJson(content, plan), null, 2));
  else for (const line of asText(content, plan)) console.log(line);
}

/** Weeks count from the Monday on or after the roster's start; demand is in tenths of a person-day a week. */
function asJson({ models }: Content, plan: Roadmap) {
  const { steps, levels, makespan, lowerBound, hiring, stretched, leftOut, answerFirst, late, monday } = plan;
  return {
    monday,
    steps: steps.map(({ capability, from, to, startWeek, endWeek, demand, purposes, prerequisiteOf }) => ({
      ...{ capability, from, to, startWeek, endWeek, demand },
      for: [
        ...purposes.map((each) => (each.kind === 'level' ? `${each.model}:${each.level}` : 'target')),
        ...prerequisiteOf.map((id) => `prerequisite:${id}`),
      ],
    })),
    levels: Object.fromEntries(
      Object.values(models)
        .map(({ id }) => [
          id,
          levels
            .filter(({ model }) => model === id)
            .map(({ level, when, heldBy }) => ({
              level,
              week: when?.week ?? null,
              heldBy: heldBy.map(({ requirement }) => requirement),
            })),
        ])
        .filter(([, own]) => own !== undefined && own.length > 0),
    ),
    ...{ makespan, lowerBound, hiring, stretched, leftOut, late, answerFirst },
  };
}

function asText(content: Content, plan: Roadmap): string[] {
  const { title, step } = titlesOf(content);
  if (plan.answerFirst !== null)
    return [`${NO_PLAN_YET} Answer these first:`, ...plan.answerFirst.map((id) => `  ${title(id)}`)];
  return [
    plan.finish === null
      ? 'Nothing is to be climbed.'
      : `${plural(plan.steps.length, 'step')}, ${plan.days} person-days, from ${plan.monday} to ${plan.finish.day} (${rangeText(plan.finish)})`,
    '',
    ...plan.levels.map(({ model, level, when, heldBy }) =>
      when === null
        ? `${levelTitle(content, model, level)}: not reached by this plan; it waits for ${list(heldBy.map(({ parts }) => list(parts.map(({ capability }) => title(capability)))))}`
        : `${levelTitle(content, model, level)}: ${rangeText(when)}, week ${when.week}${when.week > plan.horizonWeeks ? ', past the horizon' : ''}`,
    ),
    '',
    ...plan.steps.map(
      (each) =>
        `${String(each.startWeek).padStart(4)}–${String(each.endWeek).padEnd(4)} ${step(each.id)}, ${each.days} days${each.slack === 0 ? ', critical' : ''} (${quarterText(each.quarter)})`,
    ),
    ...plan.leftOut.map((each) => `  out     ${step(each.id)}: ${leftOutText(content, each)}`),
    ...plan.stretched.map(
      ({ step: id, role, weeks, shortest }) =>
        `  longer  ${step(id)}: ${weeks} weeks instead of ${shortest}, for want of ${role}`,
    ),
    ...plan.hiring.map(
      ({ role, steps, withOne }) =>
        `  hire    ${role}: ${plural(steps.length, 'step')} wait; with one from then on all that is left ends in week ${withOne.makespan}`,
    ),
  ];
}
