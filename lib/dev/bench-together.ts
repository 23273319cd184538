import { encode } from 'next-auth/jwt';
import { answersOf } from '@/db/answers';
import { commit } from '@/db/commit';
import { insertMembership, orgBySlug } from '@/db/orgs';
import { pastAnswersOf } from '@/db/past-answers';
import { insertSession } from '@/db/sessions';
import { insertUser } from '@/db/users';
import { sessionCookie } from '../auth/options';
import { DEMO_DRAFT } from '../bench/saving';
import { newContext } from '../context';
import { env } from '../env';

/**
 * For `npm run bench`: `people 100` makes that many contributors of the demo's organisation, all signed in, and prints their cookies;
 * `kept` prints every text that is stored for the draft, by capability and version. In a process of its own, as both engines are measured.
 */
const { db, now, content } = newContext();
const found = await orgBySlug(db, DEMO_DRAFT.org);
if (found === undefined) throw new Error('this is not the demo’s database');
const org = found;

const [what, count] = process.argv.slice(2);
console.log(JSON.stringify(what === 'people' ? await people(Number(count)) : await kept()));

async function people(most: number): Promise<string[]> {
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

async function kept(): Promise<[key: string, note: string | null][]> {
  const draft = { orgId: org.id, assessmentId: DEMO_DRAFT.id };
  const standing = await answersOf(db, draft.orgId, draft.assessmentId);
  const replaced = await Promise.all(
    content.capabilities.map(({ id }) =>
      pastAnswersOf(db, { ...draft, capability: id }, { limit: Number.MAX_SAFE_INTEGER }),
    ),
  );
  return [...standing, ...replaced.flat()].map(({ capability, version, note }) => [
    `${capability}.${version}`,
    note,
  ]);
}
