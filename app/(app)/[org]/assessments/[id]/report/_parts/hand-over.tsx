import type { Route } from 'next';
import { dateText } from '@/lib/domain/labels';
import type { ModelId } from '@/lib/domain/vocabulary';
import type { ListedReport } from '@/lib/reports/reports-of-assessment';
import { buttonClass } from '../../../../../../ui/button';
import { Link } from '../../../../../../ui/link';
import { Section } from '../../../../../../ui/section';
import { NewReport } from './new-report';

type Props = {
  org: string;
  id: string;
  reports: readonly ListedReport[];
  findings: number;
  questionnaires: readonly ModelId[];
  mayWrite: boolean;
};

/** The reports that are set up to be handed over, with how far each is, and the findings that go into them. */
export function HandOver({ org, id, reports, findings, questionnaires, mayWrite }: Props) {
  const base = `/${org}/assessments/${id}`;
  return (
    <Section
      title="To hand over"
      aside={
        <Link href={`${base}/findings` as Route} className="link inline-block min-h-6">
          {findings === 0 ? 'Findings: none yet' : `Findings: ${findings}`}
        </Link>
      }
    >
      {reports.length > 0 && (
        <ul className="mb-4">
          {reports.map((report) => (
            <li
              key={report.id}
              className="border-line flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t py-2"
            >
              <Link
                href={`${base}/report/${report.id}` as Route}
                className="link inline-block min-h-6 font-medium wrap-anywhere"
              >
                {report.title}
              </Link>
              <span className="text-quiet text-sm">
                {report.issued === null
                  ? 'not issued yet'
                  : `${report.issued.text}, ${dateText(report.issued.on)}, by ${report.issued.by}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <details open={reports.length === 0}>
          <summary className={`${buttonClass('plain')} list-none`}>Set up a report</summary>
          <div className="mt-4">
            <NewReport org={org} id={id} questionnaires={questionnaires} />
          </div>
        </details>
      )}
    </Section>
  );
}
