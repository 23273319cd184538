import 'server-only';
import * as z from 'zod';
import { membersOfOrg } from '@/db/orgs';
import { teamsOfOrg } from '@/db/teams';

import { normalEmail } from '../domain/email-address';
import { mayGive } from '../domain/grants';
import { LIMITS } from '../domain/limits';
import type { Grant } from '../domain/policy';
import { plainText } from '../domain/schema/answers';
import { TEAM_ROLE_NAMES } from '../domain/vocabulary';
import { done, type Result } from '../errors';
import type { Mailed } from '../mail';
import { allowed } from '../rate-limit';
import { readTable, type TableRow } from '../read-table';
import { emailSchema } from '../domain/schema/email-address';
import { grantFields, grantsFrom } from './grant-fields';
import { sendInvitation, type InviteContext } from './invite';
import { dayOf } from '../domain/calendar';

/** More at once would keep whoever waits for the page for minutes while mails go out. */
export const INVITE_ROWS = 500;

/** Mails that go out side by side. */
const AT_ONCE = 10;

export const inviteManyInput = z.object({
  org: z.string(),
  csv: z.string().max(200_000, 'at most 200,000 characters at once'),
  /** `check` says what would happen, `invite` does it. */
  go: z.enum(['check', 'invite']).default('check'),
});

export type InviteRow = {
  line: number;
  email: string;
  outcome: 'invited' | 'is a member' | 'refused';
  /** What is wrong, or the link to pass on where no mail went out. */
  words: string;
  mailed: Mailed | null;
};

export type InviteReport = { rows: InviteRow[]; written: boolean };

const COLUMNS = ['email', 'name', 'role', 'team', 'until'] as const;

type Planned = {
  row: InviteRow;
  wanted: { email: string; name: string; grants: Grant[]; until: string | null } | null;
};

/**
 * Invites by a CSV list with the columns `email` and, if wanted, `name`, `role`, `team` (the address of its page) and `until`. With a
 * team the role is for it alone. One refused line, and nobody is invited.
 */
export async function inviteMany(
  ctx: InviteContext,
  { csv, go }: Omit<z.output<typeof inviteManyInput>, 'org'>,
): Promise<Result<InviteReport>> {
  const read = readTable(csv, {
    columns: COLUMNS,
    needs: `The first line has to name the columns: ${COLUMNS.join(', ')}. Only email is needed.`,
    what: 'address',
    most: INVITE_ROWS,
  });
  if (!read.ok) return read;
  const planned = await plan(ctx, read.value);
  const refused = planned.some(({ row }) => row.outcome === 'refused');
  if (go === 'check' || refused || planned.every(({ wanted }) => wanted === null))
    return done({ rows: planned.map(({ row }) => row), written: false });
  const counted = await allowed(ctx, 'invitation list', ctx.actor.userId);
  if (!counted.ok) return counted;
  const rows: InviteRow[] = [];
  for (let from = 0; from < planned.length; from += AT_ONCE)
    rows.push(...(await Promise.all(planned.slice(from, from + AT_ONCE).map((each) => invited(ctx, each)))));
  return done({ rows, written: true });
}

/** The row with what became of its mail; of who is not to be invited, as it is. */
async function invited(ctx: InviteContext, { row, wanted }: Planned): Promise<InviteRow> {
  if (wanted === null) return row;
  const { mailed, link } = await sendInvitation(ctx, wanted);
  return { ...row, mailed, words: link ?? '' };
}

async function plan(ctx: InviteContext, rows: TableRow<(typeof COLUMNS)[number]>[]): Promise<Planned[]> {
  const members = new Set((await membersOfOrg(ctx.db, ctx.actor.orgId)).map(({ email }) => email));
  const teams = await teamsOfOrg(ctx.db, ctx.actor.orgId);
  const seen = new Set<string>();
  const planned: Planned[] = [];
  for (const { line, cells } of rows) {
    const email = normalEmail(cells.email);
    const row = { line, email: cells.email.trim(), mailed: null };
    const refuse = (words: string) =>
      planned.push({ row: { ...row, outcome: 'refused', words }, wanted: null });
    const fields = parsed(cells);
    if (!fields.ok) refuse(fields.words);
    else if (seen.has(email)) refuse('this address stands in the list twice');
    else if (members.has(email))
      planned.push({ row: { ...row, outcome: 'is a member', words: '' }, wanted: null });
    else {
      const grants = grantsFrom(teams, dayOf(ctx.now), fields.value);
      if (!grants.ok) refuse(grants.message);
      else if (!mayGive(ctx.actor.role, [], grants.value.grants)) refuse('only an owner can invite an owner');
      else
        planned.push({
          row: { ...row, outcome: 'invited', words: '' },
          wanted: { email, name: fields.value.name, ...grants.value },
        });
    }
    seen.add(email);
  }
  return planned;
}

const line = z.object({
  email: emailSchema,
  name: plainText(LIMITS.title),
  role: grantFields.role.unwrap(),
  until: grantFields.until,
});

/** A role in a team where one is named, and in the organisation where none is. */
function parsed({ team, role, ...cells }: Record<(typeof COLUMNS)[number], string>) {
  const wanted = role.trim().toLowerCase() || 'viewer';
  const read = line.safeParse({ ...cells, until: cells.until.trim(), role: wanted });
  if (!read.success) {
    const [fault] = read.error.issues;
    return { ok: false as const, words: `${String(fault?.path[0])}: ${fault?.message ?? 'is wrong'}` };
  }
  const slug = team.trim();
  const inTeam = TEAM_ROLE_NAMES.find((name) => name === wanted);
  if (slug === '') return { ok: true as const, value: { ...read.data, team: [], teamRole: [] } };
  if (inTeam === undefined)
    return { ok: false as const, words: `role: ${wanted} is for the whole organisation only` };
  return { ok: true as const, value: { ...read.data, role: '' as const, team: [slug], teamRole: [inTeam] } };
}
