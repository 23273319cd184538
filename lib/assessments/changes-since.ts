import 'server-only';
import { answersOf } from '@/db/answers';
import { assessmentById } from '@/db/assessments';
import type { Db } from '@/db/client';
import type { Assessment } from '@/db/schema/assessments';
import { namesOf } from '@/db/users';
import type { StoredAnswer } from './answering-view';

/** An answer as it stands, with the id of who gave it last. */
type Standing = StoredAnswer & { capability: string; userId: string };

/** All answers of an assessment as they stand, and what else an open page has to know. */
export type AssessmentNow = { version: number; shape: string; answers: Standing[] };

/** An answer that somebody has not seen yet; `byYou` tells one's own from those of a person of the same name. */
export type ChangedAnswer = StoredAnswer & { capability: string; byYou: boolean };

export type Changes = { answers: ChangedAnswer[]; shape: string };

/** What, beside its answers, an open page of an assessment shows: another shape needs the page anew. */
export const shapeOf = ({ status, edition, questionnaires, title }: Assessment): string =>
  JSON.stringify([status, edition, questionnaires, title]);

/** The version is read before the answers: what comes in between is found with the next version, and never missed. */
export async function assessmentNow(db: Db, orgId: string, id: string): Promise<AssessmentNow | null> {
  const row = await assessmentById(db, orgId, id);
  if (row === undefined) return null;
  const rows = await answersOf(db, orgId, id);
  const names = await namesOf(
    db,
    rows.map(({ updatedBy }) => updatedBy),
  );
  const answers = rows.map(
    ({ capability, value, note, evidence, flagged, vendorsSeenFirst, version, updatedAt, updatedBy }) => ({
      ...{ capability, choice: value, note, evidence, flagged, vendorsSeenFirst, version },
      ...{ by: names.get(updatedBy) ?? 'somebody', at: updatedAt.toISOString(), userId: updatedBy },
    }),
  );
  return { version: row.version, shape: shapeOf(row), answers };
}

/** The answers that are newer than those seen, by capability; by version alone, as clocks disagree. */
export function changesSince(
  { answers, shape }: AssessmentNow,
  seen: ReadonlyMap<string, number>,
  reader: string,
): Changes {
  const changed = answers
    .filter(({ capability, version }) => version > (seen.get(capability) ?? 0))
    .map(({ userId, ...answer }) => ({ ...answer, byYou: userId === reader }));
  return { answers: changed, shape };
}
