import '../auth/testing';
import type { Db } from '@/db/client';
import type { World } from '@/db/fixtures';
import { contextOf } from '../testing';
import { createShare, createShareInput } from './create-share';
import { enterCode, enterCodeInput } from './enter-code';
import { openShare } from './open-share';

/** Sharing as the forms and pages do it, so many minutes after noon. For tests alone. */

export const CODE = 'harbour-2026';

export const create = (db: Db, world: World, fields: object = {}) =>
  createShare(
    { ...contextOf(db, world, { minutes: 10 }), org: world.org },
    createShareInput.parse({ org: world.org.slug, title: 'For the board', ...fields }),
  );

/** The token of a new link. */
export async function linked(db: Db, world: World, fields: object = {}): Promise<string> {
  const created = await create(db, world, fields);
  if (!created.ok) throw new Error(created.message);
  return new URL(created.value.link).pathname.split('/').at(-1) ?? '';
}

const NOBODY = { user: { id: 'nobody' }, org: { id: 'none' } };

export const open = (
  db: Db,
  token: string,
  { pass, minutes = 20 }: { pass?: string; minutes?: number } = {},
) => openShare(contextOf(db, NOBODY, { minutes }), { token, pass });

export const enter = (db: Db, token: string, code: string) =>
  enterCode(contextOf(db, NOBODY, { minutes: 20 }), enterCodeInput.parse({ token, code }));
