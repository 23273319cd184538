import 'server-only';
import * as z from 'zod';
import type { Context } from '../context';
import { done, failed, type Result } from '../errors';
import { readSealed } from './read-sealed';
import { verifyHere, type Verified } from './verify-report';

export const verifyUploadInput = z.object({ file: z.instanceof(File, { error: 'choose a file' }) });

const MOST_BYTES = 2_400_000;

/** Checks a report that somebody sends, with or without an account. Nothing of it is kept. */
export async function verifyUpload(
  ctx: Context,
  { file }: z.output<typeof verifyUploadInput>,
): Promise<Result<Verified>> {
  const refused = (message: string) => failed('invalid', message, { fields: { file: message } });
  if (file.size === 0) return refused('Choose the JSON file of a report first.');
  if (file.size > MOST_BYTES) return refused('A report in JSON has at most 2.4 MB.');
  const read = readSealed(await file.text());
  return read.ok ? done(await verifyHere(ctx, read.value)) : refused(read.message);
}
