import { randomUUID } from 'node:crypto';
import { database } from '@/db/client';
import { allOrgs } from '@/db/audit-keeping';
import { orgBySlug } from '@/db/orgs';
import { forgetPerson } from '../audit/forget-person';
import { pruneAudit } from '../audit/prune-audit';
import { verifyAudit } from '../audit/verify-audit';
import { verdictLines } from '../domain/audit-verdict';
import type { Result } from '../errors';
import { parseOptions } from './arguments';
import { BadInput } from './bad-input';
import { dayOf } from '../domain/calendar';
import { refuseUnmigrated } from './installation';

const text = { type: 'string' } as const;

const COMMANDS: Record<string, (args: string[]) => Promise<void>> = { verify, prune, forget };

/** `rungs audit verify | prune | forget`, on the database of DATABASE_URL. */
export async function audit([command, ...args]: string[]): Promise<void> {
  const run = command !== undefined && Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (run === undefined)
    throw new BadInput([
      `rungs audit: expected verify, prune or forget${command === undefined ? '' : `, not ${command}`}`,
    ]);
  await refuseUnmigrated();
  await run(args);
}

/** Prints how the log of each organisation stands; exit code 1 where one is broken. */
async function verify(args: string[]): Promise<void> {
  const { org } = parseOptions('audit verify', args, { org: text });
  const db = database();
  const orgs = org === undefined ? await allOrgs(db) : [await organisation('verify', org)];
  for (const { id, slug } of orgs) {
    const verdict = await verifyAudit(db, id);
    console.log([slug, ...verdictLines(verdict)].join('\n'));
    if (verdict.fault !== null) process.exitCode = 1;
  }
  if (orgs.length === 0) console.log('There is no organisation in this database.');
}

async function prune(args: string[]): Promise<void> {
  const { org, before } = parseOptions('audit prune', args, { org: text, before: text });
  const { id } = await organisation('prune', org);
  const today = dayOf(new Date());
  if (before === undefined || !isDay(before) || before > today)
    throw new BadInput([
      `--before ${before ?? ''}: expected a day that is not in the future, such as 2025-01-01`,
    ]);
  const { removed, first } = valueOrFault(await pruneAudit(context(), { orgId: id, until: before }));
  console.log(`${removed} lines removed; the log begins at number ${first} and says so in a checkpoint`);
}

async function forget(args: string[]): Promise<void> {
  const { org, email } = parseOptions('audit forget', args, { org: text, email: text });
  const { id } = await organisation('forget', org);
  if (email === undefined) throw new BadInput(['rungs audit forget: expected --email ADDRESS']);
  valueOrFault(await forgetPerson(context(), { orgId: id, email }));
  console.log(`Erased: the log does not say any more which lines are of ${email}`);
}

const context = () => ({ db: database(), now: new Date(), newId: randomUUID });

async function organisation(
  command: string,
  slug: string | undefined,
): Promise<{ id: string; slug: string }> {
  if (slug === undefined) throw new BadInput([`rungs audit ${command}: expected --org SLUG`]);
  const org = await orgBySlug(database(), slug);
  if (org === undefined) throw new BadInput([`--org ${slug}: there is no such organisation`]);
  return org;
}

function valueOrFault<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new BadInput([result.message]);
  return result.value;
}

function isDay(day: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  // The 30th of February becomes a day in March.
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
}
