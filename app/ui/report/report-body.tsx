import type { ReactNode } from 'react';
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
  const chapters: Record<SectionId, () => ReactNode> = {
    summary: () => <SummaryChapter report={report} view={view.summary} />,
    method: () => <MethodChapter view={view.method} />,
    standing: () => view.standing !== null && <StandingChapter view={view.standing} />,
    holds: () => <HoldsChapter view={view.holds} />,
    gaps: () => <GapsChapter view={view.gaps} />,
    roadmap: () => view.roadmap !== null && <RoadmapChapter view={view.roadmap} />,
    findings: () => <FindingsChapter view={view.findings} />,
    trust: () => <EvidenceChapter view={view.evidence} />,
    history: () => view.history !== null && <HistoryChapter view={view.history} />,
    statements: () => <StatementsChapter view={view.statements} />,
    answers: () => <AnswersChapter view={view.answers} />,
    sources: () => <SourcesChapter view={view.method} />,
    check: () => <CheckChapter view={view.check} />,
  };
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
        <div key={section}>{chapters[section]()}</div>
      ))}
    </>
  );
}
