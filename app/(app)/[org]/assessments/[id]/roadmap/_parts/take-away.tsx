import type { Grouping } from '@/lib/domain/roadmap-timeline';
import { Section } from '../../../../../../ui/section';

/** `tracker` files are read by their tracker alone; the others may be opened in a spreadsheet on the way. */
const WAYS: { format: string; words: string; says: string; tracker?: true }[] = [
  { format: 'pdf', words: 'PDF', says: 'to read and to hand over: levels, people, the picture, every step' },
  { format: 'jira-csv', words: 'Jira Cloud', says: 'CSV: an epic a domain, a task a step', tracker: true },
  { format: 'azure-devops-csv', words: 'Azure DevOps', says: 'CSV: epics and tasks', tracker: true },
  { format: 'github-json', words: 'GitHub issues', says: 'JSON for the REST API' },
  { format: 'github-csv', words: 'GitHub issues', says: 'CSV', tracker: true },
  { format: 'calendar', words: 'Calendar', says: 'iCalendar: steps and levels' },
  { format: 'markdown', words: 'Markdown', says: 'for a wiki or a repository' },
  { format: 'xlsx', words: 'Excel', says: 'steps, people, tools and what is left out' },
];

/** The ways out to where work is tracked. */
export function TakeAway({
  path,
  scenario,
  by,
}: {
  path: string;
  scenario: string | undefined;
  by: Grouping;
}) {
  const href = (format: string, reader?: string) =>
    `${path}/export?${new URLSearchParams({ format, ...(scenario && { scenario }), ...(reader && { for: reader }), ...(format === 'pdf' && { by }) })}`;
  return (
    <Section
      title="Take it to where work is tracked"
      aside="each step keeps its key, so that a second export is recognised"
    >
      <ul className="grid gap-x-10 text-sm md:grid-cols-2">
        {WAYS.map(({ format, words, says, tracker }) => (
          <li key={format} className="border-line border-t py-2">
            <a href={href(format)} className="link inline-block min-h-6 font-medium">
              {words}
            </a>{' '}
            <span className="text-quiet">{says}</span>
            {tracker && (
              <>
                {' · '}
                <a href={href(format, 'tracker')} className="link inline-block min-h-6">
                  texts as they are<span className="sr-only">, {words}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      <p className="text-quiet mt-2 max-w-prose text-sm">
        In CSV files a text that begins like a formula is made harmless for spreadsheets. For an import
        without one, take the texts as they are.
      </p>
    </Section>
  );
}
