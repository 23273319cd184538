import type { Route } from 'next';
import { dateText, list, plural } from '@/lib/domain/labels';
import type { Roadmap, RoadmapStep } from '@/lib/domain/roadmap';
import { daysShort, purposeText, titlesOf } from '@/lib/domain/roadmap-words';
import type { Content } from '@/lib/domain/schema/content';
import { Link } from '../../../../../../ui/link';
import { answerHref, type Links } from '../../_links';
import { BeforeAfter } from '../../_before-after';

type Shown = {
  content: Content;
  links: Links;
  /** Where a step of the scenario is changed; `null` where nobody may, or nothing is saved yet. */
  changeAt: ((step: string) => Route) | null;
};

/** Every step in the order of its start: when, who, why it is there, what waits for it, and with which tools. */
export function StepDetails({ roadmap, ...props }: Shown & { roadmap: Roadmap }) {
  return (
    <details className="mt-4">
      <summary className="text-accent min-h-6 text-sm">
        {plural(roadmap.steps.length, 'step')} in words, by start
      </summary>
      <ol className="mt-2">
        {roadmap.steps.map((step) => (
          <li key={step.id} id={step.id} className="border-line scroll-mt-4 border-t py-3 text-sm">
            <Step step={step} {...props} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function Step({ step, content, links, changeAt }: Shown & { step: RoadmapStep }) {
  const { role, tool, step: stepTitle } = titlesOf(content);
  const { capability, from, to, action, automation, startsOn, doneOn, effort, slack, unlocks, tools } = step;
  const who = Object.entries(effort).map(([id, days]) => `${role(id)} ${daysShort(days)}`);
  const facts: [string, string][] = [
    [
      'When',
      `${dateText(startsOn)} to ${dateText(doneOn)}, ${slack === 0 ? 'critical' : `may end ${plural(slack, 'week')} later`}`,
    ],
    ['Who, in person-days', list(who)],
    ['Why', purposeText(content, step)],
    ...(unlocks.length === 0 ? [] : ([['Unlocks', unlocks.map(stepTitle).join('; ')]] as [string, string][])),
    ...(tools === null ? [] : ([['With', tools.tools.map(tool).join(', ')]] as [string, string][])),
    ...(step.needsNamed.length === 0
      ? []
      : ([['Needs a named person', list(step.needsNamed.map(role))]] as [string, string][])),
  ];
  return (
    <div className="grid gap-x-10 gap-y-2 lg:grid-cols-2">
      <div>
        <h3 className="font-medium">
          <Link href={answerHref(links, capability)} className="link">
            {step.title}
          </Link>{' '}
          {from} → {to}
          {step.inProgress && <span className="text-quiet font-normal"> · in progress</span>}
          {step.changed && <span className="text-quiet font-normal"> · effort changed</span>}
          {step.unconfirmed && (
            <span className="text-quiet font-normal"> · first find out where it stands</span>
          )}
        </h3>
        <p className="mt-1 max-w-prose">{action}</p>
        <BeforeAfter {...automation} className="mt-1 max-w-prose space-y-0.5" />
        {changeAt !== null && (
          <p className="mt-1">
            <Link href={changeAt(step.id)} className="link inline-block min-h-6">
              Change this step<span className="sr-only">: {stepTitle(step.id)}</span>
            </Link>
          </p>
        )}
      </div>
      <dl className="grid h-fit grid-cols-[8rem_minmax(0,1fr)] gap-x-3 gap-y-0.5">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-quiet">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
