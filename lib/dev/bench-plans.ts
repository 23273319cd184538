import { newContext } from '../context';
import { simulateOrganisation } from '../demo/organisation';
import { seedSimulatedPlans } from '../demo/seed-simulated-plans';

/** For `npm run bench`: lets the teams of a simulation that is written already follow plans. */
const [teams = 0, rounds = 0, seed = 0] = process.argv.slice(2).map(Number);

const ctx = newContext();
await seedSimulatedPlans(ctx, simulateOrganisation(ctx.content, { teams, rounds, seed }));
