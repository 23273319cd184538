import 'server-only';
import * as z from 'zod';
import { brandOfOrg } from '@/db/brands';
import type { ActorContext } from '../context';
import { done, type Result } from '../errors';
import { writeBrand } from './write-brand';

export const removeLogoInput = z.object({ org: z.string() });

/** Takes the logo away; documents then carry the name alone. */
export async function removeLogo(ctx: ActorContext): Promise<Result<null>> {
  const seen = await brandOfOrg(ctx.db, ctx.actor.orgId);
  if (seen === undefined || seen.logo === null) return done(null);
  return writeBrand(ctx, { ...seen, logo: null }, seen.version, { action: 'remove-logo' });
}
