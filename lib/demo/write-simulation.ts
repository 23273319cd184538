import 'server-only';
import { database } from '@/db/client';
import { migrate } from '@/db/migrate';
import { anyOrg } from '@/db/orgs';
import { newContext } from '../context';
import { ROLE_NAMES } from '../domain/vocabulary';
import { simulateOrganisation, type SimulationSize } from './organisation';
import { seedOrganisation } from './seed-organisation';
import { seedSimulatedPlans } from './seed-simulated-plans';
import { SIMULATED_PASSWORD, simulatedEmail } from './simulated';

/** With plans that most teams follow, if `plans` says so. */
export type SimulationWish = SimulationSize & { plans: boolean };

/** Fills the database that `DATABASE_URL` names with a simulated organisation; `null`, and nothing written, where it holds one. */
export async function writeSimulation(size: SimulationWish, progress: (line: string) => void) {
  await migrate(database());
  const ctx = newContext();
  if (await anyOrg(ctx.db)) return null;
  const step = Math.max(1, Math.floor(size.teams / 10));
  const organisation = simulateOrganisation(ctx.content, size);
  const written = await seedOrganisation(ctx, organisation, (done) => {
    if (size.teams >= 100 && done % step === 0) progress(`  ${done} of ${size.teams} teams`);
  });
  const plans = size.plans ? await seedSimulatedPlans(ctx, organisation) : 0;
  return {
    ...written,
    plans,
    people: { emails: ROLE_NAMES.map(simulatedEmail), password: SIMULATED_PASSWORD },
  };
}
