import { directed } from './direction';
import type { Family } from './fonts';

/** Stands where no font has the sign; `?` should the main one lack even this. */
const MISSING = '□';
const BREAK = '\u200b';

// Marks that draw nothing by themselves: joiners, direction overrides, variation selectors, tags.
const INVISIBLE = /[\p{Cf}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/gu;
const INVISIBLE_ONE = new RegExp(INVISIBLE.source, 'u');
// All of them but the joiners with which Persian words and emoji of several signs are written.
const IDLE = /(?![\u200c\u200d])[\p{Cf}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]|^[\u200c\u200d]+|\u200d+$/gu;
const UNPRINTABLE = /[\p{Co}\p{Cn}\ufffd]/u;
const PLAIN = /^[ -~]*$/;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Makes any text fit to be set in the fonts of the product. One sign without a glyph stops the whole document (PDF/UA-1 forbids it), so
 * each is replaced by a visible mark and remembered in `replaced`. What is written from right to left is marked as such.
 */
export class Glyphs {
  readonly replaced = new Set<string>();
  private readonly used = new Set<Family>();
  private readonly main: Family;
  private readonly mark: string;

  constructor(private readonly families: readonly [Family, ...Family[]]) {
    [this.main] = families;
    this.mark = this.main.draws(0x25a1) ? MISSING : '?';
  }

  /** The names of the families that the texts so far need, in the order in which the typesetter is to ask them. */
  get fonts(): string[] {
    return this.families
      .filter((family) => family === this.main || this.used.has(family))
      .map(({ name }) => name);
  }

  /** One line of drawable text: spaces for control characters and line ends, a mark for what has no glyph. */
  printable(text: string): string {
    if (PLAIN.test(text)) return text;
    if (!text.isWellFormed()) this.replaced.add('\ufffd');
    const line = text
      .toWellFormed()
      .normalize('NFC')
      .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
    if (draws(this.main, line)) return line;
    let out = '';
    for (const { segment } of graphemes.segment(line)) out += this.grapheme(segment);
    return directed(out);
  }

  /** All of a grapheme is drawn by one family, as the typesetter asks the next one for all of it too. */
  private grapheme(segment: string): string {
    if (segment === BREAK) return segment;
    const visible = segment.replaceAll(INVISIBLE, '');
    if (draws(this.main, visible)) return visible;
    const family = this.families.find((each) => draws(each, visible));
    if (family !== undefined) {
      this.used.add(family);
      return segment.replaceAll(IDLE, '');
    }
    this.replaced.add(segment);
    return this.mark;
  }
}

function draws(family: Family, text: string): boolean {
  for (const sign of text) {
    if (sign === BREAK) continue;
    if (INVISIBLE_ONE.test(sign) || UNPRINTABLE.test(sign) || !family.draws(sign.codePointAt(0) ?? 0))
      return false;
  }
  return true;
}

/**
 * Long runs without a space (addresses, pasted keys) get places where a line may break. For people's text only; what is written without
 * spaces between words breaks by rules of its own.
 */
export function breakable(text: string): string {
  return text.replaceAll(
    /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{24,}/gu,
    (run) => run.replaceAll(/[/._=&?,;:@-]+(?=\S)|\S{12}(?<!\u200d)(?=[^\s\p{M}\p{Cf}])/gu, `$&${BREAK}`),
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
