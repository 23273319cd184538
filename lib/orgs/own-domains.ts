import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne, type Guarded, type Write } from '@/db/commit';
import type { Tx } from '@/db/client';
import {
  deleteDomain,
  domainsOfOrg,
  holdDomain,
  holderOfDomain,
  insertDomain,
  setDomainRole,
} from '@/db/domains';
import { isUniqueViolation } from '@/db/errors';
import type { OrgDomain } from '@/db/schema/sign-in';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { domainRecord, readMailDomain } from '../domain/mail-domain';
import { DOMAIN_ROLE_NAMES } from '../domain/vocabulary';
import { done, failed, Stale, unlessStale, type Failure, type Result } from '../errors';
import { newToken } from '../secret-token';

const MOST = 50;

export const addDomainInput = z.object({
  org: z.string(),
  domain: z
    .string()
    .max(300)
    .transform((typed, ctx) => {
      const read = readMailDomain(typed);
      if (read.ok) return read.domain;
      ctx.addIssue({ code: 'custom', message: read.fault });
      return z.NEVER;
    }),
});

export const domainInput = z.object({ org: z.string(), domain: z.string() });

export const domainRoleInput = z.object({
  ...domainInput.shape,
  /** Empty where nobody joins by the address alone. */
  role: z
    .enum(['', ...DOMAIN_ROLE_NAMES])
    .transform((role): OrgDomain['role'] => (role === '' ? null : role)),
});

export type ListedDomain = {
  domain: string;
  verified: boolean;
  role: OrgDomain['role'];
  /** What has to be published in the domain. */
  record: string;
};

/** The domains that the organisation says are its own. */
export async function ownDomains({ db, actor }: Pick<ActorContext, 'db' | 'actor'>): Promise<ListedDomain[]> {
  return (await domainsOfOrg(db, actor.orgId)).map(({ domain, verifiedAt, role, token }) => ({
    ...{ domain, role, verified: verifiedAt !== null, record: domainRecord(token) },
  }));
}

/** Says that a domain is the organisation's, which is to be shown yet. Others may say the same until one has shown it. */
export async function addDomain(ctx: ActorContext, { domain }: { domain: string }): Promise<Result<null>> {
  const { db, now, actor } = ctx;
  const { orgId } = actor;
  const own = await domainsOfOrg(db, orgId);
  if (own.some((each) => each.domain === domain)) return refused(`${domain} is on the list already.`);
  if (own.length >= MOST) return refused(`An organisation has at most ${MOST} domains.`);
  if ((await holderOfDomain(db, domain)) !== undefined) return heldByAnother(domain);
  await commit(db, (tx) => [
    insertDomain(tx, { orgId, domain, token: newToken(), createdAt: now }),
    audited(ctx, tx, 'org.domain-add', orgId, { domain }),
  ]);
  return done(null);
}

const refused = (message: string): Failure<never> =>
  failed('conflict', message, { fields: { domain: message } });

const heldByAnother = (domain: string) =>
  refused(
    `Another organisation here has shown that ${domain} is its own. Ask whoever runs this installation if it should not be.`,
  );

/** Asks for the TXT records of a name; each is the parts of one. Fails as `resolveTxt` of node:dns does. */
export type TxtLookup = (name: string) => Promise<readonly (readonly string[])[]>;

/** Looks whether the record is published in the domain, and notes that it is the organisation's from then on. */
export async function verifyDomain(
  ctx: ActorContext,
  { domain }: { domain: string },
  lookUp: TxtLookup,
): Promise<Result<null>> {
  const row = await rowOf(ctx, domain);
  if (row === undefined) return notThere(domain);
  if (row.verifiedAt !== null) return done(null);
  const published = await recordsOf(domain, lookUp);
  if (published === null)
    return failed('conflict', `The name servers of ${domain} gave no answer. Try again in a few minutes.`);
  if (!published.includes(domainRecord(row.token)))
    return failed(
      'conflict',
      `${domain} has no such TXT record yet. After it was published it can take up to a day until it is seen everywhere.`,
    );
  try {
    return await changeDomain(ctx, row, (tx) => holdDomain(tx, row, ctx.now), [
      'org.domain-verify',
      { domain },
    ]);
  } catch (error) {
    if (isUniqueViolation(error)) return heldByAnother(domain);
    throw error;
  }
}

/** The records of the domain, each as one text; `null` where nobody could be asked. */
async function recordsOf(domain: string, lookUp: TxtLookup): Promise<string[] | null> {
  try {
    return (await lookUp(domain)).map((parts) => parts.join('').trim());
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENOTFOUND' || code === 'ENODATA' ? [] : null;
  }
}

/** Says as what people with an address in the domain join, or that they do not by that alone. */
export async function letDomainJoin(
  ctx: ActorContext,
  { domain, role }: Pick<OrgDomain, 'domain' | 'role'>,
): Promise<Result<null>> {
  const row = await rowOf(ctx, domain);
  if (row === undefined) return notThere(domain);
  if (row.verifiedAt === null) return failed('conflict', `Show first that ${domain} is yours.`);
  return changeDomain(ctx, row, (tx) => setDomainRole(tx, row, role), ['org.domain-role', { domain, role }]);
}

/** Nobody joins by it any more; who did stays a member. */
export async function removeDomain(ctx: ActorContext, { domain }: { domain: string }): Promise<Result<null>> {
  const row = await rowOf(ctx, domain);
  if (row === undefined) return notThere(domain);
  return changeDomain(ctx, row, (tx) => deleteDomain(tx, row), ['org.domain-remove', { domain }]);
}

async function rowOf({ db, actor }: ActorContext, domain: string): Promise<OrgDomain | undefined> {
  return (await domainsOfOrg(db, actor.orgId)).find((each) => each.domain === domain);
}

const notThere = (domain: string) => failed('not-found', `“${domain}” is not on the list any more.`);

type Line =
  | readonly ['org.domain-verify' | 'org.domain-remove', { domain: string }]
  | readonly ['org.domain-role', { domain: string; role: OrgDomain['role'] }];

async function changeDomain(
  ctx: ActorContext,
  { orgId, domain }: OrgDomain,
  change: (tx: Tx) => Guarded,
  [action, detail]: Line,
): Promise<Result<null>> {
  const saved = await unlessStale(
    commit(ctx.db, (tx): Write[] => [
      exactlyOne(change(tx), () => new Stale()),
      audited(ctx, tx, action, orgId, detail),
    ]),
  );
  return saved ? done(null) : failed('conflict', `Somebody changed ${domain} meanwhile. Reload to see it.`);
}
