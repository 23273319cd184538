import { encode } from 'next-auth/jwt';
import { commit } from '@/db/commit';
import { insertMembership } from '@/db/orgs';
import { insertSession } from '@/db/sessions';
import { insertUser } from '@/db/users';
import { sessionCookie } from '../../auth/options';
import { newContext } from '../../context';
import { env } from '../../env';
import { theOrg } from './the-org';

/** So many contributors of the organisation that is there, all signed in: their cookies. */
export async function people(most: number): Promise<string[]> {
  const { db, now } = newContext();
  const org = await theOrg(db);
  const ids = Array.from({ length: most }, (_, number) => `together-${number}`);
  const expiresAt = new Date(now.getTime() + 3_600_000);
  await commit(db, (tx) =>
    ids.flatMap((id) => [
      insertUser(tx, {
        ...{ id, name: `Person ${id}`, email: `${id}@bench.example`, passwordHash: null, createdAt: now },
        emailVerifiedAt: now,
      }),
      insertMembership(tx, { orgId: org.id, userId: id, role: 'contributor', createdAt: now }),
      insertSession(tx, { id, userId: id, createdAt: now, userAgent: null, lastSeenAt: now, expiresAt }),
    ]),
  );
  const secret = env().NEXTAUTH_SECRET;
  return Promise.all(
    ids.map(async (id) => `${sessionCookie()}=${await encode({ token: { sub: id, sid: id }, secret })}`),
  );
}
