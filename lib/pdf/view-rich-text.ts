import type { Inline, RichText } from '@/lib/domain/rich-text';
import { breakable } from './glyphs';

/** A person's text as rich-text.typ sets it: every text is data there, and never markup. */
export type RichTextView = (
  | { kind: 'paragraph'; of: InlineView[] }
  | { kind: 'list'; ordered: boolean; start: number; items: InlineView[][] }
)[];

export type InlineView =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong'; of: InlineView[] }
  | { kind: 'emphasis'; of: InlineView[] }
  | { kind: 'link'; href: string; of: InlineView[] };

export function richTextView(text: RichText): RichTextView {
  return text.map((block) =>
    block.kind === 'paragraph'
      ? { ...block, of: block.of.map(inlineView) }
      : { ...block, items: block.items.map((item) => item.map(inlineView)) },
  );
}

function inlineView(inline: Inline): InlineView {
  return 'of' in inline
    ? { ...inline, of: inline.of.map(inlineView) }
    : { ...inline, text: breakable(inline.text) };
}
