import 'server-only';
import { assessmentById } from '@/db/assessments';
import { memberNamesOf, openEvidenceRequestsOf } from '@/db/evidence-requests';
import { teamById } from '@/db/teams';
import type { EvidenceRequest } from '@/db/schema/answers';
import type { ActorContext } from '../context';
import { blindRefusal } from '../gatherings/blind';
import { mayBeAsked } from '../gatherings/may-be-asked';
import { mailConfigured } from '../mail';
import { askedCapability } from './asked-capability';
import { mayEnd } from './end-evidence-request';
import { fixed } from './fixed';

/** Instead of the name of somebody who is no member any more. */
export const WHO_LEFT = 'somebody who left';

/** That a person is asked for evidence, as it is shown. */
export type ShownRequest = {
  id: string;
  /** Who is asked. */
  of: string;
  /** Whether that is the reader. */
  ofYou: boolean;
  by: string;
  byYou: boolean;
  /** The instant, ISO. */
  at: string;
  note: string | null;
  mayEnd: boolean;
};

export type EvidenceRequestsView = {
  title: string;
  team: string;
  ladder: { title: string; question: string; show: string[] };
  open: ShownRequest[];
  /** Members who may be asked and are not; nobody where `refused`. */
  others: { userId: string; name: string; email: string }[];
  /** Why nobody is asked at present. */
  refused: string | null;
  mails: boolean;
};

/** Who is asked for evidence on a capability, and who may be; `null` where there is no such assessment or question. */
export async function evidenceRequestsView(
  ctx: ActorContext,
  { id, capability }: { id: string; capability: string },
): Promise<EvidenceRequestsView | null> {
  const { db, actor } = ctx;
  const row = await assessmentById(db, actor.orgId, id);
  if (row === undefined) return null;
  const asked = await askedCapability(ctx, row, capability);
  if (asked === undefined) return null;
  const refusal = fixed(row) ?? (await blindRefusal(ctx, id));
  const [team, rows, may] = await Promise.all([
    teamById(db, actor.orgId, row.teamId),
    openEvidenceRequestsOf(db, actor.orgId, id),
    refusal === null ? mayBeAsked(ctx, row.teamId) : [],
  ]);
  const own = rows.filter((each) => each.capability === capability);
  const known = new Set([actor.userId, ...own.map(({ askedOf }) => askedOf)]);
  const { title, question, evidence } = asked;
  return {
    ...{ title: row.title, team: team?.name ?? '', ladder: { title, question, show: evidence } },
    open: await shownRequests(ctx, own),
    others: may
      .filter(({ userId }) => !known.has(userId))
      .map(({ userId, name, email }) => ({ userId, name, email })),
    ...{ refused: refusal?.message ?? null, mails: mailConfigured() },
  };
}

/** The open requests of an assessment by capability, for who may answer it. */
export async function requestsByCapability(
  ctx: ActorContext,
  id: string,
): Promise<Record<string, ShownRequest[]>> {
  const rows = await openEvidenceRequestsOf(ctx.db, ctx.actor.orgId, id);
  const shown = await shownRequests(ctx, rows);
  const grouped: Record<string, ShownRequest[]> = {};
  for (const [index, { capability }] of rows.entries())
    (grouped[capability] ??= []).push(...shown.slice(index, index + 1));
  return grouped;
}

async function shownRequests(
  { db, actor }: ActorContext,
  rows: readonly EvidenceRequest[],
): Promise<ShownRequest[]> {
  const names = await memberNamesOf(
    db,
    actor.orgId,
    rows.flatMap(({ askedOf, askedBy }) => [askedOf, askedBy]),
  );
  return rows.map((row) => ({
    ...{ id: row.id, of: names.get(row.askedOf) ?? WHO_LEFT, ofYou: row.askedOf === actor.userId },
    ...{ by: names.get(row.askedBy) ?? WHO_LEFT, byYou: row.askedBy === actor.userId },
    ...{ at: row.askedAt.toISOString(), note: row.note, mayEnd: mayEnd(actor, row) },
  }));
}
