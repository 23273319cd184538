import 'server-only';
import * as z from 'zod';
import { brandOfOrg } from '@/db/brands';
import type { ActorContext } from '../context';
import { done, failed, type Result } from '../errors';
import { setLogoOnPage } from '../pdf/render';
import { TypesettingFailed } from '../pdf/typesetter';
import { brandFrom } from './brand-of';
import { LOGO_LIMITS, readLogo, tooLarge } from './read-logo';
import { writeBrand } from './write-brand';

export const saveLogoInput = z.object({
  org: z.string(),
  file: z.instanceof(File, { error: 'choose a file' }),
});

export type SavedLogo = { name: string; removed: string[] };

/** Takes a logo in place of the one before. It is set on a page first, so that no logo can stop a report later. */
export async function saveLogo(
  ctx: ActorContext,
  { file }: Pick<z.output<typeof saveLogoInput>, 'file'>,
): Promise<Result<SavedLogo>> {
  const refused = (message: string) => failed('invalid', message, { fields: { file: message } });
  if (file.size > LOGO_LIMITS.bytes) return refused(tooLarge(file.size).message);
  if (file.size === 0) return refused('Choose a file with a logo first.');
  const read = await readLogo(new Uint8Array(await file.arrayBuffer()));
  if (!read.ok) return refused(read.message);
  const { logo, removed } = read.value;
  try {
    await setLogoOnPage(logo);
  } catch (error) {
    if (!(error instanceof TypesettingFailed)) throw error;
    return refused('The picture cannot be set on a page. Save it in another way, or take a PNG.');
  }
  const seen = await brandOfOrg(ctx.db, ctx.actor.orgId);
  const { version } = brandFrom(seen, '');
  const brand = {
    name: seen?.name ?? null,
    accent: seen?.accent ?? null,
    confidentiality: seen?.confidentiality ?? null,
    logo,
  };
  const { kind, width, height } = logo;
  const saved = await writeBrand(ctx, brand, version, { action: 'logo', kind, width, height, removed });
  return saved.ok ? done({ name: file.name, removed }) : saved;
}
