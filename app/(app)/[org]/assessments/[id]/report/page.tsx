import type { Metadata } from 'next';
import { brandsFor } from '@/lib/brands/brands-for';
import { printedReport } from '@/lib/reports/printed-report';
import { reportsOfAssessment } from '@/lib/reports/reports-of-assessment';
import { ReportBody } from '../../../../../ui/report/report-body';
import { AssessmentHead } from '../_head';
import { openReport } from '../_open-report';
import { HandOver } from './_parts/hand-over';
import { TakeAway } from './_parts/take-away';

type Props = PageProps<'/[org]/assessments/[id]/report'>;

async function open({ params, searchParams }: Props) {
  const [{ org: slug, id }, { view }] = await Promise.all([params, searchParams]);
  return { slug, id, ...(await openReport(slug, id, view, 'report')) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { report, loaded } = await open(props);
  return { title: `Report: ${report.subject}, ${loaded.row.title}`, description: report.summary.join(' ') };
}

/** The printed report on one page, and the reports that are set up to be handed over. */
export default async function ReportPage(props: Props) {
  const opened = await open(props);
  const { slug, id, report, loaded, questionnaires, only, base, org, ctx, may } = opened;
  const [view, reports, { firms }] = await Promise.all([
    printedReport({ ...ctx, org }, loaded, only ?? null),
    reportsOfAssessment(ctx, id),
    brandsFor({ ...ctx, org }),
  ]);
  return (
    <>
      <AssessmentHead opened={opened} current="report" />
      <TakeAway
        base={base}
        questionnaires={questionnaires}
        only={only}
        firms={firms.map(({ slug: firm, name }) => ({ slug: firm, name }))}
        client={org.name}
      />
      {only === undefined && (
        <div className="mb-8 print:hidden">
          <HandOver
            org={slug}
            id={id}
            reports={reports}
            findings={view.findings.length}
            questionnaires={questionnaires}
            mayWrite={may('report.write')}
          />
        </div>
      )}
      <ReportBody report={report} view={view} />
    </>
  );
}
