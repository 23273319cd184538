import { isLink } from './clean-text';
import type { Part } from './item-parts';

/** Parts of a description as HTML on one line. */
export const htmlOf = (parts: readonly Part[]): string =>
  parts
    .map((part) =>
      'text' in part
        ? `<p><b>${escaped(part.heading)}</b><br>${textOf(part.text)}</p>`
        : `<p><b>${escaped(part.heading)}</b></p><ul>${part.points.map((point) => `<li>${textOf(point)}</li>`).join('')}</ul>`,
    )
    .join('');

const textOf = (text: string): string =>
  isLink(text) ? `<a href="${escaped(text)}">${escaped(text)}</a>` : escaped(text).replaceAll('\n', '<br>');

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');
