import 'server-only';
import { commit, exactlyOne } from '@/db/commit';
import { insertRound, insertRoundTeams, updateRound } from '@/db/rounds';
import type { Context } from '../context';

const Q4 = { title: 'Q4 2026', opened: '2026-11-02', due: '2026-11-27', closed: '2026-11-30' };

const Q1 = { title: 'Q1 2027', due: '2027-03-31' };

/** Asked for Q1 2027: teams that were done with Q4 2026 by 20 November, or not at all. */
const ASKED = [
  ...['loan-pricing', 'document-reading', 'claims-fraud', 'life-underwriting', 'damage-photos'],
  ...['card-authorisation', 'merchant-risk', 'payment-routing'],
  ...['fraud-scoring', 'credit-risk', 'market-risk', 'collections'],
];

/** The bank's round of last quarter, which Ben closed, and that of the next, which he opened. */
export async function seedRounds(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { org, teams, by }: { org: string; teams: readonly string[]; by: string },
  day: (date: string) => Date,
): Promise<void> {
  const closedAt = day(Q4.closed);
  const closed = {
    ...{ id: 'q4-2026', orgId: org, title: Q4.title, dueOn: Q4.due },
    ...{ createdBy: by, createdAt: day(Q4.opened) },
  };
  const open = {
    ...{ id: 'q1-2027', orgId: org, title: Q1.title, dueOn: Q1.due, createdBy: by },
    // Not after today: what a visitor finishes in the demo counts in it, also where the clock is behind the story.
    createdAt: now < closedAt ? now : new Date(closedAt.getTime() + 3_600_000),
  };
  await commit(db, (tx) => [
    insertRound(tx, closed),
    ...insertRoundTeams(tx, closed, teams),
    exactlyOne(
      updateRound(tx, { ...closed, version: 1 }, { closedAt, closedBy: by }),
      () => new Error('not open'),
    ),
    insertRound(tx, open),
    ...insertRoundTeams(tx, open, ASKED),
  ]);
}
