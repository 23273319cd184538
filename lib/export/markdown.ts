import { isLink } from './clean-text';
import type { Part } from './item-parts';

/** Texts as Markdown (CommonMark with GitHub's tables) in which they are texts and nothing else. */

/** One line of text. A backslash makes a sign a sign; a mention is cut by a space of no width, as no backslash stops it. */
export function md(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (isLink(line)) return `<${line}>`;
  return line
    .replaceAll(/[\\`*_[\]<>|~&$!]/g, String.raw`\$&`)
    .replace(/^([#+\-=])/, String.raw`\$1`)
    .replace(/^(\d+)([.)])(?=\s|$)/, String.raw`$1\$2`)
    .replaceAll(/(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}])/gu, '@\u200b');
}

/** Several lines of text: paragraphs. */
const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map(md)
    .filter((line) => line !== '')
    .join('\n\n');

/** Parts of a description, each under its heading. */
export const markdownOf = (parts: readonly Part[]): string =>
  parts
    .map((part) =>
      'text' in part
        ? `**${md(part.heading)}**\n\n${paragraphs(part.text)}`
        : `**${md(part.heading)}**\n\n${part.points.map((point) => `- ${md(point)}`).join('\n')}`,
    )
    .join('\n\n');

/** A table, or nothing where there is no row. */
export function mdTable(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => md(String(cell)) || '–').join(' | ')} |`;
  return [line(heads), `|${heads.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}
