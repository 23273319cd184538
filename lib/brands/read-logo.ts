import 'server-only';
import { isUtf8 } from 'node:buffer';
import sharp from 'sharp';
import type { Logo } from '../domain/schema/brand';
import { done, failed, type Result } from '../errors';
import { readSvg } from './read-svg';

/** What a logo may be; said beside the field. */
export const LOGO_LIMITS = { bytes: 2_000_000, svgBytes: 200_000, side: 4_000, pixels: 8_000_000 } as const;

/** At 70 mm this is 580 dots an inch: more is not seen on paper. */
const KEPT_SIDE = 1_600;

/** Longer than this a logo of 70 mm is a line. */
const LONGEST = 20;

export type ReadLogo = { logo: Logo; removed: string[] };

/**
 * Reads a logo by what it holds, never by its name, and makes it anew: pixels are decoded and encoded again, a drawing is written from
 * an allow-list, so that nothing else that the file carried is kept.
 */
export async function readLogo(bytes: Uint8Array): Promise<Result<ReadLogo>> {
  if (bytes.length === 0) return failed('invalid', 'The file is empty.');
  if (bytes.length > LOGO_LIMITS.bytes) return tooLarge(bytes.length);
  const kind = kindOf(bytes);
  if (kind === null) return failed('invalid', notAPicture(bytes));
  const read = kind === 'svg' ? readDrawing(bytes) : await readPixels(bytes, kind);
  if (!read.ok) return read;
  const { width, height } = read.value.logo;
  return Math.max(width / height, height / width) > LONGEST
    ? failed('invalid', `The picture is more than ${LONGEST} times as long as it is wide.`)
    : read;
}

/** The sentence for a file that is too large, whoever notices first. */
export const tooLarge = (bytes: number) =>
  failed(
    'invalid',
    `The file has ${megabytes(bytes)}; a logo may have ${megabytes(LOGO_LIMITS.bytes)}, or ${LOGO_LIMITS.svgBytes / 1000} kB as SVG.`,
  );

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 100_000) / 10} MB`;

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

function kindOf(bytes: Uint8Array): Logo['kind'] | null {
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  return /^\ufeff?\s*<(\?xml|!doctype|!--|svg|\w+:svg)/i.test(headOf(bytes)) ? 'svg' : null;
}

const headOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, 400));

const OTHERS: [start: RegExp, name: string][] = [
  [/^GIF8/, 'a GIF'],
  [/^RIFF.{4}WEBP/s, 'a WebP'],
  [/^.{4}ftyp(avif|heic|mif1)/s, 'an AVIF or HEIC'],
  [/^%PDF/, 'a PDF'],
  [/^%!PS/, 'an EPS'],
  [/^BM/, 'a BMP'],
  [/^(II\*|MM\0\*)/, 'a TIFF'],
  [/^PK/, 'a ZIP or an Office file'],
];

function notAPicture(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const other = OTHERS.find(([start]) => start.test(head))?.[1];
  return `A logo is a PNG, a JPEG or an SVG${other === undefined ? '; this file is none of them' : `, and this is ${other}`}.`;
}

function readDrawing(bytes: Uint8Array): Result<ReadLogo> {
  if (bytes.length > LOGO_LIMITS.svgBytes)
    return failed(
      'invalid',
      `The SVG has ${Math.ceil(bytes.length / 1000)} kB; as SVG a logo may have ${LOGO_LIMITS.svgBytes / 1000} kB.`,
    );
  return isUtf8(bytes)
    ? readSvg(new TextDecoder().decode(bytes))
    : failed('invalid', 'The SVG is not in UTF-8.');
}

async function readPixels(bytes: Uint8Array, kind: 'png' | 'jpeg'): Promise<Result<ReadLogo>> {
  const name = kind === 'png' ? 'PNG' : 'JPEG';
  const broken = failed('invalid', `The ${name} is broken or not complete.`);
  const options = { limitInputPixels: LOGO_LIMITS.pixels, failOn: 'error' as const };
  // Reads the header and decodes nothing.
  const head = await sharp(bytes, { ...options, limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (head === null || head.format !== kind) return broken;
  const { width, height } = head;
  if (width > LOGO_LIMITS.side || height > LOGO_LIMITS.side || width * height > LOGO_LIMITS.pixels)
    return failed(
      'invalid',
      `The ${name} has ${width.toLocaleString('en')} by ${height.toLocaleString('en')} pixels; it may have ${LOGO_LIMITS.side.toLocaleString('en')} a side and ${LOGO_LIMITS.pixels / 1e6} million in all.`,
    );
  const picture = sharp(bytes, options)
    .autoOrient()
    .resize({ width: KEPT_SIDE, height: KEPT_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
  const kept = await (kind === 'png' ? picture.png({ compressionLevel: 9 }) : picture.jpeg({ quality: 90 }))
    .toBuffer({ resolveWithObject: true })
    .catch(() => null);
  if (kept === null) return broken;
  const { data, info } = kept;
  return done({
    logo: { kind, data: data.toString('base64'), width: info.width, height: info.height },
    removed: [],
  });
}
