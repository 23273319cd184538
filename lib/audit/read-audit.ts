import 'server-only';
import * as z from 'zod';
import { auditOf, type AuditEntry, type AuditFilter, peopleOfAudit } from '@/db/audit';
import { namedThings, type NamedThing } from '@/db/audit-names';
import { byName } from '@/db/order';
import type { ActorContext } from '../context';
import { AUDIT_GROUPS, doneWords, personWords, placeWords, type AuditGroup } from '../domain/audit-words';
import { LIMITS } from '../domain/limits';
import { ROWS_A_PAGE } from '../domain/page-of';

const day = z.union([z.literal(''), z.iso.date('expected a day, such as 2026-10-01')]).default('');
const GROUPS = Object.keys(AUDIT_GROUPS) as AuditGroup[];

/** What of the log is asked for, as the address has it. */
export const auditInput = z.object({
  org: z.string(),
  person: z.string().max(LIMITS.title).default(''),
  group: z.union([z.literal(''), z.enum(GROUPS)]).default(''),
  /** A part of its name, or its id. */
  thing: z.string().trim().max(LIMITS.title).default(''),
  from: day,
  to: day,
});

export type AuditQuery = Omit<z.output<typeof auditInput>, 'org'>;

/** What the address asks for; what it cannot mean is as if it were not there, and is named where a field shows it. */
export function askedOf(sent: Record<string, string | string[] | undefined>): {
  query: AuditQuery;
  before: number | undefined;
  faults: Record<string, string>;
} {
  const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => typeof value === 'string'));
  const fields = auditInput.omit({ org: true });
  const read = fields.safeParse(given);
  const faults = read.success ? [] : read.error.issues.map(({ path, message }) => [String(path[0]), message]);
  const wrong = Object.fromEntries(faults) as Record<string, string>;
  const query = fields.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !(name in wrong))));
  const { before } = given;
  const number = typeof before === 'string' && /^[1-9]\d{0,8}$/.test(before) ? Number(before) : undefined;
  return { query, before: number, faults: wrong };
}

/** A line of the log in words. */
export type AuditRow = Pick<AuditEntry, 'seq' | 'resourceId'> & {
  at: string;
  person: string;
  done: string;
  place: string;
};

export type AuditPage = {
  rows: AuditRow[];
  /** The number before which the next page begins. */
  older: number | null;
  people: { userId: string; name: string }[];
};

/** One page of the log, the newest line first, and who can be asked for. */
export async function readAudit(ctx: ActorContext, query: AuditQuery, before?: number): Promise<AuditPage> {
  const { db, actor } = ctx;
  const [filter, people] = await Promise.all([filterOf(ctx, query), peopleOfAudit(db, actor.orgId)]);
  const found = await auditOf(db, actor.orgId, { limit: ROWS_A_PAGE + 1, before, ...filter });
  const shown = found.slice(0, ROWS_A_PAGE);
  return {
    rows: await inWords(ctx, shown),
    older: found.length > ROWS_A_PAGE ? (shown.at(-1)?.seq ?? null) : null,
    people: people
      .map(({ userId, name, email }) => ({ userId, name: name ?? email ?? 'without a name' }))
      .toSorted(byName),
  };
}

/** The days are those of UTC, as the page shows them. */
export async function filterOf(
  { db, actor }: ActorContext,
  { person, group, thing, from, to }: AuditQuery,
): Promise<AuditFilter> {
  return {
    userId: person === '' ? undefined : person,
    resource: group === '' ? undefined : group,
    resourceIds: thing === '' ? undefined : idsOf(await namedThings(db, actor.orgId), thing),
    from: from === '' ? undefined : new Date(`${from}T00:00:00Z`),
    until: to === '' ? undefined : new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000),
  };
}

/** So many ids one statement takes on both engines. */
const MOST_IDS = 5_000;

/** By the name of the thing or of its team, and by the id of what is gone. */
function idsOf(things: readonly NamedThing[], asked: string): string[] {
  const wanted = asked.toLowerCase();
  const named = things.filter(({ name, of }) => `${name} ${of ?? ''}`.toLowerCase().includes(wanted));
  return [asked, ...named.map(({ id }) => id)].slice(0, MOST_IDS);
}

/** Lines with what was done in words; the names of things are looked up as they are today. */
export async function inWords(
  { db, actor, content }: ActorContext,
  entries: readonly AuditEntry[],
): Promise<AuditRow[]> {
  const ids = [...new Set(entries.map(({ resourceId }) => resourceId))];
  const named = entries.length === 0 ? [] : await namedThings(db, actor.orgId, ids);
  const things = new Map(named.map((thing) => [thing.id, thing]));
  const titles = new Map(content.capabilities.map(({ id, title }) => [id, title]));
  return entries.map((entry) => ({
    seq: entry.seq,
    resourceId: entry.resourceId,
    at: entry.at.toISOString(),
    person: personWords(entry),
    done: doneWords(entry, things.get(entry.resourceId), (id) => titles.get(id) ?? id),
    place: placeWords(entry.place),
  }));
}
