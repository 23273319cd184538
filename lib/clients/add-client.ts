import 'server-only';
import * as z from 'zod';
import { commit } from '@/db/commit';
import { insertEngagement } from '@/db/engagements';
import { isUniqueViolation } from '@/db/errors';
import { insertMembership, insertOrg } from '@/db/orgs';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { LIMITS } from '../domain/limits';
import { plainText } from '../domain/schema/answers';
import { MODEL_IDS } from '../domain/vocabulary';
import { done, failed, type Result } from '../errors';
import { organisationsOf } from '../orgs/organisations-of';
import { slugFrom } from '../orgs/slug';
import { underFreeSlug } from '../orgs/under-free-slug';
import { clientFields, DAYS_FAULT, daysInOrder, noted } from './client-fields';

export const addClientInput = clientFields
  .extend({
    /** The slug of an organisation in which one is a member already; empty for a new one. */
    existing: z.string().default(''),
    name: plainText(LIMITS.title).default(''),
  })
  .refine(daysInOrder, DAYS_FAULT);

const invalid = (field: string, message: string) =>
  failed('invalid', message, { fields: { [field]: message } });

/** Puts a client on the firm's list: an organisation where one works already, or a new one, which one owns until it is handed over. */
export async function addClient(
  ctx: ActorContext,
  input: Omit<z.output<typeof addClientInput>, 'org'>,
): Promise<Result<{ client: string }>> {
  if (input.existing === '' && input.name === '')
    return invalid('name', 'Name the client, or choose an organisation of yours.');
  try {
    return input.existing === ''
      ? done({ client: await newClient(ctx, input) })
      : await knownClient(ctx, input);
  } catch (error) {
    if (isUniqueViolation(error)) return invalid('existing', 'This client is on the list already.');
    throw error;
  }
}

type Wanted = Parameters<typeof addClient>[1];

async function knownClient(ctx: ActorContext, input: Wanted): Promise<Result<{ client: string }>> {
  const known = (await organisationsOf(ctx)).find(({ slug }) => slug === input.existing);
  if (known === undefined || known.id === ctx.actor.orgId)
    return invalid('existing', 'Choose one of your other organisations.');
  await commit(ctx.db, (tx) => engaged(ctx, tx, known.id, input));
  return done({ client: known.slug });
}

/** The organisation, its owner and its place on the list in one commit. */
function newClient(ctx: ActorContext, input: Wanted): Promise<string> {
  const clientId = ctx.newId();
  const { userId, orgId: firmId } = ctx.actor;
  return underFreeSlug(slugFrom(input.name, 'organisation'), clientId, (slug) =>
    commit(ctx.db, (tx) => [
      insertOrg(tx, {
        ...{ id: clientId, slug, name: input.name, questionnaires: [...MODEL_IDS], createdAt: ctx.now },
      }),
      insertMembership(tx, { orgId: clientId, userId, role: 'owner', createdAt: ctx.now, firmId }),
      audited({ ...ctx, actor: { userId, orgId: clientId } }, tx, 'org.create', clientId),
      ...engaged(ctx, tx, clientId, input),
    ]),
  );
}

function engaged(
  ctx: ActorContext,
  tx: Parameters<typeof insertEngagement>[0],
  clientId: string,
  input: Wanted,
) {
  const id = ctx.newId();
  return [
    insertEngagement(tx, { id, orgId: ctx.actor.orgId, clientId, ...noted(input), createdAt: ctx.now }),
    audited(ctx, tx, 'client.add', id),
  ];
}
