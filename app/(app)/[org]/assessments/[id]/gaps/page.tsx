import type { Metadata, Route } from 'next';
import { capitalised, inWords, list, range } from '@/lib/domain/labels';
import type { Report } from '@/lib/domain/report';
import { daysText, planTotals } from '@/lib/domain/result-view';
import { buttonClass } from '../../../../../ui/button';
import { Link } from '../../../../../ui/link';
import { Notice } from '../../../../../ui/notice';
import { Section } from '../../../../../ui/section';
import { AssessmentHead } from '../_head';
import { openReport } from '../_open-report';
import { AnswerFirst } from '../results/_parts/answer-first';
import { Aims } from './_parts/aims';
import { GapTable } from './_parts/gap-table';
import { LeftOut } from './_parts/left-out';
import { Steps } from './_parts/steps';

type Props = PageProps<'/[org]/assessments/[id]/gaps'>;

async function open({ params, searchParams }: Props) {
  const [{ org: slug, id }, { view, saved }] = await Promise.all([params, searchParams]);
  return { slug, id, saved: saved === '1', ...(await openReport(slug, id, view, 'gaps')) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { report, loaded } = await open(props);
  return { title: `Gaps: ${report.subject}, ${loaded.row.title}`, description: report.summary.join(' ') };
}

/** From the answers to the levels aimed at: what is missing, by priority, and the climbs in an order in which they can be done. */
export default async function GapsPage(props: Props) {
  const opened = await open(props);
  const { slug, id, saved, report, loaded, only, base, may } = opened;
  const links = { base, only };
  const confirmed = report.gaps.filter(({ standing }) => typeof standing === 'number');
  const unconfirmed = report.gaps.filter(({ standing }) => typeof standing !== 'number');
  return (
    <>
      <AssessmentHead opened={opened} current="gaps" />
      <div className="[&>section:first-of-type]:border-t-0 [&>section:first-of-type]:pt-0">
        {saved && (
          <div className="mb-6" role="status">
            <Notice>The targets are set. The gaps below follow them.</Notice>
          </div>
        )}
        <Section title="What do we aim at?">
          <Aims
            report={report}
            targets={loaded.assessment.targets}
            org={slug}
            id={id}
            view={only}
            mayChange={may('assessment.configure') && loaded.row.status === 'draft'}
          />
        </Section>
        {report.tooLittleKnown ? (
          <Section title="What to answer first?">
            <AnswerFirst report={report} links={links} />
          </Section>
        ) : (
          <>
            <Section
              title="What is missing?"
              aside={
                report.models.length > 1
                  ? 'what blocks the next level in most models comes first'
                  : 'what blocks the next level comes first'
              }
            >
              <p className="mb-4 max-w-prose text-lg">{sentence(report)}</p>
              {confirmed.length > 0 && <GapTable label="Gaps by priority" gaps={confirmed} links={links} />}
            </Section>
            {unconfirmed.length > 0 && (
              <Section title="What is not confirmed?" aside="closed already, or open from rung 0">
                <GapTable label="Gaps not confirmed" gaps={unconfirmed} links={links} />
              </Section>
            )}
            {report.steps.length > 0 && (
              <Section title="In which order?" aside="each climb after what it needs">
                <Steps steps={report.steps} links={links} />
                <p className="mt-5 print:hidden">
                  <Link
                    href={`${links.base}/roadmap${only === undefined ? '' : `?view=${only}`}` as Route}
                    className={buttonClass('plain')}
                  >
                    Who does it, when, with what
                  </Link>
                </p>
              </Section>
            )}
            <Section title="What is left out?">
              <LeftOut report={report} links={links} />
            </Section>
          </>
        )}
      </div>
    </>
  );
}

/** How far it is, and where it ends. */
function sentence(report: Report): string {
  const { gaps, reached } = report;
  if (gaps.length === 0) return 'Nothing is missing for the levels aimed at.';
  const { climbs, days } = planTotals(report);
  const count = `${capitalised(inWords(gaps.length))} ${gaps.length === 1 ? 'gap' : 'gaps'}`;
  const work = `${range(climbs.fewest, climbs.most)} ${climbs.most === 1 ? 'climb' : 'climbs'}, about ${daysText(days)} of work`;
  return `${count}: ${work}. When all are closed, the ${reached.length === 1 ? 'level is' : 'levels are'} ${list(reached)}.`;
}
