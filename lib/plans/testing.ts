import { insertAnswer } from '@/db/answers';
import type { Db } from '@/db/client';
import { commit } from '@/db/commit';
import { anAnswer, aWorld, type World } from '@/db/fixtures';
import { assumedInput } from '../domain/plan-input';
import { realContent } from '../domain/testing';
import { contextOf } from '../testing';
import { saveScenario } from './save-scenario';

/** Google's first level with the assumed team. */
export const INPUT = assumedInput({ google: '1' }, '2026-10-01');

/** A draft in which everything is answered by rung 1. For tests alone. */
export async function answeredWorld(db: Db): Promise<World> {
  const world = await aWorld(db, { questionnaires: ['aws', 'microsoft', 'google'] });
  await commit(db, (tx) =>
    realContent().capabilities.map(({ id }) =>
      insertAnswer(tx, anAnswer(world, { capability: id, value: { rung: 1 } })),
    ),
  );
  return world;
}

type Saving = { name?: string; input?: unknown; scenario?: string; version?: number };

/** Saves a scenario of the world's draft, five minutes after noon unless said otherwise. For tests alone. */
export const save = (
  db: Db,
  world: World,
  { name = 'First', input = INPUT, ...more }: Saving = {},
  minutes = 5,
) =>
  saveScenario(contextOf(db, world, { minutes }), {
    ...{ id: world.assessment.id, name, input: JSON.stringify(input), scenario: '', version: 0 },
    ...more,
  });

/** The id of a scenario that is saved like that. For tests alone. */
export async function saved(db: Db, world: World, more: Saving = {}, minutes = 5): Promise<string> {
  const result = await save(db, world, more, minutes);
  if (!result.ok) throw new Error(result.message);
  return result.value.id;
}
