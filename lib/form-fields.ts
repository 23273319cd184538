import * as z from 'zod';
import { plainText } from './domain/schema/answers';

/** Several fields of one name arrive as a list, a single one as a text, none not at all. */
export const several = <Each extends z.ZodType>(list: Each) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : (value ?? [])), list);

/** Texts under one name: ids of what was ticked, or what several fields hold. */
export const texts = several(z.array(z.string()));

/** A field that may be left empty, and is checked where it is not. */
export const emptyOr = (schema: z.ZodType<string>) => z.union([z.literal(''), schema]).default('');

/** What was written into a textarea, which sends its lines ended by CR LF; nothing where it was not sent. */
export const formText = (max: number) =>
  z.preprocess((value) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''), plainText(max));

/** Ids of what was ticked, each once. */
export const ticked = texts.transform((ids) => [...new Set(ids)].filter((id) => id !== ''));
