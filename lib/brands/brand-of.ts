import 'server-only';
import { brandOfOrg, type BrandRow } from '@/db/brands';
import type { ActorContext } from '../context';
import type { Brand } from '../domain/brand';

/** An organisation's brand, with the version to change it by: 0 while nothing was chosen. */
export type OwnBrand = Brand & { version: number };

/** The brand of an organisation; one that chose nothing has its name alone. */
export async function brandOf(
  { db, actor }: Pick<ActorContext, 'db' | 'actor'>,
  organisation: string,
): Promise<OwnBrand> {
  return brandFrom(await brandOfOrg(db, actor.orgId), organisation);
}

/** What is stored, with the organisation's name where none was given. */
export function brandFrom(row: BrandRow | undefined, organisation: string): OwnBrand {
  return {
    name: row?.name ?? organisation,
    accent: row?.accent ?? null,
    confidentiality: row?.confidentiality ?? null,
    logo: row?.logo ?? null,
    version: row?.version ?? 0,
  };
}

/** What a document carries of a brand. */
export const withoutVersion = ({ name, accent, confidentiality, logo }: Brand): Brand => ({
  ...{ name, accent, confidentiality, logo },
});
