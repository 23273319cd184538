import type { Metadata, Route } from 'next';
import { requireMember } from '@/lib/auth/actor';
import { dateText, plural } from '@/lib/domain/labels';
import { waitingFor, type Waiting } from '@/lib/orgs/waiting-for';
import { Link } from '../../../ui/link';
import { Section } from '../../../ui/section';

export const metadata: Metadata = { title: 'What waits for you' };

/** More than this of a kind is counted and not listed. */
const MOST = 25;

const SECTIONS = {
  asked: 'Asked of you',
  evidence: 'Evidence asked of you',
  review: 'To look at',
  answer: 'To answer',
  start: 'To begin',
  steps: 'Your steps of plans',
  decide: 'To decide',
} as const;

/** Where everybody who does more than read lands: what is theirs to do next in this organisation. */
export default async function WaitingPage({ params }: PageProps<'/[org]/waiting'>) {
  const { org: slug } = await params;
  const member = await requireMember({ org: slug, anywhere: true }, 'org.read', `/${slug}/waiting`);
  const waiting = await waitingFor(member);
  const some = (Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]).filter(
    (kind) => waiting[kind].length > 0,
  );
  return (
    <>
      <h1 className="mb-6 text-xl">What waits for you in {member.org.name}</h1>
      {some.length === 0 && (
        <p className="max-w-prose">
          Nothing at the moment. See the{' '}
          <Link href={`/${slug}/teams` as Route} className="link">
            teams
          </Link>{' '}
          or the{' '}
          <Link href={`/${slug}` as Route} className="link">
            scorecard
          </Link>
          .
        </p>
      )}
      {some.map((kind) => (
        <Section key={kind} title={SECTIONS[kind]}>
          <Items items={waiting[kind]} />
        </Section>
      ))}
    </>
  );
}

function Items({ items }: { items: Waiting[] }) {
  return (
    <>
      <ul className="max-w-3xl">
        {items.slice(0, MOST).map(({ key, title, words, href, due, late }) => (
          <li key={key} className="border-line border-b py-2 last:border-b-0">
            <Link href={href as Route} className="link inline-block min-h-6">
              {title}
            </Link>
            <p className="text-quiet text-sm break-words">
              {words}
              {due !== null && (
                <span className={late ? 'text-warn' : ''}>
                  {' · '}
                  {late ? 'was due' : 'due'} {dateText(due)}
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
      {items.length > MOST && (
        <p className="text-quiet mt-2 text-sm">and {plural(items.length - MOST, 'more', 'more')}.</p>
      )}
    </>
  );
}
