import 'server-only';
import { insertAssessment } from '@/db/assessments';
import type { Tx } from '@/db/client';
import { commit, exactlyOne, type Write } from '@/db/commit';
import { keepEdition } from '@/db/frozen';
import { insertGathering, setOpened } from '@/db/gatherings';
import { insertOwnAnswer } from '@/db/own-answers';
import { insertRespondent } from '@/db/respondents';
import { editionRow } from '../assessments/editions';
import type { Context } from '../context';
import type { Assessment } from '../domain/assessment';
import { rungOf, standing } from '../domain/answers';
import type { Choice } from '../domain/schema/answers';
import { randomFrom } from '../domain/seeded-random';
import { RUNGS } from '../domain/vocabulary';
import { chance } from './random';

/** Who answered alone, with the role of the content that each has. */
const PEOPLE = [
  { name: 'Mara Lindqvist', role: 'data-scientist' },
  { name: 'Tomasz Zielinski', role: 'ml-engineer' },
  { name: 'Yuki Tanaka', role: 'data-engineer' },
  { name: 'Chidi Okafor', role: 'product-owner' },
  { name: 'Elif Kaya', role: 'platform-engineer' },
] as const;

const NOTES = [
  'We have it for the newest model; the two older ones are still done by hand.',
  'There is a page that describes it, and I have not seen anybody follow it.',
  'The pipeline does it since spring.',
  'Only one of us knows how.',
];

const TITLE = 'Q1 2027';

/** A draft that five people of a team answered each alone, opened, and not talked about yet. */
export async function seedGathering(
  ctx: Context,
  { org, team, by, before }: { org: string; team: string; by: string; before: Assessment },
  day: (date: string) => Date,
): Promise<void> {
  const id = `${team}-q1-2027`;
  const [begun, opened] = [day('2026-12-01'), day('2026-12-10')];
  const row = { orgId: org, assessmentId: id };
  const random = randomFrom(id);
  const answersWrites = (tx: Tx, respondentId: string): Write[] =>
    ctx.content.capabilities.flatMap(({ id: capability }) => {
      const last = rungOf(standing(before.answers[capability]));
      const value = saidBy(random, last, chance(`${id} ${capability}`) < 0.4);
      if (value === null) return [];
      const note = random() < 0.15 ? (NOTES[Math.floor(random() * NOTES.length)] ?? null) : null;
      return [
        insertOwnAnswer(tx, {
          ...{ ...row, respondentId, capability, value, note, evidence: [], flagged: false },
          ...{ vendorsSeenFirst: false, updatedAt: begun },
        }),
      ];
    });
  await commit(ctx.db, (tx) => [
    keepEdition(tx, editionRow(ctx.content)),
    insertAssessment(tx, {
      ...{ id, orgId: org, teamId: team, title: TITLE, status: 'draft' as const, scope: before.scope },
      ...{ questionnaires: before.questionnaires, targets: before.targets, assessedOn: '2026-12-10' },
      ...{ edition: ctx.content.edition.hash, createdBy: by, createdAt: begun, updatedAt: opened },
      ...{ finishedAt: null, finishedBy: null },
    }),
    insertGathering(tx, {
      ...{ ...row, way: 'alone' as const, named: true, guests: false, dueOn: '2026-12-09' },
      ...{ createdBy: by, createdAt: begun },
    }),
    ...PEOPLE.flatMap(({ name, role }, index) => {
      const respondentId = `${id}-${index + 1}`;
      return [
        insertRespondent(tx, {
          ...{ ...row, id: respondentId, userId: null, recordedBy: by, name, email: null, roles: [role] },
          ...{ invitedBy: by, invitedAt: begun },
        }),
        ...answersWrites(tx, respondentId),
      ];
    }),
    exactlyOne(setOpened(tx, { ...row, openedAt: opened, openedBy: by }), () => new Error('opened already')),
  ]);
}

/** What the team said last time, where it is contested often a rung beside it; now and then that one does not know, or nothing. */
function saidBy(random: () => number, last: number | undefined, contested: boolean): Choice | null {
  const luck = random();
  if (luck < 0.02) return null;
  if (luck < 0.05 || last === undefined) return { unknown: true };
  const step = !contested || luck < 0.4 ? 0 : luck < 0.65 ? -1 : luck < 0.9 ? 1 : 2;
  const rung = RUNGS[Math.max(0, Math.min(4, last + step))];
  return rung === undefined ? null : { rung };
}
