import type { Inline, RichText } from '@/lib/domain/rich-text';
import { breakable } from './glyphs';

/** A person's text as rich-text.typ sets it: every text is data there, and never markup. */
export function richTextView(text: RichText): RichText {
  return text.map((block) =>
    block.kind === 'paragraph'
      ? { ...block, of: block.of.map(inlineView) }
      : { ...block, items: block.items.map((item) => item.map(inlineView)) },
  );
}

function inlineView(inline: Inline): Inline {
  return 'of' in inline
    ? { ...inline, of: inline.of.map(inlineView) }
    : { ...inline, text: breakable(inline.text) };
}
