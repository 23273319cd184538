import 'server-only';
import * as z from 'zod';

// One mailbox and nothing that could end a header or begin a list; also what `sendMail` takes as a receiver.
export const ONE_ADDRESS = /^[^\s@,;:<>()[\]"\\]+@[^\s@,;:<>()[\]"\\]+$/;

const REPEATED = /^(.{1,16}?)\1+.{0,15}$/;

const wholeNumber = (least: number, most: number) => {
  const error = `expected a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,4}$/, error)
    .transform(Number)
    .pipe(z.number().min(least, error).max(most, error));
};

/** Whether what goes there is read by nobody on the way. */
const isProtected = (address: string): boolean =>
  /^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(address);

const schema = z
  .object({
    DATABASE_URL: z.string().default('file:./.data/rungs.db'),
    /** The address people type; sessions and redirects are bound to it. */
    NEXTAUTH_URL: z.url({
      protocol: /^https?$/,
      error: 'expected the address of this installation, such as https://rungs.example.org',
    }),
    NEXTAUTH_SECRET: z
      .string()
      .min(32, 'expected a secret of at least 32 characters, such as from `openssl rand -base64 32`')
      .refine((secret) => new Set(secret).size >= 8 && !REPEATED.test(secret), {
        error: 'expected a random secret, such as from `openssl rand -base64 32`, and not a repeated text',
      }),
    /** `1` in the database of `npm run demo` alone; see lib/demo/demo-mode.ts. */
    RUNGS_DEMO: z.enum(['0', '1']).default('0'),
    /** The mail server and whom mails come from; nothing is mailed unless both are set. */
    SMTP_URL: z
      .url({
        protocol: /^smtps?$/,
        error: 'expected smtp:// or smtps://, such as smtps://user:password@mail.example.org',
      })
      .optional(),
    MAIL_FROM: z.string().regex(ONE_ADDRESS, 'expected one address, such as rungs@example.org').optional(),
    /** Who may make an account by themselves; see `signUpRule`. */
    SIGNUP: z.enum(['open', 'invite', 'closed'], 'expected open, invite or closed').optional(),
    /** Days after which everybody signs in again. */
    SESSION_DAYS: wholeNumber(1, 365).default(30),
    /** How many proxies stand before this process, each of which adds the address that it was called from to `x-forwarded-for`. */
    TRUST_PROXY: wholeNumber(0, 10).default(0),
    /** The OpenID Connect provider that people may sign in by; see lib/auth/provider.ts. */
    OIDC_ISSUER: z
      .url('expected the address of an OpenID Connect provider, such as https://login.example.org')
      .refine(isProtected, 'expected an https:// address; http:// only on this machine')
      .optional(),
    OIDC_CLIENT_ID: z.string().min(1).optional(),
    OIDC_CLIENT_SECRET: z.string().min(1).optional(),
    /** What the button to sign in calls it. */
    OIDC_NAME: z.string().trim().min(1).max(60).default('single sign-on'),
    /** The claim that lists the groups of a person. */
    OIDC_GROUPS_CLAIM: z.string().trim().min(1).default('groups'),
    /** A folder of content in place of the one that Rungs brings along; see content/README.md. */
    CONTENT_DIR: z.string().optional(),
    /** What whoever reads `/api/metrics` shows as its bearer token; without one there are no metrics. */
    METRICS_TOKEN: z
      .string()
      .min(16, 'expected at least 16 characters, such as from `openssl rand -hex 16`')
      .optional(),
    /** How long a process that is told to stop goes on serving while it says that it is not ready, for a balancer to notice. */
    STOP_DELAY_SECONDS: wholeNumber(0, 300).default(0),
    NODE_ENV: z.string().default('production'),
    LOG_LEVEL: z
      .enum(
        ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
        'expected trace, debug, info, warn, error or silent',
      )
      .default('info'),
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => (SMTP_URL === undefined) === (MAIL_FROM === undefined), {
    path: ['MAIL_FROM'],
    error: 'set SMTP_URL and MAIL_FROM, or neither',
  })
  .refine(
    ({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }) =>
      new Set([OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET].map((value) => value === undefined)).size ===
      1,
    {
      path: ['OIDC_ISSUER'],
      error: 'set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or none of them',
    },
  );

export type Env = z.output<typeof schema>;

let parsed: Env | undefined;

/** The environment, checked at first use: the build imports this file without one. Throws a message that names each variable. */
export function env(): Env {
  parsed ??= readEnv(process.env);
  return parsed;
}

/** What these variables say; throws as `env` does. */
export function readEnv(variables: NodeJS.ProcessEnv): Env {
  const result = schema.safeParse(variables);
  if (!result.success) {
    const faults = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new Error(`The environment is not complete:\n${faults.join('\n')}`);
  }
  return result.data;
}
