import type { Report } from '@/lib/domain/report';
import { Link } from '../../../../../../ui/link';
import { answerHref, type Links } from '../../_links';

/** In place of weak spots and a plan while half or more is not known. */
export function AnswerFirst({ report, links }: { report: Report; links: Links }) {
  return (
    <div className="max-w-prose">
      <p>Half or more is not known, so weak spots and a plan would be guesses. These answers decide most:</p>
      <ol className="mt-3 list-decimal space-y-1 pl-6">
        {report.answerFirst.map(({ capability, title }) => (
          <li key={capability}>
            <Link href={answerHref(links, capability)} className="link">
              {title}
            </Link>
          </li>
        ))}
      </ol>
    </div>
  );
}
