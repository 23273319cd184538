import { asc, eq } from 'drizzle-orm';
import type { Db } from './client';
import {
  accountDeletion,
  answer,
  assessment,
  auditSubject,
  departed,
  groupGrant,
  groupRole,
  invitation,
  membership,
  org,
  secondFactor,
  session,
  stated,
  team,
  teamRole,
  watcher,
} from './schema';

/** What the database keeps of one person across organisations, without what opens anything. Only for the person themself. */
export async function rowsOfPerson(db: Db, { id, email }: { id: string; email: string }) {
  const where = { orgId: org.id, organisation: org.name };
  const place = { ...where, team: team.name, assessment: assessment.title };
  const { createdAt, expiresAt, revokedAt, userAgent, lastSeenAt } = session;
  const [
    sessions,
    factor,
    members,
    roles,
    mails,
    answers,
    statements,
    invited,
    logs,
    deletion,
    groups,
    left,
  ] = await Promise.all([
    db
      .select({ createdAt, expiresAt, revokedAt, userAgent, lastSeenAt })
      .from(session)
      .where(eq(session.userId, id))
      .orderBy(asc(createdAt)),
    db.select({ since: secondFactor.confirmedAt }).from(secondFactor).where(eq(secondFactor.userId, id)),
    db
      .select({ ...where, role: membership.role, since: membership.createdAt, until: membership.until })
      .from(membership)
      .innerJoin(org, eq(org.id, membership.orgId))
      .where(eq(membership.userId, id)),
    db
      .select({ orgId: teamRole.orgId, team: team.name, role: teamRole.role })
      .from(teamRole)
      .innerJoin(team, eq(team.id, teamRole.teamId))
      .where(eq(teamRole.userId, id)),
    db.select({ orgId: watcher.orgId }).from(watcher).where(eq(watcher.userId, id)),
    db
      .select({
        ...{ ...place, capability: answer.capability, at: answer.updatedAt },
        ...{ value: answer.value, note: answer.note, evidence: answer.evidence, flagged: answer.flagged },
      })
      .from(answer)
      .innerJoin(assessment, eq(assessment.id, answer.assessmentId))
      .innerJoin(team, eq(team.id, assessment.teamId))
      .innerJoin(org, eq(org.id, answer.orgId))
      .where(eq(answer.updatedBy, id))
      .orderBy(asc(answer.updatedAt)),
    db
      .select({
        ...{ ...place, criterion: stated.criterion, at: stated.updatedAt },
        ...{ holds: stated.holds, note: stated.note },
      })
      .from(stated)
      .innerJoin(assessment, eq(assessment.id, stated.assessmentId))
      .innerJoin(team, eq(team.id, assessment.teamId))
      .innerJoin(org, eq(org.id, stated.orgId))
      .where(eq(stated.updatedBy, id))
      .orderBy(asc(stated.updatedAt)),
    db
      .select({ organisation: org.name, name: invitation.name, at: invitation.createdAt })
      .from(invitation)
      .innerJoin(org, eq(org.id, invitation.orgId))
      .where(eq(invitation.email, email)),
    db
      .select({ organisation: org.name, name: auditSubject.name, email: auditSubject.email })
      .from(auditSubject)
      .innerJoin(org, eq(org.id, auditSubject.orgId))
      .where(eq(auditSubject.userId, id)),
    db.select({ after: accountDeletion.after }).from(accountDeletion).where(eq(accountDeletion.userId, id)),
    db
      .select({ orgId: groupGrant.orgId, group: groupRole.name, role: groupRole.role, team: team.name })
      .from(groupGrant)
      .innerJoin(groupRole, eq(groupRole.id, groupGrant.groupRoleId))
      .leftJoin(team, eq(team.id, groupRole.teamId))
      .where(eq(groupGrant.userId, id)),
    db
      .select({ organisation: org.name, at: departed.at })
      .from(departed)
      .innerJoin(org, eq(org.id, departed.orgId))
      .where(eq(departed.userId, id)),
  ]);
  return {
    sessions,
    factor,
    members,
    roles,
    mails,
    answers,
    statements,
    invited,
    logs,
    deletion,
    groups,
    left,
  };
}
