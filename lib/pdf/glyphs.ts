/** Stands where the font has no sign; `?` should a font lack even this. */
const MISSING = '□';
const BREAK = '\u200b';

// Marks that draw nothing by themselves: joiners, direction overrides, variation selectors, tags.
const INVISIBLE = /[\p{Cf}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/gu;
const UNPRINTABLE = /[\p{Co}\p{Cn}]/u;
const PLAIN = /^[ -~]*$/;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Makes any text fit to be set in the report's font. One sign without a glyph stops the whole document (PDF/UA-1 forbids it), so each is
 * replaced by a visible mark and remembered in `replaced`.
 */
export class Glyphs {
  readonly replaced = new Set<string>();
  private readonly mark: string;

  constructor(private readonly covered: ReadonlySet<number>) {
    this.mark = covered.has(0x25a1) ? MISSING : '?';
  }

  /** One line of drawable text: spaces for control characters and line ends, a mark for what has no glyph. */
  printable(text: string): string {
    if (PLAIN.test(text)) return text;
    if (!text.isWellFormed()) this.replaced.add('\ufffd');
    const line = text
      .toWellFormed()
      .normalize('NFC')
      .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
    if (this.draws(line)) return line;
    let out = '';
    for (const { segment } of graphemes.segment(line)) out += this.grapheme(segment);
    return out;
  }

  private grapheme(segment: string): string {
    if (segment === BREAK) return segment;
    const visible = segment.replaceAll(INVISIBLE, '');
    if (this.draws(visible)) return visible;
    this.replaced.add(segment);
    return this.mark;
  }

  private draws(text: string): boolean {
    for (const sign of text) {
      if (sign === BREAK) continue;
      if (!this.covered.has(sign.codePointAt(0) ?? 0) || INVISIBLE_ONE.test(sign) || UNPRINTABLE.test(sign)) {
        return false;
      }
    }
    return true;
  }
}

const INVISIBLE_ONE = new RegExp(INVISIBLE.source, 'u');

/** Long runs without a space (addresses, pasted keys) get places where a line may break. For people's text only. */
export function breakable(text: string): string {
  return text.replaceAll(/\S{24,}/gu, (run) =>
    run.replaceAll(/[/._=&?,;:@-]+(?=\S)|\S{12}(?=\S)/gu, `$&${BREAK}`),
  );
}

/** At most `most` characters, with … where something was left out. */
export function cut(text: string, most: number): string {
  const signs = [...graphemes.segment(text.slice(0, most * 8))].map(({ segment }) => segment);
  return signs.length <= most && text.length <= most * 8
    ? text
    : `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** The address in its normal form if it is a web address, otherwise `null`: a PDF may run `javascript:` and open `file:`. */
export function webAddress(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
