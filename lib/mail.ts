import 'server-only';
import { createTransport } from 'nodemailer';
import { env, ONE_ADDRESS, type Env } from './env';
import { log } from './log';

export type Mail = { to: string; subject: string; text: string; pdf?: { name: string; bytes: Uint8Array } };

/** What became of a mail. Nobody has to catch anything: who tells of a change has made it already. */
export type Mailed = 'sent' | 'not configured' | 'failed';

/** Whether mails go out from this installation. */
export function mailConfigured({ SMTP_URL, MAIL_FROM }: Settings = env()): boolean {
  return SMTP_URL !== undefined && MAIL_FROM !== undefined;
}

type Settings = Pick<Env, 'SMTP_URL' | 'MAIL_FROM'>;

/** Sends a plain text, with a PDF where there is one, to one address, after the commit that it tells of and never within it. */
export async function sendMail(
  { to, subject, text, pdf }: Mail,
  { SMTP_URL, MAIL_FROM }: Settings = env(),
): Promise<Mailed> {
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return 'not configured';
  try {
    if (!ONE_ADDRESS.test(to)) throw new Error('the receiver is not one address');
    // As parts, so that nothing in them is read as a list of addresses or as another header.
    await createTransport(withPatience(SMTP_URL)).sendMail({
      from: { name: 'Rungs', address: MAIL_FROM },
      to: { name: '', address: to },
      subject: oneLine(subject),
      text,
      ...(pdf !== undefined && {
        attachments: [
          { filename: pdf.name, content: Buffer.from(pdf.bytes), contentType: 'application/pdf' },
        ],
      }),
    });
    return 'sent';
  } catch (error) {
    log.error({ err: error }, 'a mail was not sent');
    return 'failed';
  }
}

/** In the address, as nodemailer takes no options beside one: somebody waits for the page meanwhile. */
function withPatience(address: string): string {
  const url = new URL(address);
  for (const name of ['connectionTimeout', 'greetingTimeout', 'socketTimeout'])
    if (!url.searchParams.has(name)) url.searchParams.set(name, '8000');
  return url.href;
}

const oneLine = (words: string): string => words.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
