import 'server-only';
import type { Assessment } from '@/db/schema/assessments';
import type { Context } from '../context';
import { questionsOf } from '../domain/answering-place';
import type { Capability } from '../domain/schema/content';
import { contentOfDraft } from './editions';
import { groupsOf } from './questions-view';

/** A capability in the words of a draft, if its questionnaires ask for it. */
export async function askedCapability(
  ctx: Pick<Context, 'db' | 'content'>,
  draft: Assessment,
  id: string,
): Promise<Capability | undefined> {
  const content = await contentOfDraft(ctx, draft);
  const asked = questionsOf(groupsOf(content, draft.questionnaires, null));
  return asked.includes(id) ? content.capabilities.find((each) => each.id === id) : undefined;
}
