import { dateText } from '@/lib/domain/labels';
import { issueText } from '@/lib/domain/report-issue';
import { issuedView } from '@/lib/reports/issued-view';
import { REPORT_FORMATS } from '@/lib/reports/report-formats';
import type { SharedReport as Shared } from '@/lib/shares/shared-report';
import { Notice } from '../../../../ui/notice';
import { ReportBody } from '../../../../ui/report/report-body';

/** An issued report as a page; its files where the link allows them. */
export function SharedReport({ token, shared }: { token: string; shared: Shared }) {
  const { sealed, downloads, issuedAt } = shared;
  const { document, seal } = sealed;
  const { issue, title, report, client } = document;
  return (
    <article>
      <header className="pb-4">
        <p className="text-quiet text-sm wrap-anywhere">{client}</p>
        <h1 className="text-2xl wrap-anywhere">{title}</h1>
        <p className="text-lg wrap-anywhere">{report.subject}</p>
        <p className="text-quiet mt-1 text-sm">
          {issueText(issue)} · issued {dateText(issuedAt.toISOString())} · seal{' '}
          <span className="font-mono text-xs">{seal.hash.slice(0, 12)}</span>
        </p>
      </header>
      {issue.status === 'draft' && (
        <div className="mb-6">
          <Notice kind="warn">
            This is a draft: words and figures can still change in what comes after it.
          </Notice>
        </div>
      )}
      {downloads && (
        <ul className="mb-6 flex flex-wrap gap-x-4 gap-y-1 text-sm print:hidden">
          {Object.entries(REPORT_FORMATS).map(([format, { words }]) => (
            <li key={format}>
              <a href={`/s/${token}/file?format=${format}`} className="link inline-block min-h-6">
                {words}
              </a>
            </li>
          ))}
        </ul>
      )}
      <ReportBody report={report} view={issuedView(shared)} />
    </article>
  );
}
