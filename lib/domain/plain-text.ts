/** What the schema of a person's text refuses, for the browser, which has no zod: said while somebody types, before anything is sent. */

/** Everything below space but tab, line feed and carriage return; PostgreSQL refuses NUL, PDF and XML refuse the rest. */
// oxlint-disable-next-line no-control-regex
export const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Why this text cannot be stored, in words for the person, or `null`. */
export function textProblem(text: string, max: number): string | null {
  // Whole characters, as zod counts: an emoji is one, though it takes two units of UTF-16.
  const over = Array.from(text.trim()).length - max;
  if (over > 0)
    return `${over.toLocaleString('en')} too many: at most ${max.toLocaleString('en')} characters are stored`;
  return withoutControls(text) === text ? null : 'Contains characters that cannot be seen or stored';
}

/** The same text without control characters and halves of characters; nothing visible is lost. */
export const withoutControls = (text: string): string =>
  text.replaceAll(CONTROL, '').replaceAll(/\p{Surrogate}/gu, '');

/** Why this is no address that evidence may carry, or `null`; a scheme that does something else than open a page is named. */
export function addressProblem(text: string): string | null {
  if (isWebAddress(text)) return null;
  const scheme = /^\s*([a-z][a-z0-9+-]*):(?!\d)/i.exec(text)?.[1]?.toLowerCase();
  const named = scheme === undefined || /^https?$/.test(scheme) ? '' : `; ${scheme}: is not taken`;
  return `expected an http:// or https:// address${named}`;
}

/** Whether this is an address that evidence may carry. */
export function isWebAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}
