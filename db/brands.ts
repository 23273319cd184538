import { eq } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { brand } from './schema/reports';

export type BrandRow = typeof brand.$inferSelect;

export async function brandOfOrg(db: Db, orgId: string): Promise<BrandRow | undefined> {
  const rows = await db.select().from(brand).where(eq(brand.orgId, orgId));
  return rows[0];
}

/** Writes the brand over the version that was seen, 0 for none; misses where it is another by now. */
export function upsertBrand(tx: Tx, row: Omit<BrandRow, 'version'>, seen: number) {
  const { orgId: _, ...changes } = row;
  return guarded(
    tx
      .insert(brand)
      .values({ ...row, version: seen + 1 })
      .onConflictDoUpdate({
        target: brand.orgId,
        set: { ...changes, version: seen + 1 },
        setWhere: eq(brand.version, seen),
      })
      .returning({ orgId: brand.orgId }),
  );
}
