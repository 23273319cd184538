import 'server-only';
import { commit, type Write } from '@/db/commit';
import type { Tx } from '@/db/client';
import { isUniqueViolation } from '@/db/errors';
import { keepEdition } from '@/db/frozen';
import { MOVED_NAMES, shapeOf, type Moved, type MovedName, type Row } from '@/db/moved-tables';
import { accountsLike, insertMoved, orgsLike } from '@/db/moving';
import { insertUser } from '@/db/users';
import { audited } from '../audited';
import type { Context } from '../context';
import { normalEmail } from '../domain/email-address';
import { emailSchema } from '../domain/schema/email-address';
import { done, failed, type Failure, type Result } from '../errors';
import { faultOfRows, fromAbove } from './check-rows';
import { readArchive } from './read-archive';
import { renewedCheckpoint } from './renewed-checkpoint';

export type Imported = {
  org: { id: string; slug: string; name: string };
  rows: number;
  /** People who had an account here, and those who got one without a password. */
  known: number;
  added: number;
};

/** Brings the organisation of an archive into an installation that has none like it: all of it in one commit, or nothing. */
export async function importOrg(ctx: Context, bytes: Uint8Array): Promise<Result<Imported>> {
  const read = readArchive(bytes);
  if (!read.ok) return read;
  const { manifest, moved } = read.value;
  const fault = faultOfRows(moved);
  if (fault !== null) return fault;
  const teams = fromAbove(moved.team);
  if (teams === null) return failed('invalid', 'team.jsonl: teams stand below each other in a circle.');
  const [row] = moved.org;
  const org = { id: String(row?.['id']), slug: String(row?.['slug']), name: String(row?.['name']) };
  const inTheWay = await faultOfInstallation(ctx, org);
  if (inTheWay !== null) return inTheWay;
  const people = await matchedPeople(ctx, moved.user);
  if (!people.ok) return people;
  const { ids, added } = people.value;
  const checkpoint = await renewedCheckpoint(ctx.db, org.id, moved.audit_line);
  const by = { ...ctx, place: 'command line' as const, actor: { orgId: org.id, userId: null } };
  try {
    await commit(ctx.db, (tx) => [
      ...added.map((person) => insertUser(tx, { ...person, passwordHash: null, createdAt: ctx.now })),
      ...moved.edition.map((edition) => keepEdition(tx, edition)),
      ...rowWrites(tx, { ...moved, org: moved.org.map(kept), team: teams }, ids),
      ...(checkpoint === null ? [] : [audited(by, tx, 'audit.prune', org.id, checkpoint)]),
      audited(by, tx, 'org.import', org.id, { version: manifest.version }),
    ]);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return failed(
      'conflict',
      `Rows of ${org.name} are in this installation already, in another organisation, or twice in the archive. Nothing was imported.`,
    );
  }
  const rows = MOVED_NAMES.reduce((sum, name) => sum + moved[name].length, 0);
  return done({ org, rows, known: moved.user.length - added.length, added: added.length });
}

/** What was to be deleted there is not to be deleted here. */
const kept = (row: Row): Row => ({ ...row, deleteAfter: null });

async function faultOfInstallation(
  { db }: Context,
  org: { id: string; slug: string; name: string },
): Promise<Failure<never> | null> {
  const like = await orgsLike(db, org);
  const same = like.find(({ id }) => id === org.id);
  if (same !== undefined)
    return failed('conflict', `${org.name} is in this installation already, as ${same.slug}.`);
  if (like.length === 0) return null;
  return failed(
    'conflict',
    `There is another organisation with the address ${org.slug} in this installation.`,
  );
}

type Matched = { ids: ReadonlyMap<string, string>; added: Moved['user'] };

/** Whose the rows are here: the account with the same address, else a new one, by its old id as far as that is free. */
async function matchedPeople({ db, newId }: Context, people: Moved['user']): Promise<Result<Matched>> {
  const normal = people.map((person) => ({ ...person, email: normalEmail(person.email) }));
  const seen = new Set<string>();
  for (const [index, { email }] of normal.entries()) {
    if (!emailSchema.safeParse(email).success)
      return failed('invalid', `user.jsonl, line ${index + 1}: email is not an address.`);
    if (seen.has(email))
      return failed('invalid', `user.jsonl, line ${index + 1}: the address stands there twice.`);
    seen.add(email);
  }
  const here = await accountsLike(db, normal);
  const byEmail = new Map(here.map(({ id, email }) => [email, id]));
  const taken = new Set(here.map(({ id }) => id));
  const ids = new Map<string, string>();
  const added: Moved['user'] = [];
  for (const person of normal) {
    const known = byEmail.get(person.email);
    const id = known ?? (taken.has(person.id) ? newId() : person.id);
    ids.set(person.id, id);
    if (known === undefined) added.push({ ...person, id });
  }
  return done({ ids, added });
}

function rowWrites(tx: Tx, moved: Moved, ids: ReadonlyMap<string, string>): Write[] {
  return MOVED_NAMES.flatMap((name) => insertMoved(tx, name, withPeople(name, moved[name], ids)));
}

/** The rows with the ids that people have here. */
function withPeople(name: MovedName, rows: readonly Row[], ids: ReadonlyMap<string, string>): readonly Row[] {
  if ([...ids].every(([there, here]) => there === here)) return rows;
  const here = (id: unknown): unknown => (typeof id === 'string' ? (ids.get(id) ?? id) : id);
  const keys = shapeOf(name).references.flatMap(({ from, table }) => (table === 'user' ? from : []));
  // Two places where no foreign key says that it is a person.
  if (name === 'audit_subject') keys.push('userId');
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(keys.map((key) => [key, here(row[key])])),
    ...(isReview(row['review']) ? { review: { ...row['review'], by: here(row['review'].by) } } : {}),
  }));
}

const isReview = (value: unknown): value is { by: unknown } =>
  typeof value === 'object' && value !== null && 'by' in value;
