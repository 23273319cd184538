import type { Report } from '@/lib/domain/report';
import { SECTIONS, type SectionId } from '@/lib/domain/report-document';
import type { View } from '@/lib/pdf/view';
import { AnswersChapter } from './answers';
import { EvidenceChapter, HistoryChapter } from './evidence';
import { FindingsChapter } from './findings';
import { GapsChapter, HoldsChapter } from './gaps';
import { CheckChapter, MethodChapter, SourcesChapter, StandingChapter } from './method';
import { RoadmapChapter } from './roadmap';
import { StatementsChapter } from './statements';
import { SummaryChapter } from './summary';

/** A report on one page, with the parts and words of the PDF. */
export function ReportBody({ report, view }: { report: Report; view: View }) {
  return (
    <>
      <dl className="mb-6 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[12rem_1fr]">
        {view.cover.facts.map(({ name, lines }) => (
          <div key={name} className="contents">
            <dt className="text-quiet">{name}</dt>
            <dd className="mb-1 wrap-anywhere">
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
          {view.sections.map((section) => (
            <li key={section}>
              <a href={`#${section}`} className="link inline-block min-h-6">
                {SECTIONS[section]}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {view.sections.map((section) => (
        <ChapterOf key={section} section={section} report={report} view={view} />
      ))}
    </>
  );
}

function ChapterOf({ section, report, view }: { section: SectionId; report: Report; view: View }) {
  switch (section) {
    case 'summary':
      return <SummaryChapter report={report} view={view.summary} />;
    case 'method':
      return <MethodChapter view={view.method} />;
    case 'standing':
      return view.standing !== null && <StandingChapter view={view.standing} />;
    case 'holds':
      return <HoldsChapter view={view.holds} />;
    case 'gaps':
      return <GapsChapter view={view.gaps} />;
    case 'roadmap':
      return view.roadmap !== null && <RoadmapChapter view={view.roadmap} />;
    case 'findings':
      return <FindingsChapter view={view.findings} />;
    case 'trust':
      return <EvidenceChapter view={view.evidence} />;
    case 'history':
      return view.history !== null && <HistoryChapter view={view.history} />;
    case 'statements':
      return <StatementsChapter view={view.statements} />;
    case 'answers':
      return <AnswersChapter view={view.answers} />;
    case 'sources':
      return <SourcesChapter view={view.method} />;
    case 'check':
      break;
  }
  return <CheckChapter view={view.check} />;
}
