import type { Db } from '@/db/client';
import { commit } from '@/db/commit';
import { aTeam, aWorld, type World } from '@/db/fixtures';
import { orgBySlug } from '@/db/orgs';
import { insertTeam } from '@/db/teams';
import { contextOf } from '../testing';
import { openRound } from './open-round';

export const SITE = 'https://rungs.example';

/** A world with a unit of two teams besides its own team Fraud, which has a draft. For tests alone. */
export async function worldWithUnit(db: Db) {
  const world = await aWorld(db);
  const unit = aTeam(world.org, { slug: 'retail', name: 'Retail' });
  const cards = aTeam(world.org, { slug: 'cards', name: 'Cards', parentId: unit.id });
  const loans = aTeam(world.org, { slug: 'loans', name: 'Loans', parentId: unit.id });
  await commit(db, (tx) => [unit, cards, loans].map((team) => insertTeam(tx, team)));
  return { ...world, unit, cards, loans };
}

/** As `contextOf`, with the organisation as it is stored at this moment. For tests alone. */
export async function contextNow(db: Db, world: World, options?: Parameters<typeof contextOf>[2]) {
  const org = await orgBySlug(db, world.org.slug);
  if (org === undefined) throw new Error('the organisation is gone');
  return { ...contextOf(db, world, options), org };
}

/** Opens a round a minute after noon, due in two months, for these teams; gives its id. For tests alone. */
export async function anOpenRound(db: Db, world: World, teams: string[], title = 'Q4 2026'): Promise<string> {
  const ctx = await contextNow(db, world, { minutes: 1 });
  const opened = await openRound(ctx, { title, dueOn: '2026-12-01', teams });
  if (!opened.ok) throw new Error(opened.message);
  return opened.value.id;
}
