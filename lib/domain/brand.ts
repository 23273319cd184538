import type { Logo } from './schema/brand';

/** How an organisation's documents look: its name, one colour, its logo, and the line at the foot of each page. */
export type Brand = {
  name: string;
  /** As it was chosen; what is printed is `readableAccent` of it. */
  accent: string | null;
  confidentiality: string | null;
  logo: Logo | null;
};

/** Whose document it is: a firm's for its client, or the client's own. */
export type DocumentBrand = { firm: Brand | null; client: Brand | null };

/** A document that says nothing of whose it is but names. */
export const UNBRANDED: DocumentBrand = { firm: null, client: null };

/** Words in 8 to 10 points need this contrast (WCAG 2.2, 1.4.3). */
export const READABLE = 4.5;

export type ReadableAccent = {
  /** The colour that texts and rules are set in. */
  colour: string;
  contrast: number;
  chosen: string;
  chosenContrast: number;
  corrected: boolean;
};

/** The colour itself where words in it can be read on the paper, otherwise the same hue, as much darker as it has to be. */
export function readableAccent(hex: string, paper = '#FFFFFF'): ReadableAccent {
  const chosen = hex.toUpperCase();
  const chosenContrast = contrast(chosen, paper);
  const [hue, saturation, lightness] = toHsl(chosen);
  let colour = chosen;
  for (let light = lightness; contrast(colour, paper) < READABLE && light > 0; light -= 0.005)
    colour = fromHsl(hue, saturation, Math.max(0, light - 0.005));
  return {
    colour,
    contrast: contrast(colour, paper),
    chosen,
    chosenContrast,
    corrected: colour !== chosen,
  };
}

/** What the settings say of a colour, with its figures. */
export function accentWords({ colour, contrast, chosen, chosenContrast, corrected }: ReadableAccent): string {
  const has = `${chosen} has a contrast of ${figure(chosenContrast)} to 1 on white`;
  return corrected
    ? `${has}, less than the ${READABLE} that words need. Texts and rules are set in ${colour} (${figure(contrast)} to 1).`
    : `${has}. Texts and rules are set in it.`;
}

/** Cut, not rounded, so that 4.46 is never said to be 4.5. */
const figure = (contrast: number): string => String(Math.floor(contrast * 10) / 10);

/** Contrast of two colours by WCAG: 1 for the same, 21 for black on white. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = channels(hex).map((value) =>
    value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Red, green and blue of `#1F4E79`, from 0 to 1. */
const channels = (hex: string): [number, number, number] => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
};

function toHsl(hex: string): [number, number, number] {
  const [red, green, blue] = channels(hex);
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const [lightness, spread] = [(most + least) / 2, most - least];
  if (spread === 0) return [0, 0, lightness];
  const sector =
    most === red
      ? ((green - blue) / spread + 6) % 6
      : most === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4;
  return [sector * 60, spread / (1 - Math.abs(2 * lightness - 1)), lightness];
}

function fromHsl(hue: number, saturation: number, lightness: number): string {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (shift: number): string => {
    const place = (shift + hue / 30) % 12;
    const value = lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`.toUpperCase();
}

/** A logo on the cover is at most this large, in millimetres; it keeps its proportions. */
export const LOGO_BOX = { width: 70, height: 18 };

/** The logo as one SVG text, for pages and for Typst: pixels stand in it as they are kept. */
export function logoSvg({ kind, data, width, height }: Logo): string {
  if (kind === 'svg') return data;
  const size = `width="${width}" height="${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width} ${height}"><image ${size} href="data:image/${kind};base64,${data}"/></svg>`;
}

/** Width and height in millimetres as it stands on the cover. */
export function logoSize({ width, height }: Pick<Logo, 'width' | 'height'>): {
  width: number;
  height: number;
} {
  const scale = Math.min(LOGO_BOX.width / width, LOGO_BOX.height / height);
  return { width: width * scale, height: height * scale };
}
