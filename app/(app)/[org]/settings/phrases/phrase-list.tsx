import type { Route } from 'next';
import { parseRichText } from '@/lib/domain/rich-text';
import type { KeptPhrase } from '@/lib/phrases/list-phrases';
import { Button, buttonClass } from '../../../../ui/button';
import { Link } from '../../../../ui/link';
import { RichText } from '../../../../ui/rich-text';
import { ServerForm } from '../../../../ui/server-form';
import { deletePhraseAction } from './actions';

type Props = {
  phrases: KeptPhrase[];
  /** Of capabilities, by id. */
  titles: Record<string, string>;
  saved?: string | undefined;
  /** The organisation's slug where the person may change them. */
  changeIn?: string | undefined;
};

/** Each phrase as a finding would show it. */
export function PhraseList({ phrases, titles, saved, changeIn }: Props) {
  if (phrases.length === 0)
    return (
      <p className="max-w-prose">
        There is none yet. A phrase has a headline, a text and a recommendation, as a finding has: what you
        say to every second team, said well once.
      </p>
    );
  return (
    <ul className="max-w-3xl">
      {phrases.map((phrase) => (
        <li key={phrase.id} id={`phrase-${phrase.id}`} className="border-line border-b py-4 last:border-b-0">
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
            <h3 className="min-w-0 text-base break-words">{phrase.headline}</h3>
            {saved === phrase.id && (
              <span role="status" className="text-quiet text-sm">
                Saved.
              </span>
            )}
          </div>
          <RichText text={parseRichText(phrase.text)} className="mt-1" />
          {phrase.recommendation !== '' && (
            <>
              <h4 className="mt-3 mb-1 text-sm font-medium">Recommendation</h4>
              <RichText text={parseRichText(phrase.recommendation)} />
            </>
          )}
          {phrase.capabilities.length > 0 && (
            <p className="text-quiet mt-2 text-sm">
              On {phrase.capabilities.map((id) => titles[id] ?? id).join(', ')}
            </p>
          )}
          {changeIn !== undefined && <Doing org={changeIn} phrase={phrase} />}
        </li>
      ))}
    </ul>
  );
}

function Doing({ org, phrase: { id, headline } }: { org: string; phrase: KeptPhrase }) {
  return (
    <div className="mt-3 flex flex-wrap items-start gap-3">
      <Link
        href={`/${org}/settings/phrases?edit=${id}` as Route}
        aria-label={`Change: ${headline}`}
        className={buttonClass('plain')}
      >
        Change
      </Link>
      <details>
        <summary className="text-quiet inline-flex min-h-10 items-center px-2 text-sm">Delete …</summary>
        <ServerForm action={deletePhraseAction}>
          <input type="hidden" name="org" value={org} />
          <input type="hidden" name="phrase" value={id} />
          <Button type="submit" aria-label={`Delete the phrase: ${headline}`}>
            Delete this phrase
          </Button>
        </ServerForm>
      </details>
    </div>
  );
}
