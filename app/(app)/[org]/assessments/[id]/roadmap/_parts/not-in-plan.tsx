import type { Route } from 'next';
import { list, plural } from '@/lib/domain/labels';
import type { Roadmap } from '@/lib/domain/roadmap';
import { endText, leftOutText, levelTitle, titlesOf } from '@/lib/domain/roadmap-words';
import type { HiringGap } from '@/lib/domain/roadmap-hiring';
import type { Content } from '@/lib/domain/schema/content';
import { Link } from '../../../../../../ui/link';
import { Section } from '../../../../../../ui/section';

type Props = {
  roadmap: Roadmap;
  content: Content;
  /** Where what a person left out is taken in again; `null` where nobody may. */
  changeAt: ((step: string) => Route) | null;
};

/** What one hire would bring, what has no place and why, what ends too late, and what takes longer for want of people. */
export function NotInPlan({ roadmap, content, changeAt }: Props) {
  const { hiring, leftOut, late, stretched, horizonWeeks } = roadmap;
  const { role, step } = titlesOf(content);
  return (
    <>
      {hiring.length > 0 && (
        <Section title="Whom to hire?" aside="or to name as somebody who covers it">
          <ul className="max-w-4xl space-y-3 text-sm">
            {hiring.map((gap) => (
              <Hire key={gap.role} gap={gap} roadmap={roadmap} content={content} name={role(gap.role)} />
            ))}
          </ul>
        </Section>
      )}
      {leftOut.length > 0 && (
        <Section title="What is not in the plan?" aside={plural(leftOut.length, 'step')}>
          <List
            items={leftOut.map((each) => [
              step(each.id),
              leftOutText(content, each),
              each.reason.kind === 'excluded' || each.reason.kind === 'too-late'
                ? changeAt?.(each.id)
                : undefined,
            ])}
          />
        </Section>
      )}
      {late.length > 0 && (
        <Section
          title="What ends too late?"
          aside={`after the ${horizonWeeks} weeks that the plan looks ahead`}
        >
          <List
            items={late.map(({ step: id, waitsFor }) => [
              step(id),
              waitsFor.length === 0 ? 'waits for people' : `waits for ${list(waitsFor.map(step))}`,
            ])}
          />
        </Section>
      )}
      {stretched.length > 0 && (
        <Section title="What takes longer for want of people?">
          <List
            items={stretched.map(({ step: id, role: by, weeks, shortest }) => [
              step(id),
              `${plural(weeks, 'week')} instead of ${shortest}, for want of the ${role(by)}`,
            ])}
          />
        </Section>
      )}
    </>
  );
}

/** So many lines are shown; a longer list unfolds. */
const SHOWN = 8;

function List({ items }: { items: [what: string, why: string, change?: Route | undefined][] }) {
  const lines = (some: typeof items) => (
    <ul className="text-sm">
      {some.map(([what, why, change]) => (
        <li
          key={what}
          className="border-line grid gap-x-6 border-t py-1.5 sm:grid-cols-[20rem_minmax(0,1fr)]"
        >
          <span>{what}</span>
          <span className="text-quiet">
            {why}
            {change !== undefined && (
              <>
                {' '}
                <Link href={change} className="link">
                  Change<span className="sr-only"> {what}</span>
                </Link>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {lines(items.slice(0, SHOWN))}
      {items.length > SHOWN && (
        <details>
          <summary className="text-accent min-h-6 text-sm">{items.length - SHOWN} more</summary>
          {lines(items.slice(SHOWN))}
        </details>
      )}
    </>
  );
}

function Hire({
  gap: { steps, without, withOne },
  roadmap,
  content,
  name,
}: {
  gap: HiringGap;
  roadmap: Roadmap;
  content: Content;
  name: string;
}) {
  const levels = (reached: HiringGap['without']) =>
    reached.length === 0
      ? 'no further level'
      : list(
          reached.map(
            ({ model, level, week }) => `${levelTitle(content, model, level)} in ${endText(roadmap, week)}`,
          ),
        );
  return (
    <li>
      <h3 className="font-medium">{name}</h3>
      <p>
        {plural(steps.length, 'step waits', 'steps wait')}. Without: {levels(without)}. With one from week{' '}
        {roadmap.hireWeeks} on: {levels(withOne.levels)}, and the end in {endText(roadmap, withOne.makespan)}.
      </p>
    </li>
  );
}
