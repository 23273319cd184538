import * as z from 'zod';
import { hashPassword } from '../auth/password';
import { schemaFaults } from '../content/schema-faults';
import type { Context } from '../context';
import { env } from '../env';
import {
  deleteAccountOf,
  endSessionsOf,
  keepAccountOf,
  linkFor,
  LINK_KINDS,
  takeSecondFactorAway,
} from '../users/administer';
import { newPasswordField } from '../users/new-password';
import { accountFields, createOwner } from '../users/sign-up';
import { askPassword } from './ask-password';
import { parseOptions } from './arguments';
import { BadInput, valueOf } from './bad-input';
import { installation } from './installation';

const EMAIL = { email: { type: 'string' } } as const;

/** What whoever runs an installation does for its accounts, beside the screens: `rungs admin …`. */
export async function admin([verb = '', ...args]: string[]): Promise<void> {
  const run = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (run === undefined)
    throw new BadInput([`rungs admin: expected ${Object.keys(VERBS).join(', ')}; got ${verb || 'nothing'}`]);
  await run(args);
}

const VERBS: Record<string, (args: string[]) => Promise<void>> = {
  create: async (args) => {
    const { link, ...given } = parseOptions('admin create', args, {
      ...EMAIL,
      name: { type: 'string' },
      organisation: { type: 'string' },
      link: { type: 'boolean' },
    });
    const fields = checked('admin create', z.object(accountFields), given);
    const ctx = await installation();
    const password = link === true ? null : checked('admin create', newPasswordField, await askPassword());
    const passwordHash = password === null ? null : await hashPassword(password);
    const { org } = valueOf(await createOwner(ctx, { ...fields, passwordHash }), 'rungs admin');
    console.log(
      `${fields.email} owns ${fields.organisation} at ${new URL(`/${org}`, env().NEXTAUTH_URL).href}`,
    );
    if (link === true) await printLink(ctx, fields.email, 'reset-password');
  },
  link: async (args) => {
    const { email, kind } = parseOptions('admin link', args, { ...EMAIL, kind: { type: 'string' } });
    const asked = checked('admin link', z.object({ email: emailOption, kind: z.enum(LINK_KINDS) }), {
      email,
      kind,
    });
    await printLink(await installation(), asked.email, asked.kind);
  },
  'reset-second-factor': async (args) => {
    const email = emailOf('admin reset-second-factor', args);
    const { had } = valueOf(await takeSecondFactorAway(await installation(), email), 'rungs admin');
    console.log(had ? `${email} signs in by password alone now` : `${email} has no second factor`);
  },
  sessions: async ([what, ...args]) => {
    if (what !== 'revoke') throw new BadInput(['rungs admin sessions: expected revoke']);
    const email = emailOf('admin sessions revoke', args);
    const { ended } = valueOf(await endSessionsOf(await installation(), email), 'rungs admin');
    console.log(`${email}: ${ended === 1 ? '1 session' : `${ended} sessions`} ended`);
  },
  delete: async (args) => {
    const email = emailOf('admin delete', args);
    const { on } = valueOf(await deleteAccountOf(await installation(), email), 'rungs admin');
    console.log(`${email} is deleted on ${on}, unless somebody keeps it before`);
  },
  keep: async (args) => {
    const email = emailOf('admin keep', args);
    const { wasToGo } = valueOf(await keepAccountOf(await installation(), email), 'rungs admin');
    console.log(wasToGo ? `${email} stays` : `${email} was not to be deleted`);
  },
};

const emailOption = z.string('name the account with --email');

const emailOf = (command: string, args: string[]): string =>
  checked(command, z.object({ email: emailOption }), parseOptions(command, args, EMAIL)).email;

async function printLink(ctx: Context, email: string, kind: (typeof LINK_KINDS)[number]): Promise<void> {
  const { link, hours } = valueOf(await linkFor(ctx, { email, kind }), 'rungs admin');
  console.error(`For ${email}, once, within ${hours === 1 ? 'an hour' : `${hours} hours`}:`);
  console.log(link);
}

function checked<Schema extends z.ZodType>(
  command: string,
  schema: Schema,
  given: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new BadInput(
    schemaFaults(parsed.error).map(({ path, message }) => {
      const name = path[0] === undefined ? 'password' : `--${String(path[0])}`;
      return `rungs ${command}: ${name}: ${message}`;
    }),
  );
}
