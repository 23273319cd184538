import type { Route } from 'next';
import { standingText } from '@/lib/domain/labels';
import type { Report } from '@/lib/domain/report';
import { Link } from '../../../../../../ui/link';
import { answerHref, statementHref, type Links } from '../../_links';

/** What no climb is planned for, and why: there already, held lower by choice, or stated not to hold. */
export function LeftOut({ report, links }: { report: Report; links: Links }) {
  const { noAction, exclusions, statedAgainst, models } = report;
  const hrefOf = (criterion: string): Route => {
    const model = models.find(({ statements }) => statements.some(({ id }) => id === criterion));
    return model === undefined ? (links.base as Route) : statementHref(links, model.id, criterion);
  };
  return (
    <div className="space-y-4">
      {exclusions.length > 0 && (
        <div>
          <h3 className="text-base">Held lower by choice</h3>
          <ul className="mt-1 space-y-1 text-sm">
            {exclusions.map(({ capability, title, wanted, required, reason }) => (
              <li key={capability}>
                <Link href={answerHref(links, capability)} className="link">
                  {title}
                </Link>{' '}
                is aimed at rung {wanted}, although {required} is needed
                {reason === undefined ? '' : `: ${reason}`}
              </li>
            ))}
          </ul>
        </div>
      )}
      {statedAgainst.length > 0 && (
        <div>
          <h3 className="text-base">Stated not to hold</h3>
          <p className="text-quiet max-w-prose text-sm">
            Somebody said so of the statement itself, and no rung changes that.
          </p>
          <ul className="mt-1 space-y-1 text-sm">
            {statedAgainst.map(({ label, criterion, text }) => (
              <li key={`${label}-${criterion}`}>
                {label}: {text}{' '}
                <Link href={hrefOf(criterion)} className="link">
                  {criterion}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {noAction.length > 0 && (
        <details>
          <summary className="text-accent min-h-6 text-sm">
            No action: {noAction.length} already on the rung that is needed, or above
          </summary>
          <ul className="mt-1 grid gap-x-8 gap-y-1 text-sm sm:grid-cols-2">
            {noAction.map(({ capability, title, standing, required }) => (
              <li key={capability} className="flex justify-between gap-4">
                <Link href={answerHref(links, capability)} className="link">
                  {title}
                </Link>
                <span>
                  {standingText(standing)}, needs {required}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
