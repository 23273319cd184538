import type { Route } from 'next';
import { capitalised, dateText, inWords, plural, quarterText, standingMark } from '@/lib/domain/labels';
import type { PromisedStep } from '@/lib/domain/promise-kept';
import { levelTitle, titlesOf } from '@/lib/domain/roadmap-words';
import type { Content } from '@/lib/domain/schema/content';
import { VENDORS } from '@/lib/domain/vocabulary';
import type { PromiseHeld } from '@/lib/plans/promise-held';
import { Link } from '../../../../../../ui/link';
import { Section } from '../../../../../../ui/section';
import { answerHref, type Links } from '../../_links';

type Props = { held: PromiseHeld; content: Content; team: Route; links: Links };

/** What the plan before this assessment promised for its day, and what has become of it. */
export function Promised({ held, content, team, links }: Props) {
  const { plan, due, early, levels } = held;
  const { title } = titlesOf(content);
  const missed = due.filter(({ there }) => !there);
  return (
    <Section title="What was promised?" aside={`by the plan of ${dateText(plan.chosenOn)}`}>
      <p className="mb-4 max-w-prose text-lg text-pretty">
        {keptText(due)}
        {early.length > 0 &&
          ` ${capitalised(inWords(early.length))} promised for later ${early.length === 1 ? 'is' : 'are'} there already.`}
      </p>
      {levels.length > 0 && (
        <ul className="mb-4 space-y-1">
          {levels.map(({ model, level, when, due: isDue, reached }) => (
            <li key={`${model}:${level}`}>
              <span aria-hidden="true" className="text-accent mr-1.5">
                {VENDORS[model].mark}
              </span>
              {levelTitle(content, model, level)}
              <span className="text-quiet">
                {when !== null && `, promised for ${quarterText(when.quarter)}: `}
                {reached ? 'reached' : isDue ? 'not reached' : 'not yet due'}
              </span>
            </li>
          ))}
        </ul>
      )}
      {missed.length > 0 && (
        <details>
          <summary className="link min-h-6 w-fit">
            {missed.length === 1
              ? 'The step that is not there'
              : `The ${missed.length} steps that are not there`}
          </summary>
          <ul className="mt-2 space-y-1 text-sm">
            {missed.map(({ id, capability, to, promisedOn, standing }) => (
              <li key={id}>
                <Link href={answerHref(links, capability)} className="link inline-block min-h-6">
                  {title(capability)}
                </Link>{' '}
                to {to}, promised for {dateText(promisedOn)}; stands at {standingMark(standing)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="text-quiet mt-4 text-sm">
        {plan.name}, chosen by {plan.by}.{' '}
        <Link href={`${team}/plan` as Route} className="link inline-block min-h-6">
          The plan of the team
        </Link>
      </p>
    </Section>
  );
}

function keptText(due: readonly PromisedStep[]): string {
  if (due.length === 0) return 'No step was due by the day of these answers.';
  const there = due.filter((step) => step.there).length;
  const all = plural(due.length, 'step');
  if (there === due.length)
    return `${due.length === 1 ? 'The one step' : `All ${all}`} due by the day of these answers ${due.length === 1 ? 'is' : 'are'} there.`;
  return `Of ${all} due by the day of these answers, ${there === 0 ? 'none is' : `${there} ${there === 1 ? 'is' : 'are'}`} there.`;
}
