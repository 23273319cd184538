import { streamRoute } from '@/lib/action';
import { findInOrg, findInput, findPlace } from '@/lib/orgs/find-in-org';

/** What Ctrl K lists, as JSON, with every few letters that are typed. */
export const GET = streamRoute({
  for: 'org.read',
  input: findInput,
  at: findPlace,
  run: findInOrg,
  respond: (found) => Response.json(found),
});
