import type { Cell as Square, SummaryView } from '@/lib/pdf/view-summary';
import type { Inline, RichText } from '@/lib/domain/rich-text';
import type { TrackView } from '@/lib/pdf/view-track';

/** What a chapter says, before any format sets it: Word and Markdown print the same blocks. Texts are plain; each format escapes them. */

export type Target = { anchor: string } | { href: string };

/** A piece of a line. `square` is a rung or a mark on its tint. */
export type Run = {
  text: string;
  as?: 'strong' | 'quiet' | 'emphasis' | 'code';
  to?: Target | null;
  square?: Square['tone'];
};

export type Line = Run[];

export type Column = {
  head: string;
  /** Its share of the width, as a weight. */
  width: number;
  align?: 'right' | 'center';
};

/** Each cell has its lines; `group` is a heading across the whole table. */
export type Row = { cells: Line[][] } | { group: string };

export type Picture = { svg: string; alt: string; width: number; height: number };

export type Block =
  | { kind: 'heading'; level: 2 | 3; text: string; anchor?: string | null }
  /** `quote` is somebody's own words; `label` is a small heading over what follows. */
  | { kind: 'text'; line: Line; as?: 'lead' | 'note' | 'label' | 'quote' }
  | { kind: 'list'; items: Line[]; ordered: boolean }
  | { kind: 'table'; title: string; columns: Column[]; rows: Row[] }
  | { kind: 'facts'; title: string; facts: { name: string; lines: string[] }[] }
  | { kind: 'tracks'; tracks: TrackView[] }
  | { kind: 'strip'; strip: SummaryView['strip'] }
  | { kind: 'picture'; picture: Picture };

export const plain = (text: string): Line => [{ text }];
export const strong = (text: string, to: Target | null = null): Run => ({ text, as: 'strong', to });
export const quiet = (text: string): Run => ({ text, as: 'quiet' });

export const heading = (text: string, level: 2 | 3 = 2, anchor: string | null = null): Block => ({
  ...{ kind: 'heading', level, text, anchor },
});

/** A paragraph; nothing where there is nothing to say. */
export function paragraph(text: string | null | Line, as?: 'lead' | 'note' | 'label' | 'quote'): Block[] {
  if (text === null || text.length === 0) return [];
  const line = typeof text === 'string' ? plain(text) : text;
  return [{ kind: 'text', line, ...(as && { as }) }];
}

export const bullets = (items: Line[], ordered = false): Block[] =>
  items.length === 0 ? [] : [{ kind: 'list', items, ordered }];

/** A table; nothing where it has no row. `title` says what it holds to those who do not see it. */
export const table = (title: string, columns: Column[], rows: Row[]): Block[] =>
  rows.length === 0 ? [] : [{ kind: 'table', title, columns, rows }];

export const col = (head: string, width: number, align?: 'right' | 'center'): Column => ({
  ...{ head, width },
  ...(align && { align }),
});

/** A row of cells of one line each. */
export const row = (...cells: (string | Line | Line[])[]): Row => ({ cells: cells.map(linesOf) });

function linesOf(cell: string | Line | Line[]): Line[] {
  if (typeof cell === 'string') return cell === '' ? [] : [plain(cell)];
  return isLine(cell) ? [cell] : cell;
}

const isLine = (cell: Line | Line[]): cell is Line => cell.length > 0 && !Array.isArray(cell[0]);

/** A person's text with its lists and emphasis. */
export const richBlocks = (text: RichText, as?: 'lead' | 'quote'): Block[] =>
  text.flatMap((block) =>
    block.kind === 'paragraph'
      ? paragraph(inlineRuns(block.of), as)
      : bullets(
          block.items.map((item) => inlineRuns(item)),
          block.ordered,
        ),
  );

/** The same without either, for places that have no room for them. */
export const plainText = (text: RichText): string[] =>
  text.flatMap((block) => (block.kind === 'paragraph' ? [block.of] : block.items)).map(wordsOf);

const wordsOf = (inline: readonly Inline[]): string =>
  inlineRuns(inline)
    .map(({ text }) => text)
    .join('');

/** Of marks within marks the innermost is kept, and the address of a link. */
function inlineRuns(inline: readonly Inline[], around: Partial<Run> = {}): Run[] {
  return inline.flatMap((part): Run[] => {
    if (part.kind === 'text') return [{ ...around, text: part.text }];
    if (part.kind === 'code') return [{ ...around, text: part.text, as: 'code' }];
    if (part.kind === 'link') return inlineRuns(part.of, { ...around, to: { href: part.href } });
    return inlineRuns(part.of, { ...around, as: part.kind });
  });
}
