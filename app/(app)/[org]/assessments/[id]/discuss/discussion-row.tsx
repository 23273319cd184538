import type { Route } from 'next';
import type { DiscussionItem, Voice } from '@/lib/domain/discussion';
import { Link } from '../../../../../ui/link';
import { RungBadge } from '../../../../../ui/rung-badge';
import { SpreadStrip } from '../../../../../ui/spread-strip';

/** How the answers to one capability lie, with what each said to open below it. */
export function DiscussionRow({ item, base }: { item: DiscussionItem; base: string }) {
  const { capability, title, spread, words, details, voices, state } = item;
  return (
    <li className="grid gap-x-6 gap-y-2 py-3 sm:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <h3 className="font-medium">
          <Link href={`${base}/meeting/${capability}` as Route} className="link">
            {title}
          </Link>
        </h3>
        <p className="text-sm">{words}</p>
        {details.length > 0 && <p className="text-quiet text-sm">{details.join(' · ')}</p>}
        {voices.length > 0 && (
          <details className="mt-1 text-sm">
            <summary className="link inline-flex min-h-6 cursor-pointer items-center">
              What each said{state === 'agreed' ? ', kept beside what was agreed' : ''}
            </summary>
            <ul className="mt-1 space-y-1">
              {voices.map((voice) => (
                <VoiceLine key={voice.who} voice={voice} />
              ))}
            </ul>
          </details>
        )}
      </div>
      <SpreadStrip spread={spread} />
    </li>
  );
}

function VoiceLine({ voice: { who, standing, note, evidence } }: { voice: Voice }) {
  return (
    <li className="flex gap-2">
      <RungBadge standing={standing} />
      <span className="min-w-0 break-words">
        {who}
        {note !== null && <span className="text-quiet">: {note}</span>}
        {evidence.map(({ title, url }) => (
          <span key={`${title} ${url ?? ''}`} className="text-quiet block">
            {url === undefined ? (
              title
            ) : (
              <a href={url} className="link" rel="noreferrer nofollow">
                {title}
              </a>
            )}
          </span>
        ))}
      </span>
    </li>
  );
}
