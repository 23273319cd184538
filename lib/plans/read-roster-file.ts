import 'server-only';
import { readChecked } from '@/lib/content/read-checked';
import type { LocatedFault } from '@/lib/content/yaml-source';
import { readRoster, type Roster } from '@/lib/domain/roster';
import type { Content } from '@/lib/domain/schema/content';
import { rosterSchema } from '@/lib/domain/schema/roster';

export type ReadRoster = { ok: true; roster: Roster } | { ok: false; faults: LocatedFault[] };

/** Reads a roster file (YAML or JSON). Roles may go by any of their names; nothing is taken from a file with a fault. */
export function readRosterFile({ roles }: Pick<Content, 'roles'>, text: string): ReadRoster {
  const read = readChecked(text, rosterSchema, (file) => readRoster(roles, file).problems);
  return read.ok ? { ok: true, roster: readRoster(roles, read.value).roster } : read;
}
