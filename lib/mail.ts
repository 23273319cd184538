import 'server-only';
import { createTransport } from 'nodemailer';
import { env, ONE_ADDRESS, type Env } from './env';
import { log } from './log';

export type Mail = { to: string; subject: string; text: string };

/** What became of a mail. Nobody has to catch anything: who tells of a change has made it already. */
export type Mailed = 'sent' | 'not configured' | 'failed';

/** Sends a plain text to one address, after the commit that it tells of and never within it. */
export async function sendMail(
  { to, subject, text }: Mail,
  { SMTP_URL, MAIL_FROM }: Pick<Env, 'SMTP_URL' | 'MAIL_FROM'> = env(),
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
