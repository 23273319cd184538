import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { findingsOf, insertFinding, updateFinding } from '@/db/findings';
import { loadAssessment } from '../assessments/load-assessment';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { LIMITS } from '../domain/limits';
import { plainText, webAddress, type Evidence } from '../domain/schema/answers';
import { emptyOr, texts, ticked } from '../form-fields';
import { done, failed, Stale, unlessStale, type Result } from '../errors';

export const saveFindingInput = z.object({
  org: z.string(),
  /** The assessment. */
  id: z.string(),
  /** The one that is changed, with the version that the person saw; a new one where it is empty. */
  finding: z.string().default(''),
  version: z.coerce.number().int().default(0),
  headline: plainText(LIMITS.title).min(1, 'is empty'),
  text: plainText(LIMITS.finding).default(''),
  recommendation: plainText(LIMITS.finding).default(''),
  capabilities: ticked,
  /** Both empty is no evidence. */
  evidenceTitle: plainText(LIMITS.title).default(''),
  evidenceUrl: emptyOr(webAddress),
  /** Places of the pieces of evidence that are taken away. */
  without: texts,
});

type Wanted = Omit<z.output<typeof saveFindingInput>, 'org'>;

/** Keeps what somebody found, a new one at the end. Of two who change the same finding at once the second is told. */
export async function saveFinding(ctx: ActorContext, wanted: Wanted): Promise<Result<{ id: string }>> {
  const { db, actor, now, newId } = ctx;
  const { id: assessmentId, finding, version, headline, text, recommendation, capabilities } = wanted;
  const loaded = await loadAssessment(ctx, assessmentId);
  if (loaded === null) return failed('not-found', 'There is no such assessment.');
  // The form offers those of the edition that the assessment is read by.
  const unknown = capabilities.find((id) => loaded.content.capabilities.every((each) => each.id !== id));
  if (unknown !== undefined)
    return failed('invalid', `There is no capability ${unknown}.`, {
      fields: { capabilities: `there is no capability ${unknown}` },
    });
  const all = await findingsOf(db, actor.orgId, assessmentId);
  const seen = all.find(({ id }) => id === finding);
  if (finding !== '' && seen === undefined) return failed('not-found', 'There is no such finding any more.');
  const evidence = evidenceAfter(seen?.evidence ?? [], wanted);
  if (evidence === null)
    return failed('invalid', 'A piece of evidence needs a name.', {
      fields: { evidenceTitle: 'name what the address shows' },
    });
  if (evidence.length > LIMITS.evidence)
    return failed('invalid', `A finding holds at most ${LIMITS.evidence} pieces of evidence.`);
  const said = { headline, text, recommendation, capabilities, evidence };
  const by = { updatedBy: actor.userId, updatedAt: now };
  if (seen === undefined) {
    if (all.length >= LIMITS.findings)
      return failed('invalid', `There are ${LIMITS.findings} findings already. Delete one first.`);
    const id = newId();
    const position = (all.at(-1)?.position ?? 0) + 1;
    const row = { id, orgId: actor.orgId, assessmentId, position, ...said, ...by };
    await commit(db, (tx) => [
      insertFinding(tx, { ...row, createdBy: actor.userId, createdAt: now }),
      audited(ctx, tx, 'finding.create', id, { assessment: assessmentId, headline }),
    ]);
    return done({ id });
  }
  const saved = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(updateFinding(tx, { ...seen, version }, { ...said, ...by }), () => new Stale()),
      audited(ctx, tx, 'finding.change', seen.id, { headline }),
    ]),
  );
  return saved
    ? done({ id: seen.id })
    : failed(
        'conflict',
        'Somebody changed this finding meanwhile. Yours is still in the fields; reload to see theirs.',
      );
}

/** `null` where there is an address without a name. */
function evidenceAfter(before: readonly Evidence[], { evidenceTitle: title, evidenceUrl, without }: Wanted) {
  const kept = before.filter((_, index) => !without.includes(String(index)));
  if (title === '') return evidenceUrl === '' ? kept : null;
  return [...kept, { title, ...(evidenceUrl !== '' && { url: evidenceUrl }) }];
}
