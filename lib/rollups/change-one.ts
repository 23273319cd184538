import 'server-only';
import type { FinishedRow } from '@/db/score-history';
import type { FinishedChange } from './changed-rollups';

/** One assessment of a team is archived, put into the bin or taken out of either; a draft counts as little after as before. */
export const changeOne = (
  { id, teamId }: Pick<FinishedRow, 'id' | 'teamId'>,
  changes: Partial<Pick<FinishedRow, 'archivedAt' | 'deletedAt'>>,
): FinishedChange => ({
  team: teamId,
  becomes: (history) => history.map((row) => (row.id === id ? { ...row, ...changes } : row)),
});
