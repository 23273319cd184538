import 'server-only';
import { brandOfOrg } from '@/db/brands';
import type { ActorContext } from '../context';
import type { Brand } from '../domain/brand';
import { firmsOf, type Firm } from '../orgs/firms-of';
import { brandFrom, brandOf, withoutVersion } from './brand-of';

export type FirmBrand = Firm & { brand: Brand };

export type Brands = { own: Brand; firms: FirmBrand[] };

/**
 * The brands that a document of this organisation may carry: its own, and those of the firms in whose name the person works, where such a
 * firm chose one. Of a firm nothing else is read.
 */
export async function brandsFor(ctx: ActorContext & { org: { name: string } }): Promise<Brands> {
  const [own, firms] = await Promise.all([brandOf(ctx, ctx.org.name), firmsOf(ctx)]);
  const theirs = await Promise.all(
    firms.map(async (firm) => {
      const row = await brandOfOrg(ctx.db, firm.orgId);
      return row === undefined ? [] : [{ ...firm, brand: withoutVersion(brandFrom(row, firm.name)) }];
    }),
  );
  return { own: withoutVersion(own), firms: theirs.flat() };
}
