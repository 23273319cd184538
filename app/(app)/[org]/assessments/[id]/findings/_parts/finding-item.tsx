import type { Route } from 'next';
import { parseRichText } from '@/lib/domain/rich-text';
import { isWebAddress } from '@/lib/domain/plain-text';
import type { FindingRow } from '@/lib/findings/list-findings';
import { Button, buttonClass } from '../../../../../../ui/button';
import { HiddenFields } from '../../../../../../ui/hidden-fields';
import { Link } from '../../../../../../ui/link';
import { RichText } from '../../../../../../ui/rich-text';
import { ServerForm } from '../../../../../../ui/server-form';
import { answerHref, type Links } from '../../_links';
import { deleteFindingAction, moveFindingAction } from '../actions';

type Props = {
  finding: FindingRow;
  place: { number: number; last: boolean };
  titleOf: (capability: string) => string;
  links: Links;
  where: { org: string; id: string } | null;
};

/** A finding as a report shows it; who may write also moves, changes and deletes it. */
export function FindingItem({ finding, place, titleOf, links, where }: Props) {
  const { id, headline, text, recommendation, capabilities, evidence } = finding;
  return (
    <li className="border-line border-t py-5">
      <h2 className="text-lg wrap-anywhere">
        <span className="text-quiet mr-2 tabular-nums">{place.number}</span>
        {headline}
      </h2>
      <div className="mt-2 max-w-prose space-y-3 wrap-anywhere">
        <RichText text={parseRichText(text)} />
        {recommendation !== '' && (
          <div className="border-accent border-l-2 pl-3">
            <p className="text-quiet text-xs">Recommendation</p>
            <RichText text={parseRichText(recommendation)} />
          </div>
        )}
        {capabilities.length > 0 && (
          <p className="text-sm">
            About{' '}
            {capabilities.map((each, index) => (
              <span key={each}>
                {index > 0 && ', '}
                <Link href={answerHref(links, each)} className="link">
                  {titleOf(each)}
                </Link>
              </span>
            ))}
          </p>
        )}
        {evidence.length > 0 && (
          <ul className="text-sm">
            {evidence.map((each) => (
              <li key={`${each.title}-${each.url ?? ''}`}>
                {each.url !== undefined && isWebAddress(each.url) ? (
                  <a href={each.url} className="link" rel="noreferrer">
                    {each.title}
                  </a>
                ) : (
                  each.title
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      {where !== null && (
        <div className="mt-3 flex flex-wrap items-start gap-2 print:hidden">
          <ServerForm action={moveFindingAction} className="flex gap-2">
            <HiddenFields of={{ ...where, finding: id }} />
            {place.number > 1 && (
              <Button type="submit" name="to" value="up" kind="quiet">
                Up<span className="sr-only"> {headline}</span>
              </Button>
            )}
            {!place.last && (
              <Button type="submit" name="to" value="down" kind="quiet">
                Down<span className="sr-only"> {headline}</span>
              </Button>
            )}
          </ServerForm>
          <ServerForm action={deleteFindingAction}>
            <HiddenFields of={{ ...where, finding: id }} />
            <Button type="submit" kind="quiet">
              Delete<span className="sr-only"> {headline}</span>
            </Button>
          </ServerForm>
          <Link href={`${links.base}/findings?change=${id}#form` as Route} className={buttonClass('quiet')}>
            Change<span className="sr-only"> {headline}</span>
          </Link>
        </div>
      )}
    </li>
  );
}
