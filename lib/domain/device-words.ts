/** In this order, as most browsers also name those that they resemble. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdgA?\//i, 'Edge'],
  [/\b(OPR|Opera)\//i, 'Opera'],
  [/\bSamsungBrowser\//i, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//i, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//i, 'Chrome'],
  [/\bVersion\/\S+ .*Safari\//i, 'Safari'],
];

const SYSTEMS: readonly [RegExp, string][] = [
  [/\biPhone\b/i, 'an iPhone'],
  [/\biPad\b/i, 'an iPad'],
  [/\bAndroid\b/i, 'Android'],
  [/\bCrOS\b/i, 'ChromeOS'],
  [/\bWindows\b/i, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/i, 'a Mac'],
  [/\bLinux\b/i, 'Linux'],
];

const first = (table: readonly [RegExp, string][], text: string): string | undefined =>
  table.find(([pattern]) => pattern.test(text))?.[1];

/** A browser in words, from what it says of itself: `Firefox on Linux`. It can say what it likes, so this helps to recognise and proves nothing. */
export function deviceWords(userAgent: string | null): string {
  const browser = first(BROWSERS, userAgent ?? '');
  const system = first(SYSTEMS, userAgent ?? '');
  if (browser === undefined && system === undefined) return 'A browser that is not known';
  return `${browser ?? 'A browser'}${system === undefined ? '' : ` on ${system}`}`;
}
