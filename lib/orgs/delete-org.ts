import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { deleteOrgAfter, orgsToDelete, updateOrg } from '@/db/orgs';
import type { Org } from '@/db/schema/orgs';
import { audited } from '../audited';
import type { ActorContext, Context } from '../context';
import { LIMITS } from '../domain/limits';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { log } from '../log';
import { dayOf } from '../domain/calendar';

/** Days in which an owner may still keep an organisation that is to be deleted. */
export const GRACE_DAYS = 14;

const GRACE_MS = GRACE_DAYS * 86_400_000;

export const deleteOrgInput = z.object({ org: z.string(), name: z.string().trim().max(LIMITS.title) });

export const keepOrgInput = z.object({ org: z.string() });

type OwnerContext = ActorContext & { org: Org };

/** Sets the day on which the organisation goes with all that it has. Asks for its name, so that nobody deletes another by mistake. */
export async function deleteOrg(
  ctx: OwnerContext,
  { name }: Pick<z.output<typeof deleteOrgInput>, 'name'>,
): Promise<Result<null>> {
  const { org, now } = ctx;
  if (name !== org.name.trim())
    return failed('invalid', `Type ${org.name} to delete it.`, {
      fields: { name: `type ${org.name}, as it is written here` },
    });
  if (org.deleteAfter !== null) return done(null);
  const deleteAfter = new Date(now.getTime() + GRACE_MS);
  const saved = await unlessStale(
    commit(ctx.db, (tx) => [
      exactlyOne(updateOrg(tx, org, { deleteAfter }), () => new Stale()),
      audited(ctx, tx, 'org.delete', org.id, { on: dayOf(deleteAfter) }),
    ]),
  );
  return saved ? done(null) : changedMeanwhile();
}

/** Keeps an organisation that was to be deleted. */
export async function keepOrg(ctx: OwnerContext): Promise<Result<null>> {
  const { org } = ctx;
  if (org.deleteAfter === null) return done(null);
  const saved = await unlessStale(
    commit(ctx.db, (tx) => [
      exactlyOne(updateOrg(tx, org, { deleteAfter: null }), () => new Stale()),
      audited(ctx, tx, 'org.keep', org.id),
    ]),
  );
  return saved ? done(null) : changedMeanwhile();
}

const changedMeanwhile = () =>
  failed('conflict', 'Somebody changed the organisation meanwhile. Reload to see it, and try again.');

/** Deletes for good the organisations whose grace is over. One that somebody keeps at the last moment stays. */
export async function deleteDueOrgs({ db, now }: Pick<Context, 'db' | 'now'>): Promise<void> {
  for (const { id } of await orgsToDelete(db, now)) {
    await commit(db, (tx) => [deleteOrgAfter(tx, { id, now })]);
    log.info({ org: id }, 'an organisation was deleted, as an owner had asked');
  }
}
