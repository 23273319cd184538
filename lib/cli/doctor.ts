import { createTransport } from 'nodemailer';
import { anyOrg } from '@/db/orgs';
import { database } from '@/db/client';
import { databaseName } from '@/db/dialect';
import { refusal, schemaLevel } from '@/db/migrate';
import { content } from '../content/load';
import { editionWords } from '../domain/edition-name';
import { env, type Env } from '../env';
import { signUpRule } from '../users/sign-up-rule';
import { parseOptions } from './arguments';

type Finding = { grade: 'ok' | 'look' | 'wrong'; words: string };

const ok = (words: string): Finding => ({ grade: 'ok', words });
const look = (words: string): Finding => ({ grade: 'look', words });
const wrong = (words: string): Finding => ({ grade: 'wrong', words });

/** Prints what of this installation is misconfigured, one line each; exits with 2 where something has to be mended. */
export async function doctor(args: string[]): Promise<void> {
  parseOptions('doctor', args, {});
  const findings = await diagnosis();
  for (const { grade, words } of findings) console.log(`${grade.padEnd(5)}  ${words}`);
  if (findings.some(({ grade }) => grade === 'wrong')) process.exitCode = 2;
}

async function diagnosis(): Promise<Finding[]> {
  try {
    const settings = env();
    return [...ofSettings(settings), ofContent(), ...(await ofDatabase()), await ofMail(settings)];
  } catch (error) {
    return [wrong(messageOf(error))];
  }
}

function ofSettings({ NEXTAUTH_URL, TRUST_PROXY, SESSION_DAYS }: Env): Finding[] {
  const { protocol, hostname } = new URL(NEXTAUTH_URL);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return [
    protocol === 'https:' || local
      ? ok(`address: ${NEXTAUTH_URL}`)
      : wrong(`address: ${NEXTAUTH_URL} is not https, so passwords and cookies cross the network in clear`),
    TRUST_PROXY === 0 && !local
      ? look(
          'TRUST_PROXY is 0: behind a proxy all clients count as one, for limits and in the audit log. Set it to how many proxies stand before Rungs, and to 0 where there is none',
        )
      : ok(`TRUST_PROXY: ${TRUST_PROXY}`),
    SESSION_DAYS > 90
      ? look(`SESSION_DAYS: a stolen session is good for up to ${SESSION_DAYS} days`)
      : ok(`SESSION_DAYS: ${SESSION_DAYS}`),
    signUpRule() === 'open' && !local
      ? look('SIGNUP is open: anybody who reaches the address may make an account and an organisation')
      : ok(`SIGNUP: ${signUpRule()}`),
  ];
}

function ofContent(): Finding {
  try {
    return ok(`content: edition ${editionWords(content().edition.version)}`);
  } catch (error) {
    return wrong(`content: ${messageOf(error)}`);
  }
}

async function ofDatabase(): Promise<Finding[]> {
  const where = databaseName;
  try {
    const level = await schemaLevel(database());
    const why = refusal(level);
    if (why !== null) return [wrong(`database: ${where}: ${why}`)];
    const any = await anyOrg(database());
    return [
      level === 'older'
        ? look(
            `database: ${where} is of an earlier version; the next start of the server brings it up to date`,
          )
        : ok(`database: ${where}`),
      any
        ? ok('there is an organisation')
        : look('there is no organisation yet: npm run rungs -- admin create'),
    ];
  } catch (error) {
    return [
      wrong(
        `database: ${where}: ${messageOf(error)}. A new one is made when the server starts, or by npm run db:migrate`,
      ),
    ];
  }
}

async function ofMail({ SMTP_URL }: Env): Promise<Finding> {
  if (SMTP_URL === undefined)
    return look('mail: not configured, so invitations and resets are links that people pass on themselves');
  try {
    await createTransport(SMTP_URL).verify();
    return ok(`mail: ${new URL(SMTP_URL).host} takes mails`);
  } catch (error) {
    return wrong(`mail: ${new URL(SMTP_URL).host}: ${messageOf(error)}`);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
