import type { Metadata, Route } from 'next';
import { requireMember } from '@/lib/auth/actor';
import { findInOrg, findInput, findPlace } from '@/lib/orgs/find-in-org';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { Link } from '../../../ui/link';
import { Section } from '../../../ui/section';
import { FoundText } from '../_find/found-text';

export const metadata: Metadata = { title: 'Find' };

const MOST_OF_A_KIND = 50;

/** What Ctrl K finds, as a page: it works without scripts, has an address, and shows more of each kind. */
export default async function FindPage({ params, searchParams }: PageProps<'/[org]/find'>) {
  const [{ org: slug }, asked] = await Promise.all([params, searchParams]);
  const parsed = findInput.safeParse({ ...asked, org: slug });
  const input = parsed.success ? parsed.data : { org: slug, q: '', in: undefined };
  const { q, in: assessment } = input;
  const query = new URLSearchParams({
    ...(q !== '' && { q }),
    ...(assessment !== undefined && { in: assessment }),
  });
  const here = query.size === 0 ? `/${slug}/find` : `/${slug}/find?${query}`;
  const { ctx, org, grants } = await requireMember(findPlace(input), 'org.read', here);
  const result = await findInOrg({ ...ctx, org, grants }, input, MOST_OF_A_KIND);
  const groups = result.ok ? result.value : [];
  return (
    <>
      <h1 className="mb-4 text-xl">Find</h1>
      <form method="get" className="mb-6 flex max-w-prose flex-wrap items-end gap-4">
        {assessment !== undefined && <input type="hidden" name="in" value={assessment} />}
        <div className="min-w-0 flex-1">
          <TextField
            label="Name of a page, team, capability or statement"
            name="q"
            type="search"
            maxLength={100}
            defaultValue={q}
            error={parsed.success ? undefined : 'Expected at most 100 characters.'}
          />
        </div>
        <Button type="submit">Find</Button>
      </form>
      {q === '' && <p>Type a part of a name, such as “rollback”, “A2-” or a team.</p>}
      {q !== '' && groups.length === 0 && (
        <p>
          Nothing is called “{q}”. All content stands in the{' '}
          <Link href={`/${slug}/library` as Route} className="link">
            library
          </Link>
          , and all teams under{' '}
          <Link href={`/${slug}/teams` as Route} className="link">
            teams
          </Link>
          .
        </p>
      )}
      {groups.map(({ kind, heading, count, things }) => (
        <Section
          key={kind}
          title={heading}
          aside={count > things.length && `${things.length} of ${count}; type more to narrow it`}
        >
          <ul className="-mx-2">
            {things.map((thing) => (
              <li key={thing.href}>
                <Link href={thing.href as Route} className="hover:bg-sunken block rounded-sm px-2 py-1.5">
                  <FoundText thing={thing} />
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
