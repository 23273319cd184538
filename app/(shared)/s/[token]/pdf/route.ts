import { cookies } from 'next/headers';
import { readRoute } from '@/lib/action';
import { download } from '@/lib/reports/download';
import { openShareInput } from '@/lib/shares/open-share';
import { sharedPdf } from '@/lib/shares/shared-pdf';
import { passCookie } from '../pass-cookie';

export const GET = readRoute({
  for: 'anyone',
  input: openShareInput.pick({ token: true }),
  run: async (ctx, { token }) => sharedPdf(ctx, { token, pass: (await cookies()).get(passCookie())?.value }),
  respond: ({ pdf, nameParts }) => download(pdf, nameParts, 'pdf'),
});
