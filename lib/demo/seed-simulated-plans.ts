import 'server-only';
import { commit } from '@/db/commit';
import { insertPlan, insertPlanStep } from '@/db/plans';
import type { Context } from '../context';
import { rebuildStandings } from '../plans/sum-standings';
import type { SimulatedOrganisation } from './organisation';
import { SIMULATED, simulatedId } from './simulated';
import { simulatedPlans } from './simulated-plans';

const BY = 'contributor';

/** Lets the teams of a simulation that is written already follow plans; how many do. */
export async function seedSimulatedPlans(ctx: Context, organisation: SimulatedOrganisation): Promise<number> {
  const { db, content } = ctx;
  const at = (day: string) => new Date(`${day}T15:00:00Z`);
  const planOf = simulatedPlans(content, organisation);
  let plans = 0;
  for (const team of organisation.teams) {
    const plan = planOf(team);
    if (plan === null) continue;
    const { from, input, promise, steps } = plan;
    const chosenAt = at(from.finishedOn);
    const whose = { orgId: SIMULATED.id, teamId: team.slug };
    await commit(db, (tx) => [
      insertPlan(tx, {
        ...whose,
        ...{ id: `${team.slug}-plan`, assessmentId: simulatedId(team, from), name: 'With the present team' },
        ...{ input, promise, chosenBy: BY, chosenAt },
      }),
      ...steps.map(({ step, status, dueOn, doneOn, acceptedOn }) =>
        insertPlanStep(tx, {
          ...{ ...whose, step, status, owner: null, dueOn, doneOn, ticket: null, note: null },
          evidence: status === 'done' ? [{ title: 'Shown at the review of the sprint' }] : [],
          acceptedBy: acceptedOn === null ? null : BY,
          acceptedAt: acceptedOn === null ? null : at(acceptedOn),
          ...{ updatedBy: BY, updatedAt: chosenAt },
        }),
      ),
    ]);
    plans += 1;
  }
  await rebuildStandings(ctx, SIMULATED.id);
  return plans;
}
