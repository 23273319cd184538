import 'server-only';
import * as z from 'zod';
import { assessmentById, bumpAssessment } from '@/db/assessments';
import { commit, exactlyOne } from '@/db/commit';
import { insertEvidenceRequest, openEvidenceRequestsOf } from '@/db/evidence-requests';
import { teamById } from '@/db/teams';
import { audited } from '../audited';
import { addressOfEvidence } from '../domain/answering-place';
import { LIMITS } from '../domain/limits';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { formText } from '../form-fields';
import type { AskContext } from '../gatherings/ask-members';
import { blindRefusal } from '../gatherings/blind';
import { addressOfAssessment, askEvidenceText, mailText, type Text } from '../gatherings/mails';
import { mayBeAsked } from '../gatherings/may-be-asked';
import type { Mailed } from '../mail';
import { fixed } from './fixed';
import { askedCapability } from './asked-capability';

export const askForEvidenceInput = z.object({
  org: z.string(),
  id: z.string(),
  capability: z.string(),
  /** The id of the member. */
  person: z.string().default(''),
  note: formText(LIMITS.reason),
});

/** Who is asked now, whether they were told by mail, and the text to pass on where they were not. */
export type AskedForEvidence = { name: string; mailed: Mailed; text: Text };

/**
 * Asks a member who may answer here for evidence on a capability of a draft, and tells them by mail. One may be asked once at a time for
 * each capability.
 */
export async function askForEvidence(
  ctx: AskContext,
  { id, capability, person, note }: Omit<z.output<typeof askForEvidenceInput>, 'org'>,
): Promise<Result<AskedForEvidence>> {
  const { db, actor, now } = ctx;
  // Every answer counts the version up, which is no reason to give up; whoever asks the same person at this moment counts it up as well.
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const draft = await assessmentById(db, actor.orgId, id);
    if (draft === undefined) return failed('not-found', 'There is no such assessment.');
    const no = fixed(draft) ?? (await blindRefusal(ctx, id));
    if (no !== null) return no;
    const asked = await askedCapability(ctx, draft, capability);
    if (asked === undefined) return failed('not-found', 'This assessment has no such question.');
    if (person === '') return failed('invalid', 'Choose whom to ask.');
    if (person === actor.userId)
      return failed('invalid', 'You need not ask yourself: add the evidence beside the question.');
    const member = (await mayBeAsked(ctx, draft.teamId)).find(({ userId }) => userId === person);
    if (member === undefined)
      return failed('invalid', 'This is no member who may answer for this team. Choose somebody else.');
    const open = await openEvidenceRequestsOf(db, actor.orgId, id);
    if (open.some((each) => each.capability === capability && each.askedOf === person))
      return failed('conflict', `${member.name} is asked for this already.`);
    const saved = await unlessStale(
      commit(db, (tx) => [
        exactlyOne(bumpAssessment(tx, draft, { updatedAt: now }), () => new Stale()),
        insertEvidenceRequest(tx, {
          ...{ id: ctx.newId(), orgId: actor.orgId, assessmentId: id, capability },
          ...{ askedOf: person, askedBy: actor.userId, askedAt: now, note: note === '' ? null : note },
        }),
        audited(ctx, tx, 'assessment.evidence-ask', id, { capability }),
      ]),
    );
    if (!saved) continue;
    const text = askEvidenceText(
      {
        ...{ organisation: ctx.org.name, title: draft.title, by: ctx.person.name, on: asked.title },
        team: (await teamById(db, actor.orgId, draft.teamId))?.name ?? '',
        note: note === '' ? null : note,
      },
      `${addressOfAssessment(ctx.org.slug, id)}${addressOfEvidence(capability)}`,
    );
    return done({ name: member.name, mailed: await mailText(member.email, text), text });
  }
  return failed('conflict', 'This assessment is changing at this moment. Please try again.');
}
