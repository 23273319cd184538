import 'server-only';
import { eraseSubject, subjectsOf } from '@/db/audit-keeping';
import { peopleOfAudit } from '@/db/audit';
import { commit } from '@/db/commit';
import { audited } from '../audited';
import type { Context } from '../context';
import { done, failed, type Result } from '../errors';

/** Erases from the log of an organisation whose lines somebody's are, and from where they came. The lines stay, by an id of no meaning. */
export async function forgetPerson(
  ctx: Pick<Context, 'db' | 'now' | 'newId'>,
  { orgId, email }: { orgId: string; email: string },
): Promise<Result<null>> {
  const people = await peopleOfAudit(ctx.db, orgId);
  const person = people.find((each) => each.email?.toLowerCase() === email.toLowerCase());
  const [known] = person === undefined ? [] : await subjectsOf(ctx.db, orgId, [person.userId]);
  if (known === undefined) return failed('not-found', `The log knows nobody with the address ${email}.`);
  const by = { ...ctx, place: 'command line' as const, actor: { orgId, userId: null } };
  await commit(ctx.db, (tx) => [
    ...eraseSubject(tx, orgId, known.subject),
    audited(by, tx, 'audit.forget', orgId),
  ]);
  return done(null);
}
