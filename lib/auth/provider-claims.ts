import 'server-only';
import * as z from 'zod';
import { LIMITS } from '../domain/limits';
import type { ProviderClaims } from '../domain/provider-sign-in';
import { plainText } from '../domain/schema/answers';
import { emailSchema } from '../domain/schema/email-address';

const orNothing = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().catch(null).default(null);

const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  email: orNothing(emailSchema),
  email_verified: z.unknown().optional(),
  xms_edov: z.unknown().optional(),
  name: orNothing(plainText(LIMITS.title).min(1)),
});

const MOST_GROUPS = 1_000;

/**
 * What counts of the claims; `null` where they are of another issuer than the one that is configured. What is there in another form than
 * expected counts as not there. Entra ID never says `email_verified`; its `xms_edov` says that the domain of the address is its tenant's.
 */
export function readClaims(raw: unknown, issuer: string, groupsClaim: string): ProviderClaims | null {
  const read = claimsSchema.safeParse(raw);
  if (!read.success || withoutSlash(read.data.iss) !== withoutSlash(issuer)) return null;
  const { iss, sub, email, email_verified, xms_edov, name } = read.data;
  return {
    ...{ issuer: iss, subject: sub, email, name },
    emailVerified: email_verified === true || (email_verified === undefined && isYes(xms_edov)),
    groups: groupsIn(raw, groupsClaim),
  };
}

const withoutSlash = (address: string): string => address.replace(/\/$/, '');

// Microsoft sends it as a boolean or as a number, by the kind of token.
const isYes = (value: unknown): boolean => value === true || value === 1 || value === '1';

/**
 * No claim at all is no groups. Entra ID writes the claim’s name into `_claim_names` in place of more than 200 groups, and what is more than
 * is looked at here would be cut: of neither follows that somebody is not in a group.
 */
function groupsIn(raw: unknown, claim: string): string[] | null {
  const all = ownValue(raw, claim);
  if (all === undefined && ownValue(ownValue(raw, '_claim_names'), claim) !== undefined) return null;
  const listed = typeof all === 'string' ? [all] : Array.isArray(all) ? all : [];
  if (listed.length > MOST_GROUPS) return null;
  return [...new Set(listed.filter((one): one is string => typeof one === 'string'))];
}

const ownValue = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? new Map<string, unknown>(Object.entries(of)).get(name) : undefined;
