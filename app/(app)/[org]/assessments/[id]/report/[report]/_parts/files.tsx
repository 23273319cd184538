/** The ways in which a report leaves the house. */
const FORMATS = [
  { format: 'pdf', words: 'PDF' },
  { format: 'docx', words: 'Word' },
  { format: 'pptx', words: 'Slides' },
  { format: 'xlsx', words: 'Excel' },
  { format: 'md', words: 'Markdown' },
  { format: 'json', words: 'JSON' },
] as const;

/** Links to the files of a report, as it is now or as it was issued. */
export function Files({ base, issue, of }: { base: string; issue?: string; of: string }) {
  const href = (format: string, paper?: string) =>
    `${base}/file?${new URLSearchParams({ format, ...(issue && { issue }), ...(paper && { paper }) })}`;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {FORMATS.map(({ format, words }) => (
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
