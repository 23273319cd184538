import 'server-only';
import * as z from 'zod';
import { assessmentById, bumpAssessment } from '@/db/assessments';
import { commit, exactlyOne } from '@/db/commit';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import type { Targets } from '../domain/schema/answers';
import type { Content } from '../domain/schema/content';
import { MODEL_IDS } from '../domain/vocabulary';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { contentOfDraft } from './editions';
import { fixed } from './fixed';

/** A level by its id; empty for the next level, absent for what is set already. */
const level = z.string().max(40).optional();

export const setTargetsInput = z.object({
  org: z.string(),
  id: z.string(),
  aws: level,
  microsoft: level,
  google: level,
});

type Wanted = Pick<z.output<typeof setTargetsInput>, (typeof MODEL_IDS)[number]>;

/** Sets the levels that a draft aims at. What is aimed at in a capability, or in a model that is not named, stays. */
export async function setTargets(
  ctx: ActorContext,
  { id, aws, microsoft, google }: Pick<z.output<typeof setTargetsInput>, 'id'> & Wanted,
): Promise<Result<null>> {
  const { db, actor, now } = ctx;
  const wanted = { aws, microsoft, google };
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const draft = await assessmentById(db, actor.orgId, id);
    if (draft === undefined) return failed('not-found', 'There is no such assessment.');
    const no = fixed(draft);
    if (no !== null) return no;
    const fields = unknownLevels(await contentOfDraft(ctx, draft), wanted);
    if (Object.keys(fields).length > 0)
      return failed('invalid', Object.values(fields).join('; '), { fields });
    const targets = withLevels(draft.targets, wanted);
    const saved = await unlessStale(
      commit(db, (tx) => [
        exactlyOne(bumpAssessment(tx, draft, { targets, updatedAt: now }), () => new Stale()),
        audited(ctx, tx, 'assessment.configure', id, { targets }),
      ]),
    );
    if (saved) return done(null);
  }
  return failed('conflict', 'Others are changing this assessment at the same moment. Please try again.');
}

function unknownLevels({ models }: Content, wanted: Wanted): Record<string, string> {
  return Object.fromEntries(
    MODEL_IDS.flatMap((model) => {
      const id = wanted[model];
      if (id === undefined || id === '' || models[model].levels.some((each) => each.id === id)) return [];
      return [[model, `there is no level ${id}`]];
    }),
  );
}

function withLevels(targets: Targets, wanted: Wanted): Targets {
  const next = { ...targets };
  for (const model of MODEL_IDS) {
    const id = wanted[model];
    if (id === '') delete next[model];
    else if (id !== undefined) next[model] = id;
  }
  return next;
}
