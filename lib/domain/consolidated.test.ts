import { buildReport } from './build-report';
import { commonHolds, consolidatedTeam } from './consolidated';
import { realContent } from './testing';
import { MODEL_IDS, type Rung } from './vocabulary';

const content = realContent();

/** A team that stands on this rung everywhere but in these capabilities. */
function team(name: string, rung: Rung, lower: Record<string, Rung> = {}) {
  const rungs = Object.fromEntries(
    content.capabilities.map(({ id }) => [id, { rung: lower[id] === undefined ? rung : lower[id] }]),
  );
  const assessment = {
    ...{ subject: name, date: '2026-10-01', scope: {}, questionnaires: [...MODEL_IDS], targets: {} },
    ...{ answers: rungs, statements: {} },
  };
  const status = { finished: true, by: null, at: '2026-10-01' };
  const report = buildReport(content, assessment, { organisation: 'Harbour Bank', status });
  return { report, facts: consolidatedTeam(report, { name, unit: null, hash: 'x', planEnds: null }) };
}

test('a team has the level, the way to go and the edition of its report', () => {
  const { report, facts } = team('Churn', 2);
  expect(facts.date).toBe('2026-10-01');
  expect(facts.edition).toEqual(report.edition);
  for (const { id, level, next } of report.models) {
    expect(facts.models[id]?.level).toBe(level.certain);
    expect(facts.models[id]?.next?.certain).toBe(next?.toGo.certain);
    expect(facts.models[id]?.waits).toHaveLength(next?.missing.length ?? 0);
  }
});

test('what holds most teams counts each team once, and only teams that have a next level', () => {
  const teams = [
    team('A', 4),
    team('B', 4, { rollback: 0 }),
    team('C', 4, { rollback: 0, 'model-registry': 0 }),
  ];
  const facts = teams.map((each) => each.facts);
  for (const model of MODEL_IDS) {
    const climbing = facts.filter(({ models }) => models[model]?.next !== null);
    for (const { title, teams: count, of } of commonHolds(facts, model)) {
      expect(of).toBe(climbing.length);
      expect(count).toBe(
        climbing.filter(({ models }) => models[model]?.waits.includes(title) === true).length,
      );
    }
  }
  const [most] = commonHolds(facts, 'google');
  expect(most).toEqual({ title: 'Rollback', teams: 2, of: 2 });
  expect(commonHolds([team('A', 4).facts], 'google')).toEqual([]);
});
