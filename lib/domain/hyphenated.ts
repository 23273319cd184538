/** Letters without their accents: `Crédit` becomes `Credit`. */
export const withoutAccents = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '');

/** As a part of an address: `Crédit & Co.` becomes `credit-co`; empty where nothing is left. */
export const hyphenated = (text: string): string =>
  withoutAccents(text)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
