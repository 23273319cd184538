import 'server-only';
import { database } from '@/db/client';
import { migrate } from '@/db/migrate';
import { anyOrg } from '@/db/orgs';
import { newContext } from '../context';
import { ROLE_NAMES } from '../domain/vocabulary';
import { simulateOrganisation, type SimulationSize } from './organisation';
import { seedOrganisation } from './seed-organisation';
import { SIMULATED_PASSWORD, simulatedEmail } from './simulated';

/** Fills the database that `DATABASE_URL` names with a simulated organisation; `null`, and nothing written, where it holds one. */
export async function writeSimulation(size: SimulationSize, progress: (line: string) => void) {
  await migrate(database());
  const ctx = newContext();
  if (await anyOrg(ctx.db)) return null;
  const step = Math.max(1, Math.floor(size.teams / 10));
  const written = await seedOrganisation(ctx, simulateOrganisation(ctx.content, size), (done) => {
    if (size.teams >= 100 && done % step === 0) progress(`  ${done} of ${size.teams} teams`);
  });
  return { ...written, people: { emails: ROLE_NAMES.map(simulatedEmail), password: SIMULATED_PASSWORD } };
}
