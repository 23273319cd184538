import 'server-only';
import sharp from 'sharp';
import type { Logo } from '../domain/schema/brand';

/** The logo as a PNG of this width, for documents that take no SVG: librsvg draws what is SVG at that size, so that it stays sharp. */
export async function logoPng(logo: Logo, widthPx: number): Promise<Uint8Array> {
  const drawing = logo.kind === 'svg';
  const picture = drawing
    ? sharp(Buffer.from(logo.data), { density: Math.min(10_000, Math.max(1, (72 * widthPx) / logo.width)) })
    : sharp(Buffer.from(logo.data, 'base64'));
  const png = await picture.resize({ width: widthPx }).png({ compressionLevel: 9 }).toBuffer();
  return new Uint8Array(png);
}
