import { Lexer, Tokenizer, type Token, type Tokens } from 'marked';

/** Text of a person with a little structure: what a finding or a phrase needs, and what screen, PDF and Word can all show. */
export type RichText = Block[];

export type Block =
  { kind: 'paragraph'; of: Inline[] } | { kind: 'list'; ordered: boolean; start: number; items: Inline[][] };

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong'; of: Inline[] }
  | { kind: 'emphasis'; of: Inline[] }
  | { kind: 'link'; href: string; of: Inline[] };

/**
 * Reads a subset of Markdown: paragraphs, lists of one level, **strong**, *emphasis*, `code` and links to https addresses. Everything
 * else is text as it was typed, HTML too; no input fails, and no word is lost.
 */
export function parseRichText(text: string): RichText {
  return blocksOf(new Lexer({ gfm: false, tokenizer: new Subset() }).lex(text));
}

const never = (): undefined => undefined;

/** Deeper lists are text: marked reads each within the one before, and a thousand of them would be too many for it. */
const DEEPEST_LIST = 8;

/** The rules of CommonMark that are left: what is no list is a paragraph, and what is no mark is text. */
class Subset extends Tokenizer {
  private depth = 0;

  override list(source: string): Tokens.List | undefined {
    if (this.depth === DEEPEST_LIST) return undefined;
    this.depth += 1;
    const list = super.list(source);
    this.depth -= 1;
    return list;
  }

  override code = never;
  override fences = never;
  override heading = never;
  override lheading = never;
  override hr = never;
  override blockquote = never;
  override html = never;
  override def = never;
  override table = never;
  override tag = never;
  override reflink = never;
  override autolink = never;
  override url = never;
  override br = never;
  override del = never;
}

function blocksOf(tokens: readonly Token[]): Block[] {
  return tokens.flatMap((token): Block[] => {
    if (token.type === 'space') return [];
    if (token.type === 'list') return [listOf(token as Tokens.List)];
    const of = inlinesOf(partsOf(token), token.raw);
    return of.length === 0 ? [] : [{ kind: 'paragraph', of }];
  });
}

function listOf({ ordered, start, items }: Tokens.List): Block {
  return { kind: 'list', ordered, start: start === '' ? 1 : start, items: items.flatMap(itemsOf) };
}

/** A list within an item goes on at the same level, after it. */
function itemsOf({ tokens }: Tokens.ListItem): Inline[][] {
  const own: Inline[] = [];
  const below: Inline[][] = [];
  for (const token of tokens) {
    if (token.type === 'list') below.push(...(token as Tokens.List).items.flatMap(itemsOf));
    else if (token.type !== 'space') {
      if (own.length > 0) own.push({ kind: 'text', text: ' ' });
      own.push(...inlinesOf(partsOf(token), token.raw));
    }
  }
  return [own, ...below];
}

const partsOf = (token: Token): Token[] => ('tokens' in token ? (token.tokens ?? []) : []);

/** What is between the marks; a token that has no parts is its own text. */
function inlinesOf(tokens: readonly Token[], raw: string): Inline[] {
  const inlines = tokens.length === 0 ? [textOf(raw)] : tokens.map(inlineOf);
  return joined(inlines).filter((inline) => inline.kind !== 'text' || inline.text !== '');
}

function inlineOf(token: Token): Inline {
  const within = () => inlinesOf(partsOf(token), token.raw);
  switch (token.type) {
    case 'strong':
      return { kind: 'strong', of: within() };
    case 'em':
      return { kind: 'emphasis', of: within() };
    case 'codespan':
      return { kind: 'code', text: oneLine((token as Tokens.Codespan).text) };
    case 'escape':
      return { kind: 'text', text: (token as Tokens.Escape).text };
    case 'link': {
      const { href, title, raw } = token as Tokens.Link;
      const address = secureAddress(href);
      return address === null || (title ?? '') !== ''
        ? textOf(raw)
        : { kind: 'link', href: address, of: within() };
    }
    default:
      return textOf(token.raw);
  }
}

const textOf = (raw: string): Inline => ({ kind: 'text', text: oneLine(raw) });

/** A line end within a paragraph is a space. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

function joined(inlines: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const inline of inlines) {
    const last = out.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text')
      out[out.length - 1] = { kind: 'text', text: last.text + inline.text };
    else out.push(inline);
  }
  return out;
}

/** The address in its normal form if it is one of https; `javascript:`, `data:`, `file:` and what stands on the same site are none. */
function secureAddress(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}
