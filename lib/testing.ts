import { randomUUID } from 'node:crypto';
import type { Db } from '@/db/client';
import { minutesLater } from '@/db/fixtures';
import type { Org } from '@/db/schema/orgs';
import type { User } from '@/db/schema/people';
import type { SignedIn } from './auth/session';
import type { ActorContext } from './context';
import type { Content } from './domain/schema/content';
import { realContent } from './domain/testing';
import type { MemberRole } from './domain/vocabulary';

/** What a use case gets when the person of this world calls it, five minutes after noon unless said otherwise. For tests alone. */
export function contextOf(
  db: Db,
  { user, org }: { user: Pick<User, 'id'> & Partial<User>; org: Pick<Org, 'id'> & Partial<Org> },
  {
    role = 'owner',
    minutes = 5,
    content = realContent(),
  }: { role?: MemberRole; minutes?: number; content?: Content } = {},
): ActorContext & { person: SignedIn; org: { name: string } } {
  return {
    db,
    now: minutesLater(minutes),
    newId: randomUUID,
    content,
    actor: { userId: user.id, orgId: org.id, role },
    person: {
      sessionId: 'session',
      userId: user.id,
      name: user.name ?? 'Ada',
      email: user.email ?? '',
      verified: false,
      method: 'password',
      since: minutesLater(minutes),
    },
    org: { name: org.name ?? 'Harbour' },
  };
}
