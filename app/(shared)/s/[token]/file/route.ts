import { cookies } from 'next/headers';
import { readRoute } from '@/lib/action';
import { download } from '@/lib/reports/download';
import { sharedFile, sharedFileInput } from '@/lib/shares/shared-file';
import { passCookie } from '../pass-cookie';

export const GET = readRoute({
  for: 'anyone',
  input: sharedFileInput.omit({ pass: true }),
  run: async (ctx, asked) => sharedFile(ctx, { ...asked, pass: (await cookies()).get(passCookie())?.value }),
  respond: ({ file, nameParts, format }) => download(file, nameParts, format),
});
