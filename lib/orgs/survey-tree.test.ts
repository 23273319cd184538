import { commit } from '@/db/commit';
import { aTeam, aWorld, NOON } from '@/db/fixtures';
import { byName } from '@/db/order';
import { scorecardTree, teamTree, upsertRollups } from '@/db/rollups';
import { insertTeam } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { emptyRollup } from '../domain/rollup';
import { surveyTree } from './survey-tree';

const fresh = freshDb();

/** By name its parent, and how many teams with a score are at or below it. */
const TREE: [name: string, parent: string | null, scored: number][] = [
  ['Retail', null, 4],
  ['Cards', 'Retail', 3],
  ['Fraud', 'Cards', 1],
  ['Limits', 'Cards', 1],
  ['Offers', 'Cards', 0],
  // Was assessed itself, beside its one team.
  ['Loans', 'Retail', 1],
  ['Scoring', 'Loans', 0],
  ['Risk', null, 2],
  ['Alerts', 'Risk', 1],
  ['Empty unit', null, 0],
  ['Waiting', 'Empty unit', 0],
  ['Alone', null, 1],
];

test('a scorecard learns from its part of the tree what it would from all of it, at every unit and team', async () => {
  const { org } = await aWorld(fresh.db);
  const row = { orgId: org.id, period: 'newest', body: emptyRollup(), updatedAt: NOON };
  await commit(fresh.db, (tx) => [
    ...TREE.map(([name, parentId]) => insertTeam(tx, aTeam(org, { id: name, name, slug: name, parentId }))),
    ...upsertRollups(
      tx,
      TREE.map(([nodeId, , teams]) => ({ ...row, nodeId, teams })),
    ),
  ]);
  const all = (await teamTree(fresh.db, org.id)).toSorted(byName);
  for (const root of [null, ...TREE.map(([name]) => name)]) {
    const part = (await scorecardTree(fresh.db, org.id, root)).toSorted(byName);
    const { scored, ...survey } = surveyTree(part, root);
    const { scored: everyTeam, ...whole } = surveyTree(all, root);
    expect(survey).toEqual(whole);
    const itself = (teams: typeof scored) => teams.some(({ id }) => id === root);
    expect(itself(scored)).toBe(itself(everyTeam));
  }
});

test('of the teams with a score a scorecard reads those alone that are right below it', async () => {
  const { org } = await aWorld(fresh.db);
  const row = { orgId: org.id, period: 'newest', body: emptyRollup(), updatedAt: NOON };
  await commit(fresh.db, (tx) => [
    ...TREE.map(([name, parentId]) => insertTeam(tx, aTeam(org, { id: name, name, slug: name, parentId }))),
    ...upsertRollups(
      tx,
      TREE.map(([nodeId, , teams]) => ({ ...row, nodeId, teams })),
    ),
  ]);
  const named = (await scorecardTree(fresh.db, org.id, 'Cards')).map(({ name }) => name);
  expect(named).toEqual(expect.arrayContaining(['Fraud', 'Limits', 'Offers']));
  expect(named).not.toContain('Alerts');
  expect(named).not.toContain('Alone');
});
