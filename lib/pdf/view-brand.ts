import { logoSize, logoSvg, readableAccent, type Brand, type DocumentBrand } from '@/lib/domain/brand';
import type { Logo } from '@/lib/domain/schema/brand';
import { breakable } from './glyphs';

/** Millimetres, as they stand on the page. */
export type LogoView = { svg: string; alt: string; width: number; height: number };

/** The head of the cover; the mark of Rungs where both on the left are nothing. */
export type MastheadView = { left: LogoView | null; name: string | null; right: LogoView | null };

export function mastheadView(brand: DocumentBrand): MastheadView {
  const { firm, client } = brand;
  if (firm !== null) return { left: logoOf(firm), name: breakable(firm.name), right: logoOf(client) };
  return { left: logoOf(client), name: null, right: null };
}

const logoOf = (brand: Brand | null): LogoView | null =>
  brand === null || brand.logo === null ? null : logoView(brand.logo, brand.name);

export const logoView = (logo: Logo, name: string): LogoView => ({
  svg: logoSvg(logo),
  alt: `Logo of ${name}`,
  ...logoSize(logo),
});

/** The firm's colour, or the client's, as words can be read in it; none where neither chose one. */
export function accentOf(brand: DocumentBrand): string | null {
  const chosen = brand.firm?.accent ?? brand.client?.accent ?? null;
  return chosen === null ? null : readableAccent(chosen).colour;
}

/** The line at the foot of each page: what the firm or the client chose, or ours with these names. */
export const footLineOf = (brand: DocumentBrand, names: string): string =>
  breakable(brand.firm?.confidentiality ?? brand.client?.confidentiality ?? `Confidential · ${names}`);

/** The logo at the head of a document without a cover, half as large as on one. */
export function headLogoOf(brand: DocumentBrand): LogoView | null {
  const { left } = mastheadView(brand);
  return left === null ? null : { ...left, width: left.width / 2, height: left.height / 2 };
}
