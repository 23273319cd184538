import 'server-only';
import { insertAnswers, upsertStated } from '@/db/answers';
import { insertAssessment } from '@/db/assessments';
import type { Tx } from '@/db/client';
import { exactlyOne, type Write } from '@/db/commit';
import { keepEdition } from '@/db/frozen';
import { insertOrigin } from '@/db/origins';
import { editionRow } from '../assessments/editions';
import { freeze } from '../assessments/freeze';
import type { Context } from '../context';
import type { Assessment } from '../domain/assessment';
import { dayOf } from '../domain/calendar';

/** An assessment as it is put into a database that is filled by a script. */
export type Seeded = {
  id: string;
  orgId: string;
  organisation: string;
  team: string;
  title: string;
  /** Id and name of the person who answered and finished it. */
  by: string;
  byName: string;
  begun: Date;
  /** None for a draft. */
  finished: Date | null;
  /** The assessment of the round before, of which it asked what was still true. */
  from?: string | undefined;
  assessment: Assessment;
};

/** The writes of an assessment with its answers, frozen and scored if it is finished; its roll-ups are rebuilt when all are in. */
export function assessmentWrites(
  { content }: Pick<Context, 'content'>,
  { id, orgId, organisation, team, title, by, byName, begun, finished, from, assessment }: Seeded,
): (tx: Tx) => Write[] {
  const { answers, statements, questionnaires, scope, targets, date } = assessment;
  const status = { finished: true, by: byName, at: finished === null ? null : dayOf(finished) };
  const frost = finished === null ? null : freeze(content, assessment, { organisation, status });
  const row = { orgId, assessmentId: id, updatedAt: finished ?? begun, updatedBy: by };
  return (tx) => [
    ...(finished === null ? [keepEdition(tx, editionRow(content))] : []),
    insertAssessment(tx, {
      id,
      orgId,
      teamId: team,
      title,
      status: finished === null ? 'draft' : 'finished',
      scope,
      questionnaires,
      targets,
      assessedOn: date,
      edition: finished === null ? content.edition.hash : null,
      createdBy: by,
      createdAt: begun,
      updatedAt: finished ?? begun,
      finishedAt: finished,
      finishedBy: finished === null ? null : by,
    }),
    ...insertAnswers(
      tx,
      Object.entries(answers).map(([capability, { note, evidence, ...value }]) => ({
        ...row,
        capability,
        value,
        note: note ?? null,
        evidence: evidence ?? [],
        flagged: false,
        vendorsSeenFirst: false,
      })),
    ),
    ...Object.entries(statements).map(([criterion, statement]) =>
      exactlyOne(
        upsertStated(
          tx,
          {
            ...row,
            criterion,
            holds: 'holds' in statement ? statement.holds : null,
            note: statement.note ?? null,
          },
          0,
        ),
        () => new Error(`${criterion} stands twice in ${id}`),
      ),
    ),
    ...(from === undefined
      ? []
      : [insertOrigin(tx, { assessmentId: id, orgId, fromId: from, kind: 'round' as const })]),
    ...(finished === null || frost === null ? [] : frost.writes(tx, { id, orgId, teamId: team }, finished)),
  ];
}
