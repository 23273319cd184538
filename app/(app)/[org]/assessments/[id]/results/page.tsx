import type { Metadata, Route } from 'next';
import { newerEdition } from '@/lib/assessments/edition-change';
import { reviewOf } from '@/lib/assessments/review-of';
import { sourceChanges } from '@/lib/assessments/source-changes';
import { answered, plainSummary } from '@/lib/domain/result-view';
import { whatIfBasis } from '@/lib/domain/what-if-basis';
import { MODEL_IDS } from '@/lib/domain/vocabulary';
import { promiseHeld } from '@/lib/plans/promise-held';
import { buttonClass } from '../../../../../ui/button';
import { CopyText } from '../../../../../ui/copy-text';
import { Link } from '../../../../../ui/link';
import { Section } from '../../../../../ui/section';
import { AssessmentHead } from '../_head';
import { NewerEditionNotice } from '../_newer-edition';
import { openReport } from '../_open-report';
import { AnswerFirst } from './_parts/answer-first';
import { Next } from './_parts/next';
import { Promised } from './_parts/promised';
import { DraftRibbon } from './_parts/ribbon';
import { SourceChanged } from './_parts/source-changed';
import { Trust } from './_parts/trust';
import { Weak } from './_parts/weak';
import { WhatIfOnDemand } from './_parts/what-if-on-demand';
import { Where } from './_parts/where';
import { Why } from './_parts/why';

type Props = PageProps<'/[org]/assessments/[id]/results'>;

async function open({ params, searchParams }: Props) {
  const [{ org: slug, id }, { view, whatif, trace }] = await Promise.all([params, searchParams]);
  const traced = MODEL_IDS.find((model) => model === trace);
  return { slug, id, trying: whatif === '1', traced, ...(await openReport(slug, id, view, 'results')) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { report, loaded, trying } = await open(props);
  return {
    title: `${trying ? 'What if' : 'Results'}: ${report.subject}, ${loaded.row.title}`,
    description: report.summary.join(' '),
  };
}

/** Four questions in order, each a heading: where are we, why not higher, where is it weak, what next; then how sure. */
export default async function ResultsPage(props: Props) {
  const opened = await open(props);
  const { slug, id, trying, traced, ctx, report, loaded, only, base, may } = opened;
  const links = { base, only };
  const view = only === undefined ? '' : `?view=${only}`;
  const empty = answered(report).count === 0;
  const newer = newerEdition(ctx, loaded);
  const changes = await sourceChanges(ctx, loaded);
  const held = trying || empty ? null : await promiseHeld(ctx, loaded, report);
  const pdf = `${base}/report/pdf${only === undefined ? '' : `?only=${only}`}`;
  return (
    <>
      <AssessmentHead opened={opened} current="results">
        {!empty && (
          <>
            <CopyText text={plainSummary(report)}>Copy summary</CopyText>
            <a href={pdf} className={buttonClass('plain')}>
              PDF
            </a>
          </>
        )}
      </AssessmentHead>
      {newer !== null && <NewerEditionNotice newer={newer} base={base} />}
      {changes !== null && <SourceChanged changes={changes} org={slug} links={links} />}
      {empty ? (
        <Empty
          href={base as Route}
          levels={LEVELS[report.models.length] ?? 'the levels'}
          mayAnswer={may('assessment.answer')}
        />
      ) : trying ? (
        <WhatIfOnDemand
          from={whatIfBasis(loaded.content, { ...loaded.assessment, questionnaires: report.questionnaires })}
          back={`${base}/results${view}` as Route}
        />
      ) : (
        <div className="[&>section:first-of-type]:border-t-0 [&>section:first-of-type]:pt-0">
          {!report.status.finished && (
            <DraftRibbon
              report={report}
              links={links}
              org={slug}
              id={id}
              review={await reviewOf(ctx, loaded.row)}
              may={may}
            />
          )}
          <Where report={report} links={links} />
          <Why report={report} links={links} traced={traced} />
          {report.tooLittleKnown ? (
            <Section title="3  What to answer first?" id="what-first">
              <AnswerFirst report={report} links={links} />
            </Section>
          ) : (
            <>
              <Weak report={report} links={links} />
              <Next report={report} links={links} />
            </>
          )}
          {held !== null && (
            <Promised
              held={held}
              content={loaded.content}
              team={`/${slug}/teams/${loaded.team.slug}` as Route}
              links={links}
            />
          )}
          <Trust report={report} links={links} />
        </div>
      )}
    </>
  );
}

const LEVELS: Record<number, string> = { 1: 'the level', 2: 'both levels', 3: 'all three levels' };

function Empty({ href, levels, mayAnswer }: { href: Route; levels: string; mayAnswer: boolean }) {
  return (
    <div className="max-w-prose py-8">
      <h2 className="text-lg">No answers yet</h2>
      <p className="mt-2">Twelve answers are enough to know {levels} of most teams.</p>
      {mayAnswer && (
        <p className="mt-6">
          <Link href={href} className={buttonClass('primary')}>
            Start
          </Link>
        </p>
      )}
    </div>
  );
}
