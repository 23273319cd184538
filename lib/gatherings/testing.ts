import { randomUUID } from 'node:crypto';
import type { Db } from '@/db/client';
import { commit } from '@/db/commit';
import { aUser, aWorld, NOON, type World } from '@/db/fixtures';
import { insertMembership } from '@/db/orgs';
import { respondentOfUser } from '@/db/respondents';
import type { Gathering } from '@/db/schema/gatherings';
import type { User } from '@/db/schema/people';
import { insertUser } from '@/db/users';
import type { Result } from '../errors';
import { realContent } from '../domain/testing';
import { contextOf } from '../testing';
import { askGuest } from './ask-guest';
import { askMembers, type AskContext } from './ask-members';
import { saveOwnAnswer } from './save-own-answer';
import type { OwnBody } from './save-own';
import { setGathering, settingsOf, settingsText } from './set-gathering';

process.env['NEXTAUTH_URL'] = 'https://rungs.example';
process.env['NEXTAUTH_SECRET'] = 'a secret of thirty-two characters or more';

const content = realContent();

/** For tests alone. */
export function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

/** For tests alone. */
export function there<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('it is not there');
  return value;
}

/** What a facilitator’s use case gets, in a world that is given here. For tests alone. */
export const askContext = (db: Db, world: World, user: User = world.user): AskContext => ({
  ...contextOf(db, { ...world, user }, { content }),
  org: world.org,
});

/** Adds members to a world, who may answer in the whole organisation. For tests alone. */
export async function members(db: Db, world: World, names: readonly string[]): Promise<User[]> {
  const people = names.map((name) => aUser({ name, email: `${randomUUID()}@example.org` }));
  await commit(db, (tx) =>
    people.flatMap((user) => [
      insertUser(tx, user),
      insertMembership(tx, {
        ...{ orgId: world.org.id, userId: user.id, role: 'contributor' as const, createdAt: NOON },
      }),
    ]),
  );
  return people;
}

/** A world whose assessment each answers alone, with these members asked. For tests alone. */
export async function blindWorld(
  db: Db,
  names: readonly string[],
  settings: Partial<Pick<Gathering, 'named' | 'guests'>> = {},
): Promise<{ world: World; people: User[] }> {
  const world = await aWorld(db);
  const people = await members(db, world, names);
  const ctx = askContext(db, world);
  must(
    await setGathering(ctx, {
      ...{ id: world.assessment.id, way: 'alone', dueOn: '' },
      named: settings.named === false ? 'no' : 'yes',
      guests: settings.guests === false ? undefined : 'yes',
      seen: settingsText(settingsOf(undefined)),
    }),
  );
  if (people.length > 0)
    must(await askMembers(ctx, { id: world.assessment.id, people: people.map(({ id }) => id) }));
  return { world, people };
}

export const OWN: OwnBody = {
  ...{ seen: 0, choice: { rung: 2 }, note: null, evidence: [], flagged: false, vendorsSeenFirst: false },
};

/** Sends one answer of a member alone. For tests alone. */
export async function sayAlone(
  db: Db,
  world: World,
  user: User,
  body: Partial<OwnBody> = {},
  capability = 'rollback',
) {
  const as = await respondentOfUser(db, world.org.id, { assessmentId: world.assessment.id, userId: user.id });
  return saveOwnAnswer(contextOf(db, { ...world, user }, { role: 'contributor', content }), {
    ...{ id: world.assessment.id, capability },
    body: { org: world.org.slug, ...OWN, ...body, as: as?.id ?? '' },
  });
}

/** Asks a guest, and gives the token of the link. For tests alone. */
export async function aGuest(db: Db, world: World, name = 'Grace'): Promise<string> {
  const asked = must(
    await askGuest(askContext(db, world), {
      ...{ id: world.assessment.id, name, email: `${name.toLowerCase()}@example.net` },
    }),
  );
  return asked.link?.split('/').at(-1) ?? '';
}
