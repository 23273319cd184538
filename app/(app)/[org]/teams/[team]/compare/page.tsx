import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { requireMember } from '@/lib/auth/actor';
import { dateText } from '@/lib/domain/labels';
import { compareOfTeam, type ComparedChoice } from '@/lib/teams/compare-assessments';
import { Button } from '../../../../../ui/button';
import { Link } from '../../../../../ui/link';
import { Notice } from '../../../../../ui/notice';
import { Changes } from '../../../_comparison/changes';

type Props = PageProps<'/[org]/teams/[team]/compare'>;

async function load({ params, searchParams }: Props) {
  const [{ org: slug, team }, { from, to }] = await Promise.all([params, searchParams]);
  const { ctx } = await requireMember({ org: slug, team }, 'org.read', `/${slug}/teams/${team}/compare`);
  const found = await compareOfTeam(ctx, team, { from: idIn(from), to: idIn(to) });
  return { slug, found: found ?? notFound() };
}

const idIn = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { found } = await load(props);
  return { title: `What changed: ${found.team.name}` };
}

export default async function ComparePage(props: Props) {
  const { slug, found } = await load(props);
  const { team, choices, from, to, comparison, problem } = found;
  const base = (each: ComparedChoice | null) => `/${slug}/assessments/${each?.id ?? ''}`;
  const drafts = [from, to].filter((each) => each !== null && each.status !== 'finished');
  return (
    <>
      <h1 className="text-xl">{team.name}: what changed</h1>
      <p className="mb-4 text-sm print:hidden">
        <Link href={`/${slug}/teams/${team.slug}` as Route} className="link inline-block min-h-6">
          Back to the team
        </Link>
      </p>
      {choices.length > 1 && (
        <form method="get" className="mb-6 flex flex-wrap items-end gap-4 print:hidden">
          <Choice name="from" label="From" choices={choices} chosen={from} />
          <Choice name="to" label="To" choices={choices} chosen={to} />
          <Button type="submit">Compare</Button>
        </form>
      )}
      {problem !== null && <Notice>{problem}</Notice>}
      {comparison !== null && from !== null && to !== null && (
        <>
          <p className="text-quiet mb-2 text-sm">
            <Link href={`${base(from)}/results` as Route} className="link">
              {choiceText(from)}
            </Link>
            {' → '}
            <Link href={`${base(to)}/results` as Route} className="link">
              {choiceText(to)}
            </Link>
            {drafts.length > 0 && '. A draft can still change.'}
          </p>
          <Changes comparison={comparison} links={{ base: base(to), only: undefined }} />
        </>
      )}
    </>
  );
}

function Choice({
  name,
  label,
  choices,
  chosen,
}: {
  name: string;
  label: string;
  choices: ComparedChoice[];
  chosen: ComparedChoice | null;
}) {
  return (
    <label className="min-w-0 text-sm">
      {label}
      <select
        name={name}
        defaultValue={chosen?.id}
        className="border-border bg-raised block min-h-10 max-w-full rounded-md border px-2 text-sm"
      >
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choiceText(choice)}
          </option>
        ))}
      </select>
    </label>
  );
}

const STATUS = { draft: ', draft', review: ', in review', finished: '' };

/** `Q4 2026, 1 Oct 2026`, with what keeps it out of scorecards. */
const choiceText = ({ title, assessedOn, status, archived }: ComparedChoice): string =>
  `${title}, ${dateText(assessedOn)}${STATUS[status]}${archived ? ', archived' : ''}`;
