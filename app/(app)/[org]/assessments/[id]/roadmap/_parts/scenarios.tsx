import type { Route } from 'next';
import { dateText } from '@/lib/domain/labels';
import type { PlanInput } from '@/lib/domain/plan-input';
import type { PlansOfAssessment } from '@/lib/plans/plans-of';
import { buttonClass } from '../../../../../../ui/button';
import { Link } from '../../../../../../ui/link';
import { ChooseScenario, DeleteScenario, SaveScenario } from './scenario-forms';

type Props = {
  org: string;
  id: string;
  path: Route;
  /** Slug. */
  team: string;
  plans: PlansOfAssessment;
  /** As it stands in the address, which may be another than what is stored. */
  input: PlanInput;
  changed: boolean;
  may: boolean;
};

const LINK =
  'inline-flex min-h-10 items-center border-b-2 border-transparent px-1 hover:border-border aria-[current=page]:border-accent aria-[current=page]:font-medium';

/** The saved ways to climb, each an address; saving, comparing and choosing one as the plan of the team. */
export function Scenarios({ org, id, path, team, plans, input, changed, may }: Props) {
  const { scenarios, plan, shown } = plans;
  const where = { org, id };
  const { scenario } = shown;
  return (
    <div className="space-y-4">
      {(scenarios.length > 0 || plan !== null) && (
        <nav aria-label="Scenarios" className="border-line border-b text-sm">
          <ul className="-mb-px flex flex-wrap gap-x-5">
            <li>
              <Link href={path} className={LINK} aria-current={scenario === null ? 'page' : undefined}>
                {plan === null ? 'Assumed team' : `Plan: ${plan.name}`}
              </Link>
            </li>
            {scenarios.map(({ id: each, name }) => (
              <li key={each}>
                <Link
                  href={`${path}?scenario=${each}` as Route}
                  className={`${LINK} max-w-64 truncate`}
                  aria-current={scenario?.id === each ? 'page' : undefined}
                >
                  {name}
                </Link>
              </li>
            ))}
            {scenarios.length > 1 && (
              <li className="ml-auto">
                <Link href={`${path}/compare` as Route} className={LINK}>
                  Compare
                </Link>
              </li>
            )}
          </ul>
        </nav>
      )}
      {plan !== null && scenario === null && (
        <p className="text-quiet text-sm">
          The plan of this team since {dateText(plan.chosenAt.toISOString())}, computed anew from what is
          answered now.{' '}
          <Link href={`/${org}/teams/${team}/plan` as Route} className="link">
            What was promised, and how it stands
          </Link>
        </p>
      )}
      {may && (
        <div className="flex flex-wrap items-end gap-3">
          <SaveScenario
            key={`${scenario?.id ?? ''} ${scenario?.version ?? ''}`}
            {...where}
            input={JSON.stringify(input)}
            name={scenario?.name ?? ''}
            scenario={scenario === null ? null : { id: scenario.id, version: scenario.version }}
          />
          {scenario !== null && !changed && (
            <>
              <ChooseScenario {...where} scenario={scenario.id} version={scenario.version} />
              <DeleteScenario {...where} scenario={scenario.id} name={scenario.name} />
            </>
          )}
          {changed && scenario !== null && (
            <Link href={`${path}?scenario=${scenario.id}` as Route} className={buttonClass('quiet')}>
              Discard the changes
            </Link>
          )}
        </div>
      )}
    </div>
  );
}
