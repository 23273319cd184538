import path from 'node:path';
import { characterMapOf } from './character-map';

/** A family of the fonts that come with the product: its name in a font list, and what its every weight can draw. */
export type Family = { name: string; draws: (point: number) => boolean };

// Written out in full: the build finds only literal paths.
export const REGULAR_FONT = path.join(
  process.cwd(),
  'node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
);
export const BOLD_FONT = path.join(
  process.cwd(),
  'node_modules/@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf',
);
/** The weights of what everything is set in. */
export const INTER = [
  REGULAR_FONT,
  path.join(
    process.cwd(),
    'node_modules/@expo-google-fonts/inter/400Regular_Italic/Inter_400Regular_Italic.ttf',
  ),
  path.join(process.cwd(), 'node_modules/@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
  BOLD_FONT,
];
const ARABIC = [
  path.join(process.cwd(), 'node_modules/@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf'),
  path.join(process.cwd(), 'node_modules/@expo-google-fonts/vazirmatn/700Bold/Vazirmatn_700Bold.ttf'),
];
const HEBREW = [
  path.join(
    process.cwd(),
    'node_modules/@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  ),
  path.join(
    process.cwd(),
    'node_modules/@expo-google-fonts/noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf',
  ),
];
const JAPANESE = [
  path.join(
    process.cwd(),
    'node_modules/@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
  ),
  path.join(process.cwd(), 'node_modules/@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf'),
];
const CHINESE = [
  path.join(process.cwd(), 'node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf'),
  path.join(process.cwd(), 'node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-Bold.otf'),
];
const KOREAN = [
  path.join(
    process.cwd(),
    'node_modules/@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf',
  ),
  path.join(process.cwd(), 'node_modules/@expo-google-fonts/nanum-gothic/700Bold/NanumGothic_700Bold.ttf'),
];
const EMOJI = [
  path.join(process.cwd(), 'node_modules/@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'),
  path.join(process.cwd(), 'node_modules/@expo-google-fonts/noto-emoji/700Bold/NotoEmoji_700Bold.ttf'),
];

export const FONT_FILES = [INTER, ARABIC, HEBREW, JAPANESE, CHINESE, KOREAN, EMOJI].flat();

/** What everything is set in; the others are asked for what it lacks. */
const MAIN = familyOf('Inter', INTER);
const JAPANESE_FORMS = familyOf('BIZ UDPGothic', JAPANESE);
const FURTHER = [
  familyOf('Vazirmatn', ARABIC),
  familyOf('Noto Sans Hebrew', HEBREW),
  familyOf('Noto Sans S Chinese', CHINESE),
  familyOf('NanumGothic', KOREAN),
  familyOf('Noto Emoji', EMOJI),
];

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * The families that this text is set in, in the order in which they are asked. The Chinese one has kana and, in the forms of the mainland,
 * the characters of Japan and Taiwan; where there is kana, the Japanese one goes before it.
 */
export const familiesFor = (text: string): readonly [Family, ...Family[]] =>
  KANA.test(text) ? [MAIN, JAPANESE_FORMS, ...FURTHER] : [MAIN, ...FURTHER];

/** A character map is read when it is first asked for: most documents need that of the main family alone. */
function familyOf(name: string, files: readonly string[]): Family {
  let maps: ReadonlyMap<number, number>[] | undefined;
  return {
    name,
    draws: (point) => (maps ??= files.map(characterMapOf)).every((map) => map.has(point)),
  };
}
