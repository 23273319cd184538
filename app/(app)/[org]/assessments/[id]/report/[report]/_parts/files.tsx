import { REPORT_FORMATS } from '@/lib/reports/report-formats';

/** Links to the files of a report, as it is now or as it was issued. */
export function Files({ base, issue, of }: { base: string; issue?: string; of: string }) {
  const href = (format: string, paper?: string) =>
    `${base}/file?${new URLSearchParams({ format, ...(issue && { issue }), ...(paper && { paper }) })}`;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {Object.entries(REPORT_FORMATS).map(([format, { words }]) => (
        <li key={format}>
          <a href={href(format)} className="link inline-block min-h-6">
            {words}
            <span className="sr-only"> of {of}</span>
          </a>
        </li>
      ))}
      <li>
        <a href={href('pdf', 'us-letter')} className="link inline-block min-h-6">
          PDF, Letter<span className="sr-only"> of {of}</span>
        </a>
      </li>
    </ul>
  );
}
