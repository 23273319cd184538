import 'server-only';
import { upsertBrand, type BrandRow } from '@/db/brands';
import { commit, exactlyOne } from '@/db/commit';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { done, failed, Stale, unlessStale, type Result } from '../errors';

/** Writes the brand over the version that was seen, with its line in the audit log. */
export async function writeBrand(
  ctx: ActorContext,
  brand: Pick<BrandRow, 'name' | 'accent' | 'confidentiality' | 'logo'>,
  seen: number,
  { action, ...detail }: { action: 'save' | 'logo' | 'remove-logo' } & Record<string, unknown>,
): Promise<Result<null>> {
  const { actor, now } = ctx;
  const row = { orgId: actor.orgId, ...brand, updatedAt: now, updatedBy: actor.userId };
  const saved = await unlessStale(
    commit(ctx.db, (tx) => [
      exactlyOne(upsertBrand(tx, row, seen), () => new Stale()),
      audited(ctx, tx, `brand.${action}`, actor.orgId, detail),
    ]),
  );
  return saved
    ? done(null)
    : failed('conflict', 'Somebody changed the brand meanwhile. Reload to see how it is now.');
}
