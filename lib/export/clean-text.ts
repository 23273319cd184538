import { withoutControls } from '../domain/plain-text';

// Embeddings, overrides and isolates: one that is not closed turns round what stands after it. The marks that only say which way a letter
// goes stay.
const TURNS = /[\u202a-\u202e\u2066-\u2069]/gu;

/** A person's text as it may stand in any format: line ends as `\n`, nothing that cannot be seen and changes what is beside it. */
export const cleaned = (text: string): string =>
  withoutControls(text.replaceAll(/\r\n?|[\u0085\u2028\u2029]/gu, '\n'))
    .replaceAll(TURNS, '')
    .trim();

/** The same on one line, for titles, names and cells. */
export const oneLine = (text: string): string => cleaned(text).replaceAll(/\s+/gu, ' ');

/** An address that may be made a link; all else is text. */
export const isLink = (text: string): boolean => /^https?:\/\/[^\s<>"'()[\]\\]+$/.test(text);
