import type { Metadata } from 'next';
import { brandsFor } from '@/lib/brands/brands-for';
import { printedReport } from '@/lib/reports/printed-report';
import { AssessmentHead } from '../_head';
import { openReport } from '../_open-report';
import { AnswersChapter } from './_parts/answers';
import { CHAPTERS } from './_parts/chapter';
import { CheckChapter, MethodChapter, WeakChapter } from './_parts/method';
import { NextLevelsChapter, PlanChapter } from './_parts/plan';
import { StatementsChapter } from './_parts/statements';
import { SummaryChapter } from './_parts/summary';
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

/** The printed report on one page: the same parts with the same words as the PDF. */
export default async function ReportPage(props: Props) {
  const { slug, id, report, loaded, questionnaires, only, base, org, ctx } = await open(props);
  const view = printedReport(report, { client: org.name, now: ctx.now, hash: loaded.frozen?.hash });
  const { own, firms } = await brandsFor({ ...ctx, org });
  return (
    <>
      <AssessmentHead
        org={slug}
        id={id}
        current="report"
        title={loaded.row.title}
        report={report}
        questionnaires={questionnaires}
        only={only}
      />
      <TakeAway
        base={base}
        questionnaires={questionnaires}
        only={only}
        firms={firms.map(({ slug, brand }) => ({ slug, name: brand.name }))}
        client={own.name}
      />
      <dl className="mb-6 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[12rem_1fr]">
        {view.cover.facts.map(({ name, lines }) => (
          <div key={name} className="contents">
            <dt className="text-quiet">{name}</dt>
            <dd className="mb-1">
              {lines.map((line) => (
                <span key={line} className="block">
                  {line}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <nav aria-label="Parts of the report" className="mb-8 print:hidden">
        <ol className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {CHAPTERS.filter((chapter) => chapter.id !== 'weak' || view.weak !== null).map((chapter) => (
            <li key={chapter.id}>
              <a href={`#${chapter.id}`} className="link inline-block min-h-6">
                {chapter.title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <SummaryChapter report={report} view={view.summary} />
      <MethodChapter view={view.method} />
      {view.weak !== null && <WeakChapter view={view.weak} />}
      <NextLevelsChapter view={view.nextLevels} />
      <PlanChapter view={view.plan} />
      <StatementsChapter view={view.statements} />
      <AnswersChapter view={view.answers} />
      <CheckChapter view={view.check} />
    </>
  );
}
