import 'server-only';
import * as z from 'zod';
import { brandOfOrg } from '@/db/brands';
import type { ActorContext } from '../context';
import { accentField, brandName, confidentialityLine } from '../domain/schema/brand';
import type { Result } from '../errors';
import { writeBrand } from './write-brand';

export const saveBrandInput = z.object({
  org: z.string(),
  name: brandName,
  accent: accentField,
  confidentiality: confidentialityLine,
  /** That the person saw, 0 where there was no brand. */
  version: z.coerce.number().int().min(0),
});

type Wanted = Pick<z.output<typeof saveBrandInput>, 'name' | 'accent' | 'confidentiality' | 'version'>;

/** Changes name, colour and confidentiality line; the logo stays. Two who do so at once: the second is told. */
export async function saveBrand(ctx: ActorContext, { version, ...chosen }: Wanted): Promise<Result<null>> {
  const seen = await brandOfOrg(ctx.db, ctx.actor.orgId);
  return writeBrand(ctx, { ...chosen, logo: seen?.logo ?? null }, version, { action: 'save', ...chosen });
}
