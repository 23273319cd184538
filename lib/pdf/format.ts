/** Dates and decimals as the reader's locale writes them. The report is in English, so a month is never named in another language. */
export type Format = {
  date: (iso: string) => string;
  number: (value: number) => string;
  /** `12`, or `4–12.5` where the two bounds differ. */
  span: (bounds: { fewest: number; most: number }) => string;
};

export function formatFor(locale: string): Format {
  const known = knownLocale(locale);
  const english = known.startsWith('en') ? known : 'en-GB';
  const dates = new Intl.DateTimeFormat(english, {
    dateStyle: 'long',
    timeZone: 'UTC',
    numberingSystem: 'latn',
  });
  const numbers = new Intl.NumberFormat(known, { maximumFractionDigits: 1, numberingSystem: 'latn' });
  const number = (value: number) => numbers.format(value);
  return {
    date: (iso) => {
      const time = Date.parse(iso);
      return Number.isNaN(time) ? iso : dates.format(time);
    },
    number,
    span: ({ fewest, most }) => (fewest === most ? number(most) : `${number(fewest)}–${number(most)}`),
  };
}

function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}
