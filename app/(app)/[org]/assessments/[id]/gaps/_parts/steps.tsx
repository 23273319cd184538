import { list, plural } from '@/lib/domain/labels';
import type { ReportStep } from '@/lib/domain/report';
import { daysText } from '@/lib/domain/result-view';
import { Link } from '../../../../../../ui/link';
import { answerHref, type Links } from '../../_links';
import { BeforeAfter } from '../../_before-after';

/** A plan longer than `LONG` shows its first `SHOWN` climbs and unfolds the others. */
const LONG = 20;
const SHOWN = 12;

/** Every climb in an order in which they can be done: each after what it needs. */
export function Steps({ steps, links }: { steps: ReportStep[]; links: Links }) {
  const shown = steps.length > LONG ? SHOWN : steps.length;
  const rest = steps.slice(shown);
  return (
    <>
      <StepList steps={steps.slice(0, shown)} before={0} links={links} />
      {rest.length > 0 && (
        <details>
          <summary className="text-accent min-h-6 text-sm">
            {plural(rest.length, 'more climb')}, in order
          </summary>
          <StepList steps={rest} before={shown} links={links} />
        </details>
      )}
    </>
  );
}

function StepList({ steps, before, links }: { steps: ReportStep[]; before: number; links: Links }) {
  return (
    <ol start={before + 1}>
      {steps.map((step, index) => (
        <li
          key={`${step.capability}-${step.to}`}
          className="border-line grid grid-cols-[1.75rem_1fr] gap-x-2 border-t py-3 text-sm"
        >
          <span className="text-quiet tabular-nums">{before + index + 1}</span>
          <Step step={step} links={links} />
        </li>
      ))}
    </ol>
  );
}

function Step({ step, links }: { step: ReportStep; links: Links }) {
  const { capability, title, from, to, action, before, after, days, lead, serves, prerequisiteOf } = step;
  const remarks = [
    daysText({ fewest: days, most: days }),
    `led by ${list(lead)}`,
    ...(serves.length === 0 ? [] : [`for ${list(serves)}`]),
    ...(prerequisiteOf.length === 0 ? [] : [`prepares ${list(prerequisiteOf)}`]),
  ];
  return (
    <div className="grid min-w-0 gap-x-10 gap-y-1 lg:grid-cols-[3fr_2fr]">
      <div>
        <h3 className="font-medium">
          <Link href={answerHref(links, capability)} className="link">
            {title}
          </Link>{' '}
          {from} → {to}
          {step.canStart && <span className="text-accent"> · can start today</span>}
          {step.unconfirmed && (
            <span className="text-quiet font-normal"> · first find out where it stands</span>
          )}
        </h3>
        <p className="text-quiet">{remarks.join(' · ')}</p>
        <p className="mt-1 max-w-prose">{action}</p>
      </div>
      <BeforeAfter before={before} after={after} className="max-w-prose space-y-1" />
    </div>
  );
}
