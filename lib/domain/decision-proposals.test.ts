import { newProposals, openFirst, type KeptDecision } from './decisions';
import { proposalsOf } from './decision-proposals';
import { plansTogether } from './scorecard-plans';
import { DONE, plannedTeam, TODAY, wants } from './scorecard-plans-testing';
import { realContent } from './testing';

const content = realContent();
const proposed = (teams: ReturnType<typeof plannedTeam>[]) =>
  proposalsOf(content, plansTogether(content, teams, { of: 9, today: TODAY, year: '2027' }), teams, TODAY);

const SHORT = wants({ '2027-Q2': 260 });
const BY_AWS = { 'model-registry:3': 'sagemaker-model-registry' };
const BY_MLFLOW = { 'model-registry:3': 'mlflow-registry' };

test('a role that several teams miss is to be hired or trained before the first of them misses it', () => {
  expect(proposed([plannedTeam('a', { wanted: SHORT }), plannedTeam('b', { wanted: SHORT })])).toEqual([
    {
      key: 'role:ml-engineer',
      title: 'Hire or train 2 ML engineers',
      beforeOn: '2027-02-15',
      teams: ['a', 'b'],
    },
  ]);
});

test('what one team misses, and less than half a person, is no decision for somebody above it', () => {
  expect(proposed([plannedTeam('a', { wanted: SHORT })])).toEqual([]);
  const little = wants({ '2027-Q2': 50 });
  expect(proposed([plannedTeam('a', { wanted: little }), plannedTeam('b', { wanted: little })])).toEqual([]);
});

test('a day that is past is not told', () => {
  const past = wants({ '2027-Q2': 260 }, '2027-01-04');
  expect(
    proposed([plannedTeam('a', { wanted: past }), plannedTeam('b', { wanted: past })])[0]?.beforeOn,
  ).toBeNull();
});

test('the same step with different tools asks for one tool, the commonest first', () => {
  const teams = [
    plannedTeam('a', { tools: BY_AWS }),
    plannedTeam('b', { tools: BY_MLFLOW }),
    plannedTeam('c', { tools: BY_MLFLOW }),
  ];
  expect(proposed(teams)).toEqual([
    {
      key: 'tool:model-registry',
      title: 'One tool for model registry: MLflow Model Registry or SageMaker Model Registry',
      beforeOn: '2027-12-27',
      teams: ['a', 'b', 'c'],
    },
  ]);
});

test('different tools of different steps, and of a step that is there already, ask for nothing', () => {
  const other = { 'model-registry:2': 'mlflow-registry' };
  expect(proposed([plannedTeam('a', { tools: BY_AWS }), plannedTeam('b', { tools: other })])).toEqual([]);
  const there = plannedTeam('b', { tools: { 'model-registry:2': 'sagemaker-model-registry' } }, [DONE]);
  expect(proposed([plannedTeam('a', { tools: other }), there])).toEqual([]);
});

const kept = (id: string, change: Partial<KeptDecision> = {}): KeptDecision => ({
  ...{ id, title: id, beforeOn: null, source: null, waiting: 0, status: 'open' },
  ...change,
});

test('open decisions stand with most waiting teams first, counted anew for those that the plans propose', () => {
  const proposals = [{ key: 'role:ml-engineer', title: '', beforeOn: null, teams: ['a', 'b', 'c'] }];
  const rows = [
    kept('own', { waiting: 2, beforeOn: '2027-03-01' }),
    kept('sooner', { waiting: 2, beforeOn: '2027-02-01' }),
    kept('made', { source: 'role:ml-engineer', waiting: 1 }),
    kept('gone', { source: 'role:cio', waiting: 9 }),
    kept('past', { waiting: 99, status: 'decided' }),
  ];
  expect(openFirst(rows, proposals).map(({ id, teams }) => [id, teams])).toEqual([
    ['made', 3],
    ['sooner', 2],
    ['own', 2],
    ['gone', 0],
  ]);
  expect(newProposals(proposals, rows)).toEqual([]);
  expect(newProposals(proposals, rows.slice(0, 1))).toHaveLength(1);
});
