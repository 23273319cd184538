import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from './client';
import { assessment } from './schema/assessments';
import { decision, plan, scenario } from './schema/plans';
import { finding, phrase, report, reportIssue, share } from './schema/reports';
import { membership } from './schema/orgs';
import { round } from './schema/rounds';
import { team } from './schema/teams';
import { user } from './schema/people';

export type NamedThing = { id: string; kind: string; name: string; of: string | null };

type Column = typeof team.id | typeof assessment.id;

/** What the things with these ids are called today, or all things of the organisation. Those that are gone have no row. */
export async function namedThings(db: Db, orgId: string, ids?: readonly string[]): Promise<NamedThing[]> {
  const own = (table: { orgId: unknown; id: unknown }) =>
    and(
      eq(table.orgId as Column, orgId),
      ids === undefined ? undefined : inArray(table.id as Column, [...ids]),
    );
  const rows = await Promise.all([
    named('team', db.select({ id: team.id, name: team.name }).from(team).where(own(team))),
    named(
      'member',
      db
        .select({ id: user.id, name: user.name })
        .from(membership)
        .innerJoin(user, eq(user.id, membership.userId))
        .where(own({ orgId: membership.orgId, id: user.id })),
    ),
    named(
      'assessment',
      db
        .select({ id: assessment.id, name: assessment.title, of: team.name })
        .from(assessment)
        .innerJoin(team, eq(team.id, assessment.teamId))
        .where(own(assessment)),
    ),
    named('round', db.select({ id: round.id, name: round.title }).from(round).where(own(round))),
    named('share', db.select({ id: share.id, name: share.title }).from(share).where(own(share))),
    named('phrase', db.select({ id: phrase.id, name: phrase.headline }).from(phrase).where(own(phrase))),
    named(
      'decision',
      db.select({ id: decision.id, name: decision.title }).from(decision).where(own(decision)),
    ),
    named('finding', db.select({ id: finding.id, name: finding.headline }).from(finding).where(own(finding))),
    named(
      'scenario',
      db.select({ id: scenario.id, name: scenario.name }).from(scenario).where(own(scenario)),
    ),
    named(
      'plan',
      db
        .select({ id: plan.id, name: plan.name, of: team.name })
        .from(plan)
        .innerJoin(team, eq(team.id, plan.teamId))
        .where(own(plan)),
    ),
    reportsNamed(db, own(report)),
    issuesNamed(db, own(reportIssue)),
  ]);
  return rows.flat();
}

async function named(
  kind: string,
  query: PromiseLike<{ id: string; name: string; of?: string }[]>,
): Promise<NamedThing[]> {
  return (await query).map(({ id, name, of = null }) => ({ id, kind, name, of }));
}

async function reportsNamed(db: Db, where: ReturnType<typeof and>): Promise<NamedThing[]> {
  const rows = await db.select({ id: report.id, settings: report.settings }).from(report).where(where);
  return rows.map(({ id, settings }) => ({ id, kind: 'report', name: settings.title, of: null }));
}

async function issuesNamed(db: Db, where: ReturnType<typeof and>): Promise<NamedThing[]> {
  const rows = await db
    .select({
      id: reportIssue.id,
      status: reportIssue.status,
      number: reportIssue.number,
      settings: report.settings,
    })
    .from(reportIssue)
    .innerJoin(report, eq(report.id, reportIssue.reportId))
    .where(where);
  return rows.map(({ id, status, number, settings }) => ({
    ...{ id, kind: 'issue', name: `${status} ${number}`, of: settings.title },
  }));
}
