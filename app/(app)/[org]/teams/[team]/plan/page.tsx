import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireMember } from '@/lib/auth/actor';
import { dateText, plural } from '@/lib/domain/labels';
import { can } from '@/lib/domain/policy';
import { levelTitle, rangeText, titlesOf } from '@/lib/domain/roadmap-words';
import { planOf, type TeamPlan } from '@/lib/plans/plan-of-team';
import { VENDORS } from '@/lib/domain/vocabulary';
import { buttonClass } from '../../../../../ui/button';
import { Link } from '../../../../../ui/link';
import { Notice } from '../../../../../ui/notice';
import { Section } from '../../../../../ui/section';
import { PlanRow } from './plan-row';

type Props = PageProps<'/[org]/teams/[team]/plan'>;

/** Computed once for page and title. */
const load = cache(async (slug: string, team: string) => {
  const { org, ctx } = await requireMember({ org: slug, team }, 'org.read', `/${slug}/teams/${team}/plan`);
  return { org, ctx, plan: (await planOf(ctx, team)) ?? notFound() };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, team } = await params;
  const { plan } = await load(org, team);
  return { title: `Plan: ${plan.team.name}` };
}

/** What a team took on, what was promised, and what has become of it. */
export default async function PlanPage({ params, searchParams }: Props) {
  const [at, { saved }] = await Promise.all([params, searchParams]);
  const { org, ctx, plan } = await load(at.org, at.team);
  const { team, state, content, kept, assessment } = plan;
  const mayKeep = can(ctx.actor, 'plan.keep', { orgId: org.id });
  const titles = titlesOf(content);
  const effort = new Map(plan.now.steps.map((step) => [step.id, step]));
  const base = `/${org.slug}/assessments/${plan.plan.assessmentId}/roadmap`;
  return (
    <>
      <div className="mb-6 flex flex-wrap items-start justify-between gap-4">
        <div>
          <h1 className="text-xl wrap-anywhere">{plan.plan.name}</h1>
          <p className="text-quiet text-sm">
            The plan of{' '}
            <Link href={`/${org.slug}/teams/${team.slug}` as Route} className="link">
              {team.name}
            </Link>
            , chosen by {plan.by} on {dateText(plan.plan.chosenAt.toISOString())}, held against{' '}
            {assessment.title}
          </p>
        </div>
        <div className="flex flex-wrap gap-2 print:hidden">
          <Link href={base as Route} className={buttonClass('plain')}>
            Its roadmap
          </Link>
        </div>
      </div>
      {typeof saved === 'string' && (
        <div className="mb-6" role="status">
          <Notice>Saved: {titles.step(saved)}.</Notice>
        </div>
      )}
      <Section title="Promised and kept">
        <p className="mb-4 max-w-prose text-lg">{sentence(plan)}</p>
        <PromisedLevels plan={plan} />
      </Section>
      <Section title="Steps" aside="as promised on the day, in that order">
        <ul>
          {state.steps.map((step) => (
            <PlanRow
              key={step.id}
              org={org.slug}
              team={team.slug}
              step={step}
              title={titles.step(step.id)}
              kept={kept.get(step.id)}
              action={effort.get(step.id)?.action}
              mayKeep={mayKeep}
            />
          ))}
        </ul>
      </Section>
    </>
  );
}

function sentence({ state: { steps, done, late, promised }, now, plan }: TeamPlan): string {
  const so = `${done} of ${plural(steps.length, 'step')} are there; ${promised} should be by today.`;
  const behind = late === 0 ? ' None is late.' : ` ${late} ${late === 1 ? 'is' : 'are'} late.`;
  const first = plan.promise.finish;
  if (now.finish === null || first === null) return `${so}${behind}`;
  const [was, is] = [first.day, now.finish.day];
  const end =
    is === was
      ? ` The end stays at ${dateText(was)}.`
      : ` By what is answered now the rest ends ${dateText(is)}; ${dateText(was)} was promised.`;
  return `${so}${behind}${end}`;
}

/** The quarter that was promised for each level, and the one that it is by now. */
function PromisedLevels({ plan: { plan, now, content } }: { plan: TeamPlan }) {
  const { levels } = plan.promise;
  if (levels.length === 0) return null;
  return (
    <table className="w-full max-w-3xl text-sm">
      <caption className="sr-only">Levels as promised, and by what is answered now</caption>
      <thead>
        <tr className="text-quiet text-left">
          {['Level', 'Promised', 'Now'].map((head) => (
            <th key={head} scope="col" className="py-1 pr-4 font-normal">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {levels.map(({ model, level, when }) => {
          const own = now.levels.find((each) => each.model === model && each.level === level);
          return (
            <tr key={`${model}:${level}`} className="border-line border-t align-top">
              <th scope="row" className="py-2 pr-4 text-left font-medium">
                <span aria-hidden="true" className="text-accent mr-1.5">
                  {VENDORS[model].mark}
                </span>
                {levelTitle(content, model, level)}
              </th>
              <td className="py-2 pr-4">{when === null ? 'not promised' : rangeText(when)}</td>
              <td className="py-2">
                {own === undefined
                  ? 'reached'
                  : own.when === null
                    ? 'not with this plan'
                    : rangeText(own.when)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
