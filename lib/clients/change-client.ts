import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { deleteEngagement, engagementById, updateEngagement } from '@/db/engagements';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { clientFields, DAYS_FAULT, daysInOrder, noted } from './client-fields';

export const changeClientInput = clientFields
  .extend({ id: z.string(), version: z.coerce.number().int() })
  .refine(daysInOrder, DAYS_FAULT);

export const removeClientInput = z.object({ org: z.string(), id: z.string() });

const gone = () => failed('not-found', 'There is no such client on the list.');

/** Changes what the firm notes of a client. */
export async function changeClient(
  ctx: ActorContext,
  { id, version, ...input }: Omit<z.output<typeof changeClientInput>, 'org'>,
): Promise<Result<null>> {
  if ((await engagementById(ctx.db, ctx.actor.orgId, id)) === undefined) return gone();
  const seen = { orgId: ctx.actor.orgId, id, version };
  const saved = await unlessStale(
    commit(ctx.db, (tx) => [
      exactlyOne(updateEngagement(tx, seen, noted(input)), () => new Stale()),
      audited(ctx, tx, 'client.change', id),
    ]),
  );
  return saved ? done(null) : failed('conflict', 'Somebody changed this client meanwhile. Reload to see it.');
}

/** Takes a client off the list. Its organisation stays, and so does who works in it. */
export async function removeClient(ctx: ActorContext, { id }: { id: string }): Promise<Result<null>> {
  const row = await engagementById(ctx.db, ctx.actor.orgId, id);
  if (row === undefined) return gone();
  const saved = await unlessStale(
    commit(ctx.db, (tx) => [
      exactlyOne(deleteEngagement(tx, row), () => new Stale()),
      audited(ctx, tx, 'client.remove', id),
    ]),
  );
  return saved ? done(null) : gone();
}
