import 'server-only';
import {
  accountsToDelete,
  anonymise,
  deleteGoneUser,
  deleteWhatIsTheirs,
  organisationsJoined,
  subjectsOfPerson,
  takeDeletion,
} from '@/db/account-deletions';
import { answersSignedBy, updateEvidence } from '@/db/answers';
import { eraseSubject } from '@/db/audit-keeping';
import { commit, exactlyOne } from '@/db/commit';
import { isForeignKeyViolation } from '@/db/errors';
import { updateOrg } from '@/db/orgs';
import { userById } from '@/db/users';
import { audited } from '../audited';
import type { Context } from '../context';
import { Stale, unlessStale } from '../errors';
import { log } from '../log';
import { onlyOwnerOf } from './delete-account';

/** What stands in place of the name of somebody whose account was deleted. */
export const GONE_NAME = 'Somebody who left';

type Ctx = Pick<Context, 'db' | 'now' | 'newId'>;

/**
 * Deletes for good the accounts whose grace is over. One that its person keeps at the last moment stays, and so does one that has become
 * the only owner of an organisation meanwhile: its page says so, and the next sweep tries again.
 */
export async function deleteDueAccounts(ctx: Ctx): Promise<void> {
  for (const account of await accountsToDelete(ctx.db, ctx.now)) {
    const user = account.userId;
    const owned = (await onlyOwnerOf(ctx.db, user)).length;
    if (owned > 0)
      log.warn({ user, organisations: owned }, 'an account stays, as its person is the only owner of these');
    else if (await unlessStale(deleteForGood(ctx, account)))
      log.info({ user }, 'an account was deleted, as its person had asked');
    else log.info({ user }, 'an account was not deleted now, as it or an organisation of it was changed');
  }
}

/** One commit, guarded by the organisations that were looked at for another owner, by the address, and by the day that was set. */
async function deleteForGood(ctx: Ctx, { userId, email }: { userId: string; email: string }): Promise<void> {
  const { db, now, newId } = ctx;
  const [joined, subjects] = await Promise.all([
    organisationsJoined(db, userId),
    subjectsOfPerson(db, userId),
  ]);
  const signed = await signedAnswers(ctx, {
    userId,
    orgs: [...joined.map(({ id }) => id), ...subjects.map(({ orgId }) => orgId)],
  });
  // Another id than the account's, which others saw: nobody can have taken this address before.
  const newAddress = `deleted-${newId()}@deleted.invalid`;
  const stale = () => new Stale();
  await commit(db, (tx) => [
    exactlyOne(takeDeletion(tx, { userId, now }), stale),
    ...joined.map((org) => exactlyOne(updateOrg(tx, org), stale)),
    exactlyOne(anonymise(tx, { userId, email, name: GONE_NAME, newAddress }), stale),
    ...deleteWhatIsTheirs(tx, { userId, email }),
    ...signed.map((row) => updateEvidence(tx, row)),
    ...subjects.flatMap(({ orgId, subject }) => eraseSubject(tx, orgId, subject)),
    ...joined.map(({ id }) => audited(byNobody(ctx, id), tx, 'member.delete-account', userId)),
    ...subjects.map(({ orgId }) => audited(byNobody(ctx, orgId), tx, 'audit.forget', orgId)),
  ]);
  await removeUnlessReferredTo(ctx, { userId, address: newAddress });
}

/**
 * The answers with evidence that the person added, in the name of somebody who left: a piece has the name itself, so that a report that
 * is finished keeps it. Somebody else of the same name in the same organisation loses theirs too.
 */
async function signedAnswers({ db }: Ctx, { userId, orgs }: { userId: string; orgs: string[] }) {
  const name = (await userById(db, userId))?.name;
  if (name === undefined) return [];
  const rows = await Promise.all([...new Set(orgs)].map((orgId) => answersSignedBy(db, orgId, name)));
  return rows.flat().map((row) => ({
    ...row,
    evidence: row.evidence.map((piece) => (piece.by === name ? { ...piece, by: GONE_NAME } : piece)),
  }));
}

/** Named by nobody, as a line in the name of the person would name them anew. */
const byNobody = (ctx: Ctx, orgId: string) => ({
  ...ctx,
  ...{ place: 'job' as const, actor: { orgId, userId: null } },
});

async function removeUnlessReferredTo({ db }: Ctx, gone: { userId: string; address: string }): Promise<void> {
  try {
    await commit(db, (tx) => [deleteGoneUser(tx, gone)]);
  } catch (error) {
    // What they did in an organisation belongs to it, and keeps the row.
    if (!isForeignKeyViolation(error)) throw error;
  }
}
