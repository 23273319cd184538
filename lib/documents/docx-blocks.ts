import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  Paragraph,
  ShadingType,
  TextRun,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import { webAddress } from '@/lib/pdf/glyphs';
import type { Block, Line, Picture, Run } from './blocks';
import { EDGE, HAIR, SOFT, TONES } from './colours';
import { BULLETS, NUMBERS } from './docx-styles';
import { isRightToLeft, written } from './plain-text';

/** Parts of a page in Word. `paragraphOf` is what everything else is made of. */

const POINTS_A_PIXEL = 0.75;

/** Word wants letters, digits and `_`, at most 40 of them. */
export const bookmarkOf = (anchor: string): string => anchor.replaceAll('-', '_').slice(0, 40);

export function paragraphOf(line: Line, options: Omit<IParagraphOptions, 'children' | 'text'>): Paragraph {
  const bidirectional = isRightToLeft(line.map(({ text }) => text).join(''));
  return new Paragraph({
    ...options,
    ...(bidirectional && { bidirectional }),
    children: line.map((run) => linked(run)),
  });
}

function linked(run: Run): ParagraphChild {
  const { to } = run;
  if (to === undefined || to === null) return textRun(run);
  if ('anchor' in to)
    return new InternalHyperlink({ anchor: bookmarkOf(to.anchor), children: [textRun(run, true)] });
  const link = webAddress(to.href);
  return link === null ? textRun(run) : new ExternalHyperlink({ link, children: [textRun(run, true)] });
}

const LOOKS = {
  strong: { bold: true },
  quiet: { color: SOFT },
  emphasis: { italics: true },
  code: { font: 'Consolas', noProof: true },
} as const;

function textRun({ text, as, square }: Run, link = false): TextRun {
  const said = written(text);
  return new TextRun({
    // Room on both sides of a mark, which a box of its own would have.
    text: square === undefined ? said : `\u00a0${said}\u00a0`,
    ...(link && { style: 'Hyperlink' }),
    ...(isRightToLeft(said) && { rightToLeft: true }),
    ...(as !== undefined && LOOKS[as]),
    ...(square !== undefined && squareLook(square)),
  });
}

function squareLook(tone: keyof typeof TONES) {
  const { fill, ink } = TONES[tone];
  return {
    ...{ bold: true, color: ink },
    shading: { type: ShadingType.CLEAR, fill, color: 'auto' },
    border: { style: tone === 'open' ? BorderStyle.DASHED : BorderStyle.SINGLE, size: 4, color: EDGE },
  };
}

const STYLES = { lead: 'Lead', note: 'Note', label: 'Label', quote: 'Quote' } as const;

/** `keepNext` keeps it on the page of what follows. */
export const textOf = ({ line, as }: Extract<Block, { kind: 'text' }>, keepNext: boolean): Paragraph =>
  paragraphOf(line, { ...(as !== undefined && { style: STYLES[as] }), ...(keepNext && { keepNext }) });

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

export function headingOf(
  text: string,
  level: 1 | 2 | 3,
  { anchor = null, ...options }: { anchor?: string | null; pageBreakBefore?: boolean } = {},
): Paragraph {
  const run = textRun({ text });
  return new Paragraph({
    ...{ heading: LEVELS[level], ...options },
    // At the top of a page no space is wanted over it.
    ...(options.pageBreakBefore === true && { spacing: { before: 0 } }),
    ...(isRightToLeft(text) && { bidirectional: true }),
    // An answer's heading has a hair line over it.
    ...(level === 3 && {
      border: { top: { style: BorderStyle.SINGLE, size: 4, color: HAIR, space: 6 } },
    }),
    children: anchor === null ? [run] : [new Bookmark({ id: bookmarkOf(anchor), children: [run] })],
  });
}

export const listOf = ({ items, ordered }: Extract<Block, { kind: 'list' }>, instance: number): Paragraph[] =>
  items.map((line) =>
    paragraphOf(line, {
      style: ordered ? 'ListNumber' : 'ListBullet',
      numbering: { reference: ordered ? NUMBERS : BULLETS, level: 0, instance, custom: true },
    }),
  );

/** A picture as SVG, with PNG for readers that know no SVG. `width` is the room in points. */
export function pictureOf(picture: Picture, png: Uint8Array, width: number): Paragraph {
  const scale = Math.min(1, width / picture.width) / POINTS_A_PIXEL;
  const { svg, alt } = picture;
  const size = { width: picture.width * scale, height: picture.height * scale };
  return new Paragraph({ alignment: AlignmentType.LEFT, children: [imageOf({ svg, png, alt, ...size })] });
}

/** Width and height in pixels of 96 to an inch. */
export function imageOf({
  svg,
  png,
  alt,
  width,
  height,
}: {
  svg: string | null;
  png: Uint8Array;
  alt: string;
  width: number;
  height: number;
}): ImageRun {
  const common = { transformation: { width, height }, altText: { name: 'Picture', description: alt } };
  if (svg === null) return new ImageRun({ type: 'png', data: png, ...common });
  return new ImageRun({
    ...{ type: 'svg', data: Buffer.from(svg), fallback: { type: 'png', data: png } },
    ...common,
  });
}
