import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { updateOrg } from '@/db/orgs';
import type { Org } from '@/db/schema/orgs';
import { teamBySlug, updateTeam } from '@/db/teams';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import type { Aims } from '../domain/aims';
import type { Content } from '../domain/schema/content';
import { MODEL_IDS } from '../domain/vocabulary';
import { done, failed, Stale, unlessStale, type Result } from '../errors';

/** A level by its id; empty for no target. */
const level = z.string().max(40).default('');
const day = z
  .union([z.literal(''), z.iso.date('choose a day')])
  .refine((text) => text === '' || (text >= '2000-01-01' && text <= '2100-12-31'), {
    error: 'choose a day between 2000 and 2100',
  })
  .default('');

export const setAimsInput = z.object({
  org: z.string(),
  /** The address of the unit that it is for; empty for the organisation. */
  unit: z.string().default(''),
  aws: level,
  awsBy: day,
  microsoft: level,
  microsoftBy: day,
  google: level,
  googleBy: day,
});

type Wanted = Omit<z.output<typeof setAimsInput>, 'org'>;

/** Sets where an organisation, or one of its units, wants to be: a level for each model, and the day by which. */
export async function setAims(ctx: ActorContext & { org: Org }, wanted: Wanted): Promise<Result<null>> {
  const { db, org, content } = ctx;
  const fields = faults(content, wanted);
  if (Object.keys(fields).length > 0) return failed('invalid', Object.values(fields).join('; '), { fields });
  const aims = aimsOf(wanted);
  const unit = wanted.unit === '' ? null : await teamBySlug(db, org.id, wanted.unit);
  if (unit === undefined) return failed('not-found', 'There is no such unit.');
  const saved = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(
        unit === null ? updateOrg(tx, org, { aims }) : updateTeam(tx, unit, { aims }),
        () => new Stale(),
      ),
      unit === null
        ? audited(ctx, tx, 'org.aim', org.id, { aims })
        : audited(ctx, tx, 'team.aim', unit.id, { aims }),
    ]),
  );
  return saved
    ? done(null)
    : failed('conflict', 'Somebody changed this meanwhile. Reload to see what is there.');
}

function faults({ models }: Content, wanted: Wanted): Record<string, string> {
  return Object.fromEntries(
    MODEL_IDS.flatMap((model): [string, string][] => {
      const id = wanted[model];
      if (id === '') return [];
      if (models[model].levels.every((each) => each.id !== id)) return [[model, `there is no level ${id}`]];
      return wanted[`${model}By`] === '' ? [[`${model}By`, 'choose the day by which']] : [];
    }),
  );
}

const aimsOf = (wanted: Wanted): Aims =>
  Object.fromEntries(
    MODEL_IDS.flatMap((model) =>
      wanted[model] === '' ? [] : [[model, { level: wanted[model], by: wanted[`${model}By`] }]],
    ),
  );
