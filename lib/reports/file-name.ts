import { hyphenated } from '../domain/hyphenated';

/**
 * The header that names a download: an ASCII name for every program, and the real one for those that can read it (RFC 6266).
 */
export function downloadAs(parts: readonly string[], extension: string): string {
  const ascii = `${hyphenated(parts.join(' ')).slice(0, 80).replace(/-+$/, '') || 'rungs'}.${extension}`;
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded(fileName(parts, extension))}`;
}

/** `Harbour Bank - MLOps maturity - 2026-10-01.pdf`: what no file system takes becomes a hyphen. */
export function fileName(parts: readonly string[], extension: string): string {
  const name = parts
    .map((part) => part.toWellFormed().replaceAll(FORBIDDEN, '-').replaceAll(/\s+/gu, ' ').trim())
    .filter((part) => part !== '')
    .join(' - ');
  return `${cutTo(name, 120)}.${extension}`;
}

// Control and direction marks as well: a name must not look like another one.
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"*/:<>?\\|]+/gu;

const cutTo = (text: string, most: number): string => Array.from(text).slice(0, most).join('').trim();

const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
