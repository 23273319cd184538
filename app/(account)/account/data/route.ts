import * as z from 'zod';
import { readRoute } from '@/lib/action';
import { download } from '@/lib/reports/download';
import { ownData } from '@/lib/users/own-data';

export const GET = readRoute({
  for: 'signed-in',
  input: z.object({}),
  run: ownData,
  respond: ({ json, nameParts }) => download(json, nameParts, 'json'),
});
