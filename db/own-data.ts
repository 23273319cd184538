import { asc, eq, or } from 'drizzle-orm';
import type { Db } from './client';
import { accountDeletion, secondFactor, session } from './schema/people';
import { answer, evidenceRequest, pastAnswer, stated } from './schema/answers';
import { assessment } from './schema/assessments';
import { auditSubject } from './schema/audit';
import { departed, groupGrant, groupRole } from './schema/sign-in';
import { invitation, membership, org } from './schema/orgs';
import { ownAnswer, respondent } from './schema/gatherings';
import { team, teamRole } from './schema/teams';
import { watcher } from './schema/rounds';

/** What the database keeps of one person across organisations, without what opens anything. Only for the person themself. */
export async function rowsOfPerson(db: Db, { id, email }: { id: string; email: string }) {
  const where = { orgId: org.id, organisation: org.name };
  const place = { ...where, team: team.name, assessment: assessment.title };
  const { createdAt, expiresAt, revokedAt, userAgent, lastSeenAt } = session;
  return all({
    sessions: db
      .select({ createdAt, expiresAt, revokedAt, userAgent, lastSeenAt })
      .from(session)
      .where(eq(session.userId, id))
      .orderBy(asc(createdAt)),
    factor: db
      .select({ since: secondFactor.confirmedAt })
      .from(secondFactor)
      .where(eq(secondFactor.userId, id)),
    members: db
      .select({ ...where, role: membership.role, since: membership.createdAt, until: membership.until })
      .from(membership)
      .innerJoin(org, eq(org.id, membership.orgId))
      .where(eq(membership.userId, id)),
    roles: db
      .select({ orgId: teamRole.orgId, team: team.name, role: teamRole.role })
      .from(teamRole)
      .innerJoin(team, eq(team.id, teamRole.teamId))
      .where(eq(teamRole.userId, id)),
    mails: db.select({ orgId: watcher.orgId }).from(watcher).where(eq(watcher.userId, id)),
    answers: db
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
    asked: db
      .select({
        ...place,
        at: respondent.invitedAt,
        roles: respondent.roles,
        removedAt: respondent.removedAt,
      })
      .from(respondent)
      .innerJoin(assessment, eq(assessment.id, respondent.assessmentId))
      .innerJoin(team, eq(team.id, assessment.teamId))
      .innerJoin(org, eq(org.id, respondent.orgId))
      .where(eq(respondent.userId, id))
      .orderBy(asc(respondent.invitedAt)),
    alone: db
      .select({
        ...{ ...place, capability: ownAnswer.capability, at: ownAnswer.updatedAt },
        ...{ value: ownAnswer.value, note: ownAnswer.note, evidence: ownAnswer.evidence },
        flagged: ownAnswer.flagged,
      })
      .from(ownAnswer)
      .innerJoin(respondent, eq(respondent.id, ownAnswer.respondentId))
      .innerJoin(assessment, eq(assessment.id, ownAnswer.assessmentId))
      .innerJoin(team, eq(team.id, assessment.teamId))
      .innerJoin(org, eq(org.id, ownAnswer.orgId))
      .where(eq(respondent.userId, id))
      .orderBy(asc(ownAnswer.updatedAt)),
    earlier: db
      .select({
        ...{ ...place, capability: pastAnswer.capability, at: pastAnswer.updatedAt },
        ...{ value: pastAnswer.value, note: pastAnswer.note },
        ...{ evidence: pastAnswer.evidence, flagged: pastAnswer.flagged },
      })
      .from(pastAnswer)
      .innerJoin(assessment, eq(assessment.id, pastAnswer.assessmentId))
      .innerJoin(team, eq(team.id, assessment.teamId))
      .innerJoin(org, eq(org.id, pastAnswer.orgId))
      .where(eq(pastAnswer.updatedBy, id))
      .orderBy(asc(pastAnswer.updatedAt)),
    evidence: db
      .select({
        ...{ ...place, capability: evidenceRequest.capability, askedOf: evidenceRequest.askedOf },
        ...{ at: evidenceRequest.askedAt, endedAt: evidenceRequest.endedAt, note: evidenceRequest.note },
      })
      .from(evidenceRequest)
      .innerJoin(assessment, eq(assessment.id, evidenceRequest.assessmentId))
      .innerJoin(team, eq(team.id, assessment.teamId))
      .innerJoin(org, eq(org.id, evidenceRequest.orgId))
      .where(or(eq(evidenceRequest.askedOf, id), eq(evidenceRequest.askedBy, id)))
      .orderBy(asc(evidenceRequest.askedAt)),
    statements: db
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
    invited: db
      .select({ organisation: org.name, name: invitation.name, at: invitation.createdAt })
      .from(invitation)
      .innerJoin(org, eq(org.id, invitation.orgId))
      .where(eq(invitation.email, email)),
    logs: db
      .select({ organisation: org.name, name: auditSubject.name, email: auditSubject.email })
      .from(auditSubject)
      .innerJoin(org, eq(org.id, auditSubject.orgId))
      .where(eq(auditSubject.userId, id)),
    deletion: db
      .select({ after: accountDeletion.after })
      .from(accountDeletion)
      .where(eq(accountDeletion.userId, id)),
    groups: db
      .select({ orgId: groupGrant.orgId, group: groupRole.name, role: groupRole.role, team: team.name })
      .from(groupGrant)
      .innerJoin(groupRole, eq(groupRole.id, groupGrant.groupRoleId))
      .leftJoin(team, eq(team.id, groupRole.teamId))
      .where(eq(groupGrant.userId, id)),
    left: db
      .select({ organisation: org.name, at: departed.at })
      .from(departed)
      .innerJoin(org, eq(org.id, departed.orgId))
      .where(eq(departed.userId, id)),
  });
}

/** The rows of each query by its name, all asked for at once. */
async function all<Queries extends Record<string, PromiseLike<unknown>>>(
  queries: Queries,
): Promise<{ [Name in keyof Queries]: Awaited<Queries[Name]> }> {
  const rows = await Promise.all(Object.values(queries));
  const named = Object.keys(queries).map((name, index) => [name, rows[index]]);
  return Object.fromEntries(named) as { [Name in keyof Queries]: Awaited<Queries[Name]> };
}
