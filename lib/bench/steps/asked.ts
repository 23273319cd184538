import { addInterview } from '../../gatherings/change-respondents';
import { askGuest } from '../../gatherings/ask-guest';
import { beginAlone, beginAsGuest } from '../../gatherings/be-asked';
import { newContext } from '../../context';
import { must } from '../../dev/matrix-things';
import { theOrg } from './the-org';

/**
 * A guest and somebody who is interviewed, both asked by this owner in an assessment that each answers alone, and both in the middle of it:
 * the token of the guest's link, and the id of whom the owner interviews.
 */
export async function asked(id: string, userId: string): Promise<{ guest: string; written: string }> {
  const base = newContext();
  const org = await theOrg(base.db);
  const actor = { userId, orgId: org.id, role: 'owner' as const };
  const ctx = { ...base, org, actor, person: { name: 'Owner' } };
  const { link } = must(await askGuest(ctx, { id, name: 'Guest', email: 'guest@bench.example' }));
  const guest = link?.replace(/^.*\/answer\//, '');
  if (guest === undefined) throw new Error('the link went out by mail');
  must(await beginAsGuest(ctx, { token: guest }));
  const { respondent } = must(await addInterview(ctx, { id, name: 'Interviewed' }));
  must(await beginAlone(ctx, { id, respondent }));
  return { guest, written: respondent };
}
