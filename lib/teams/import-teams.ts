import 'server-only';
import * as z from 'zod';
import type { Tx } from '@/db/client';
import { commit, exactlyOne } from '@/db/commit';
import { updateOrg } from '@/db/orgs';
import type { Org } from '@/db/schema/orgs';
import type { Team } from '@/db/schema/teams';
import { insertTeam, teamsOfOrg, updateTeam } from '@/db/teams';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { readTable } from '../read-table';
import {
  IMPORT_ROWS,
  planImport,
  type ImportRow,
  type RowReport,
  type TeamImport,
} from '../domain/team-import';
import { done, failed, Stale, unlessBeaten, type Result } from '../errors';
import { slugFrom } from '../orgs/slug';
import { standingsByTree } from '../plans/sum-standings';
import { rebuildRollups } from '../rollups/rebuild-rollups';

export const importTeamsInput = z.object({
  org: z.string(),
  csv: z.string().max(900_000, 'at most 900,000 characters at once'),
  /** `check` says what would happen, `import` does it. */
  go: z.enum(['check', 'import']).default('check'),
});

export type ImportReport = { rows: RowReport[]; written: boolean };

type ImportContext = ActorContext & { org: Pick<Org, 'id' | 'version'> };

/**
 * Adds, renames and moves teams by a CSV list with the columns `name`, `parent` and, for teams that are there, `address`. All or
 * nothing: with one line that is refused, nothing is written.
 */
export async function importTeams(
  ctx: ImportContext,
  { csv, go }: Pick<z.output<typeof importTeamsInput>, 'csv' | 'go'>,
): Promise<Result<ImportReport>> {
  const read = readRows(csv);
  if (!read.ok) return read;
  const teams = await teamsOfOrg(ctx.db, ctx.actor.orgId);
  const plan = planImport(teams, read.value);
  const refused = plan.rows.filter(({ outcome }) => outcome === 'refused').length;
  if (go === 'check' || refused > 0 || plan.added.length + plan.changed.length === 0)
    return done({ rows: plan.rows, written: false });
  const ids = new Map(plan.added.map(({ key }) => [key, ctx.newId()]));
  const moves = plan.changed.length > 0;
  const standings = moves
    ? await standingsByTree(ctx, ctx.actor.orgId, treeAfter(teams, plan, ids))
    : () => [];
  const saved = await unlessBeaten(
    commit(ctx.db, (tx) => [...writes(ctx, tx, { teams, plan, ids }), ...standings(tx)]),
  );
  if (!saved)
    return failed(
      'conflict',
      'Somebody is changing the teams at this moment. Nothing was imported; try again.',
    );
  if (moves) await rebuildRollups(ctx, ctx.actor.orgId);
  return done({ rows: plan.rows, written: true });
}

function readRows(csv: string): Result<ImportRow[]> {
  const read = readTable(csv, {
    columns: ['name', 'parent', 'address'],
    needs: 'The first line has to name the columns: name, parent and, to change a team, address.',
    what: 'team',
    most: IMPORT_ROWS,
  });
  if (!read.ok) return read;
  return done(
    read.value.map(({ line, cells }) => ({
      line,
      name: cells.name.trim(),
      parent: cells.parent,
      address: cells.address.trim(),
    })),
  );
}

type Ids = ReadonlyMap<string, string>;

const idIn = (ids: Ids, parent: string | null) => (parent === null ? null : (ids.get(parent) ?? parent));

/** Where the teams that are there hang after the import, and below which new ones. */
function treeAfter(teams: readonly Team[], { added, changed }: TeamImport, ids: Ids) {
  const moved = new Map(changed.map(({ id, parent }) => [id, idIn(ids, parent)]));
  return [
    ...teams.map(({ id, parentId }) => ({
      id,
      parentId: moved.has(id) ? (moved.get(id) ?? null) : parentId,
    })),
    ...added.map(({ key, parent }) => ({ id: ids.get(key) ?? key, parentId: idIn(ids, parent) })),
  ];
}

function writes(
  ctx: ImportContext,
  tx: Tx,
  { teams, plan: { added, changed }, ids }: { teams: readonly Team[]; plan: TeamImport; ids: Ids },
) {
  const { orgId } = ctx.actor;
  const slugs = new Set(teams.map(({ slug }) => slug));
  const freeSlug = (name: string, id: string): string => {
    const wanted = slugFrom(name, 'team');
    const slug = slugs.has(wanted) ? `${wanted}-${id.slice(0, 6)}` : wanted;
    slugs.add(slug);
    return slug;
  };
  return [
    // Two who change the tree at once could make it go round; of them one misses.
    exactlyOne(updateOrg(tx, ctx.org), () => new Stale()),
    ...added.map(({ key, name, parent }) => {
      const id = ids.get(key) ?? key;
      const slug = freeSlug(name, id);
      return insertTeam(tx, { id, orgId, parentId: idIn(ids, parent), slug, name, createdAt: ctx.now });
    }),
    ...changed.flatMap(({ id, name, parent }) => {
      const seen = teams.find((team) => team.id === id);
      return seen === undefined
        ? []
        : [exactlyOne(updateTeam(tx, seen, { name, parentId: idIn(ids, parent) }), () => new Stale())];
    }),
    audited(ctx, tx, 'team.import', orgId, { added: added.length, changed: changed.length }),
  ];
}
