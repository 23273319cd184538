import { newContext } from '../../context';
import { simulateOrganisation } from '../../demo/organisation';
import { seedSimulatedPlans } from '../../demo/seed-simulated-plans';

/** Lets the teams of a simulation that is written already follow plans; how many do. */
export async function plans([teams = 0, rounds = 0, seed = 0]: readonly number[]): Promise<number> {
  const ctx = newContext();
  return seedSimulatedPlans(ctx, simulateOrganisation(ctx.content, { teams, rounds, seed }));
}
