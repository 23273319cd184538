import { logoPng } from '@/lib/brands/logo-png';
import { logoSize, type Brand, type DocumentBrand } from '@/lib/domain/brand';

/** A logo as an office file takes it: the drawing itself where it is one, and pixels for readers that know none. */
export type LogoPicture = {
  alt: string;
  svg: string | null;
  png: Uint8Array;
  /** As it is shown, in millimetres. */
  width: number;
  height: number;
};

/** The head of cover and title slide, as `mastheadView` has it for the PDF; the mark of Rungs where both on the left are nothing. */
export type Masthead = { left: LogoPicture | null; name: string | null; right: LogoPicture | null };

export async function mastheadOf({ firm, client }: DocumentBrand): Promise<Masthead> {
  const [first, second] = firm === null ? [client, null] : [firm, client];
  const [left, right] = await Promise.all([logoPicture(first), logoPicture(second)]);
  return { left, name: firm?.name ?? null, right };
}

const PIXELS_A_MILLIMETRE = 96 / 25.4;
/** Sharp on paper and on screens with small pixels. */
const ZOOM = 3;

async function logoPicture(brand: Brand | null): Promise<LogoPicture | null> {
  if (brand === null || brand.logo === null) return null;
  const { logo, name } = brand;
  const size = logoSize(logo);
  const pixels = Math.max(1, Math.round(size.width * PIXELS_A_MILLIMETRE * ZOOM));
  return {
    ...{ alt: `Logo of ${name}`, svg: logo.kind === 'svg' ? logo.data : null },
    ...{ png: await logoPng(logo, pixels), ...size },
  };
}
