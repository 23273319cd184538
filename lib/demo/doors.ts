import 'server-only';
import { orgBySlug } from '@/db/orgs';
import { userByEmail } from '@/db/users';
import type { Context } from '../context';
import { done, failed, type Result } from '../errors';
import { isDemo } from './demo-mode';

/** The three ways into the demo, each as one of its people. */
export const DOORS = [
  {
    id: 'team',
    email: 'ana.ortiz@harbour.example',
    label: 'Look around as a team',
    says: 'Ana, ML engineer: one assessment finished, one half answered',
    path: '/harbour-bank/teams/fraud-scoring',
  },
  {
    id: 'consultant',
    email: 'noor.haddad@northgate.example',
    label: 'Look around as a consultant',
    says: 'Noor, Northgate Advisory: her firm and two organisations; rounds, reviews, reports to hand over',
    path: '/harbour-bank',
  },
  {
    id: 'executive',
    email: 'piet.vermeer@harbour.example',
    label: 'Look around as an executive',
    says: 'Piet, CIO: 24 teams, four quarters',
    path: '/harbour-bank',
  },
] as const;

/** Whose door this is. Outside the demo there are no doors, so that nobody gets in without a password. */
export async function openDoor(ctx: Context, id: string): Promise<Result<{ userId: string; path: string }>> {
  const door = DOORS.find((each) => each.id === id);
  if (door === undefined || !(await isDemo(ctx))) return failed('not-found', 'There is no such door.');
  const user = await userByEmail(ctx.db, door.email);
  if (user === undefined || (await orgBySlug(ctx.db, 'harbour-bank')) === undefined) {
    throw new Error(`the demo's database has no ${door.email}`);
  }
  return done({ userId: user.id, path: door.path });
}
