import { newProposals, openFirst, type KeptDecision } from './decisions';
import { proposalsOf, waitsFor } from './decision-proposals';
import { summed } from './plan-standing';
import { plansTogether } from './scorecard-plans';
import { aStanding, DONE, TODAY, wants } from './scorecard-plans-testing';
import { realContent } from './testing';

const content = realContent();
function proposed(teams: ReturnType<typeof aStanding>[]) {
  const standing = summed(teams);
  const together = plansTogether(content, standing, { of: 9, today: TODAY, year: '2027' });
  return proposalsOf(content, together, standing, TODAY);
}

const SHORT = wants({ '2027-Q2': 260 });
const BY_AWS = { 'model-registry:3': 'sagemaker-model-registry' };
const BY_MLFLOW = { 'model-registry:3': 'mlflow-registry' };

test('a role that several teams miss is to be hired or trained before the first of them misses it', () => {
  expect(proposed([aStanding({ wanted: SHORT }), aStanding({ wanted: SHORT })])).toEqual([
    {
      key: 'role:ml-engineer',
      title: 'Hire or train 2 ML engineers',
      beforeOn: '2027-02-15',
      teams: 2,
      waits: { shortOf: 'ml-engineer' },
    },
  ]);
});

test('what one team misses, and less than half a person, is no decision for somebody above it', () => {
  expect(proposed([aStanding({ wanted: SHORT })])).toEqual([]);
  const little = wants({ '2027-Q2': 50 });
  expect(proposed([aStanding({ wanted: little }), aStanding({ wanted: little })])).toEqual([]);
});

test('a day that is past is not told', () => {
  const past = wants({ '2027-Q2': 260 }, '2027-01-04');
  expect(proposed([aStanding({ wanted: past }), aStanding({ wanted: past })])[0]?.beforeOn).toBeNull();
});

test('the same step with different tools asks for one tool, the commonest first', () => {
  const teams = [
    aStanding({ tools: BY_AWS }),
    aStanding({ tools: BY_MLFLOW }),
    aStanding({ tools: BY_MLFLOW }),
  ];
  expect(proposed(teams)).toEqual([
    {
      key: 'tool:model-registry',
      title: 'One tool for model registry: MLflow Model Registry or SageMaker Model Registry',
      beforeOn: '2027-12-27',
      teams: 3,
      waits: { before: 'model-registry:3' },
    },
  ]);
});

test('different tools of different steps, and of a step that is there already, ask for nothing', () => {
  const other = { 'model-registry:2': 'mlflow-registry' };
  expect(proposed([aStanding({ tools: BY_AWS }), aStanding({ tools: other })])).toEqual([]);
  const there = aStanding({ tools: { 'model-registry:2': 'sagemaker-model-registry' } }, [DONE]);
  expect(proposed([aStanding({ tools: other }), there])).toEqual([]);
});

test('a team waits for a proposal by its own plan', () => {
  const people = proposed([aStanding({ wanted: SHORT }), aStanding({ wanted: SHORT })])[0];
  const tool = proposed([aStanding({ tools: BY_AWS }), aStanding({ tools: BY_MLFLOW })])[0];
  if (people === undefined || tool === undefined) throw new Error('nothing is proposed');
  const waits = (standing: ReturnType<typeof aStanding>) =>
    [people, tool].map((proposal) => waitsFor(proposal, standing, TODAY));
  expect(waits(aStanding({ wanted: SHORT }))).toEqual([true, false]);
  expect(waits(aStanding({ tools: BY_MLFLOW }))).toEqual([false, true]);
  expect(waits(aStanding())).toEqual([false, false]);
});

const kept = (id: string, change: Partial<KeptDecision> = {}): KeptDecision => ({
  ...{ id, title: id, beforeOn: null, source: null, waiting: 0, status: 'open' },
  ...change,
});

test('open decisions stand with most waiting teams first, counted anew for those that the plans propose', () => {
  const proposals = [{ key: 'role:ml-engineer', title: '', beforeOn: null, teams: 3, waits: { before: '' } }];
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
