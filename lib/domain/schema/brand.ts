import * as z from 'zod';
import { LIMITS } from '../limits';
import { plainText } from './answers';

/** A logo as it is kept: SVG text of our own making, or base64 of pixels that we encoded anew. */
export type Logo = {
  kind: 'svg' | 'png' | 'jpeg';
  data: string;
  /** In pixels, or in the units of the SVG: what counts is their ratio. */
  width: number;
  height: number;
};

/** An empty field of a form is nothing. */
const orNothing = (text: string): string | null => (text === '' ? null : text);

/** `#1F4E79` or `1f4e79` or `#abc`, as people paste it. */
export const accentField = z
  .string()
  .trim()
  .regex(/^(#?([0-9a-f]{3}|[0-9a-f]{6}))?$/i, 'expected a colour such as #1F4E79')
  .transform((text) => {
    const digits = text.replace('#', '').toUpperCase();
    return orNothing(digits.length === 3 ? `#${digits.replaceAll(/./g, '$&$&')}` : digits && `#${digits}`);
  });

/** The name as documents print it; the organisation's where it is empty. */
export const brandName = plainText(LIMITS.brandName).transform(orNothing);

export const confidentialityLine = plainText(LIMITS.confidentiality).transform(orNothing);
