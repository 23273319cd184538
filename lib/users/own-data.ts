import 'server-only';
import { rowsOfPerson } from '@/db/own-data';
import { userById } from '@/db/users';
import type { SignedIn } from '../auth/session';
import type { Context } from '../context';
import { done, failed, type Result } from '../errors';
import { dayOf } from '../domain/calendar';

export type OwnData = { json: string; nameParts: string[] };

/**
 * What is kept about the person, as JSON: account, sessions, where they are a member, and what they answered with place and time. What
 * they wrote in an organisation to which they have no access any more belongs to it; of that stand here only place and time.
 */
export async function ownData({ db, now, person }: Context & { person: SignedIn }): Promise<Result<OwnData>> {
  const account = await userById(db, person.userId);
  if (account === undefined) return failed('not-found', 'There is no such account.');
  const rows = await rowsOfPerson(db, account);
  const today = dayOf(now);
  const open = new Set(
    rows.members.filter(({ until }) => until === null || until >= today).map(({ orgId }) => orgId),
  );
  const words = (orgId: string, said: object) => (open.has(orgId) ? said : {});
  const answered = ({ orgId, value, note, evidence, flagged, ...where }: (typeof rows.answers)[number]) => ({
    ...where,
    ...words(orgId, { value, note, evidence, flagged }),
  });
  const data = {
    rungs: 'data of a person',
    takenAt: now.toISOString(),
    account: {
      ...account,
      secondFactorSince: rows.factor[0]?.since ?? null,
      deletedAfter: rows.deletion[0]?.after ?? null,
    },
    sessions: rows.sessions,
    memberships: rows.members.map(({ orgId, ...member }) => ({
      ...member,
      teams: rows.roles.filter((each) => each.orgId === orgId).map(({ team, role }) => ({ team, role })),
      fromGroups: rows.groups
        .filter((each) => each.orgId === orgId)
        .map(({ group, role, team }) => ({ group, role, team })),
      mailsWhenARoundCloses: rows.mails.some((each) => each.orgId === orgId),
    })),
    /** Where they were removed or left; single sign-on does not bring them back. */
    departures: rows.left,
    invitations: rows.invited,
    answers: rows.answers.map(answered),
    /** What they had answered before they or somebody else put another answer in its place. */
    replacedAnswers: rows.earlier.map(answered),
    /** Where they were asked to answer, and what they answered alone, which nobody else reads until it is opened. */
    asked: rows.asked.map(({ orgId: _, ...asked }) => asked),
    answersAlone: rows.alone.map(answered),
    /** Where they were asked for evidence, or asked somebody for it. */
    evidenceRequests: rows.evidence.map(({ orgId, note, askedOf, ...where }) => ({
      ...where,
      asked: askedOf === account.id ? 'of you' : 'by you',
      ...words(orgId, { note }),
    })),
    statements: rows.statements.map(({ orgId, holds, note, ...where }) => ({
      ...where,
      ...words(orgId, { holds, note }),
    })),
    auditLogs: rows.logs,
  };
  return done({ json: `${JSON.stringify(data, null, 2)}\n`, nameParts: ['Rungs', 'my data', today] });
}
