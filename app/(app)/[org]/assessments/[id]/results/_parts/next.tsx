import type { Route } from 'next';
import { inWords, list, range } from '@/lib/domain/labels';
import type { Report, ReportStep } from '@/lib/domain/report';
import { daysText, notKnown, planTotals } from '@/lib/domain/result-view';
import { buttonClass } from '../../../../../../ui/button';
import { Link } from '../../../../../../ui/link';
import { Section } from '../../../../../../ui/section';
import { answerHref, type Links } from '../../_links';
import { BeforeAfter } from '../../_before-after';

const FEW = 4;

/** 4: the first steps of the plan that can start today. */
export function Next({ report, links }: { report: Report; links: Links }) {
  const query = links.only === undefined ? '' : `?view=${links.only}`;
  const { climbs, days } = planTotals(report);
  const several = report.models.length > 1;
  const shared = several ? ' and counted once, however many models need it' : '';
  const waited = notKnown(report).filter(({ waits }) => waits.length > 0);
  const whatIf = links.only === undefined ? '?whatif=1' : `?view=${links.only}&whatif=1`;
  return (
    <Section
      title="4  What next?"
      id="next"
      aside={`what can start today${several ? ', first what most models wait for' : ''}`}
    >
      {waited.length > 0 && report.gaps.length > 0 && (
        <p className="mb-4 max-w-prose">
          Find out first, {waited.length === 1 ? 'in half a day' : 'half a day each'}:{' '}
          {waited.slice(0, FEW).map(({ capability, title }, index) => (
            <span key={capability}>
              {index > 0 && ', '}
              <Link href={answerHref(links, capability)} className="link">
                {title}
              </Link>
            </span>
          ))}
          {waited.length > FEW && ` and ${inWords(waited.length - FEW)} more`}. A next level waits for{' '}
          {waited.length === 1 ? 'it' : 'them'}.
        </p>
      )}
      {report.whatNext.length === 0 ? (
        <p className="max-w-prose">
          {report.gaps.length === 0
            ? 'Nothing is missing for the levels aimed at.'
            : 'No climb can start for certain yet: find out first what is not known.'}
        </p>
      ) : (
        <ol className="space-y-5">
          {report.whatNext.map((step, index) => (
            <Step key={`${step.capability}-${step.to}`} step={step} place={index + 1} links={links} />
          ))}
        </ol>
      )}
      {report.steps.length > 0 && (
        <p className="mt-5 max-w-prose">
          Closing every gap takes {range(climbs.fewest, climbs.most)}{' '}
          {climbs.most === 1 ? 'climb' : `climbs, each of one rung${shared}`}, about {daysText(days)} of work,
          and leads to {list(report.reached)}. Days are judgement, typically right within half and double.
        </p>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-2 print:hidden">
        <Link href={`${links.base}/gaps${query}` as Route} className={buttonClass('primary')}>
          All gaps and steps
        </Link>
        <Link href={`${links.base}/roadmap${query}` as Route} className={buttonClass('plain')}>
          Who, when, with what
        </Link>
        <Link href={`${links.base}/results${whatIf}` as Route} className={buttonClass('plain')}>
          What if …
        </Link>
        <span className="text-quiet text-sm">try any rung, see levels move, nothing is saved</span>
      </div>
    </Section>
  );
}

function Step({ step, place, links }: { step: ReportStep; place: number; links: Links }) {
  const { capability, title, from, to, action, before, after, days, lead, serves } = step;
  return (
    <li className="grid grid-cols-[1.5rem_1fr] gap-x-2">
      <span className="text-quiet tabular-nums">{place}</span>
      <div className="min-w-0">
        <h3 className="text-base">
          <Link href={answerHref(links, capability)} className="link">
            {title}
          </Link>{' '}
          {from} → {to}
          <span className="text-quiet text-sm font-normal">
            {' '}
            · {daysText({ fewest: days, most: days })}, led by {list(lead)}
            {serves.length > 0 && ` · for ${list(serves)}`}
          </span>
        </h3>
        <p className="max-w-prose">{action}</p>
        <BeforeAfter before={before} after={after} className="mt-1 grid gap-x-8 text-sm md:grid-cols-2" />
      </div>
    </li>
  );
}
