import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { plural } from '../domain/labels';
import { BadInput } from './bad-input';

const LIMITS = {
  teams: { least: 1, most: 10_000 },
  rounds: { least: 1, most: 40 },
  seed: { least: 0, most: 2 ** 31 },
};

/** `rungs simulate --teams N --rounds M --seed S [--plans] [--out FILE.db]` */
export async function simulate(args: string[]): Promise<void> {
  const { teams, rounds, seed, plans, out } = options(args);
  const size = {
    teams: wholeNumber('teams', teams),
    rounds: wholeNumber('rounds', rounds),
    seed: wholeNumber('seed', seed),
    plans: plans === true,
  };
  const database = databaseFor(out);
  // The database is chosen when its modules are loaded, so they are loaded only now.
  process.env['DATABASE_URL'] = database;
  const { refuseOtherVersions } = await import('./installation');
  await refuseOtherVersions();
  const { writeSimulation } = await import('../demo/write-simulation');
  const written = await writeSimulation(size, (line) => console.error(line));
  if (written === null)
    throw new BadInput([
      `${named(database)}: there is an organisation in it already; a simulation wants an empty one`,
    ]);
  const { finished, drafts, people } = written;
  const parts = [
    plural(size.teams, 'team'),
    plural(finished, 'finished assessment'),
    plural(drafts, 'draft'),
    ...(size.plans ? [plural(written.plans, 'plan')] : []),
  ];
  console.log(`${named(database)}: ${parts.join(', ')}`);
  console.log(`Sign in as ${people.emails.join(', ')} with the password “${people.password}”`);
}

function options(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    const plans = { type: 'boolean' } as const;
    const options = { teams: text, rounds: text, seed: text, plans, out: text };
    return parseArgs({ args, options, strict: true }).values;
  } catch (error) {
    throw new BadInput([`rungs simulate: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

function wholeNumber(name: keyof typeof LIMITS, given: string | undefined): number {
  const { least, most } = LIMITS[name];
  const number = /^\d{1,12}$/.test(given ?? '') ? Number(given) : Number.NaN;
  if (number >= least && number <= most) return number;
  const expected = `expected a whole number from ${least} to ${most.toLocaleString('en')}`;
  throw new BadInput([
    given === undefined ? `rungs simulate: ${expected} after --${name}` : `--${name} ${given}: ${expected}`,
  ]);
}

/** The file named, else the database of `DATABASE_URL`, else a file beside the usual one. */
function databaseFor(out: string | undefined): string {
  const file = out ?? (process.env['DATABASE_URL'] ? undefined : '.data/simulated.db');
  if (file === undefined) return process.env['DATABASE_URL'] ?? '';
  if (file === '') throw new BadInput(['--out: expected the name of a file']);
  if (existsSync(file)) throw new BadInput([`${file}: is there already; name another file, or delete it`]);
  return `file:${file}`;
}

/** Never the user and password of an address. */
const named = (url: string): string =>
  url.startsWith('file:') ? url.slice('file:'.length) : 'the database of DATABASE_URL';
