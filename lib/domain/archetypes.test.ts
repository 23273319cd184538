import { scoringBasis } from './requirements';
import type { Answers } from './schema/answers';
import { score } from './score';
import { realContent } from './testing';
import { MODEL_IDS, type Rung } from './vocabulary';

/**
 * Five teams that practitioners know, answered by hand with the ladders in view. Levels are those that somebody who knows the three
 * texts would give such a team; where the content disagrees, one of the two is wrong.
 */
const TEAMS = ['notebooks', 'devops', 'orchestrated', 'bank', 'platform'] as const;
const NONE = 'none';

/** By capability: the rung of each team, in the order above. */
const ANSWERS: Record<string, [...(Rung | typeof NONE)[]]> = {
  'business-goals': [1, 1, 2, 3, 4],
  'roles-and-ownership': [1, 1, 2, 3, 4],
  'cross-functional-teams': [0, 1, 2, 3, 4],
  'skills-growth': [1, 1, 1, 3, 3],
  'continuous-improvement': [1, 2, 2, 2, 4],
  'data-pipelines': [1, 3, 3, 3, 4],
  'data-catalog': [0, 1, 2, 3, 4],
  'data-versioning': [0, 1, 3, 4, 4],
  'data-validation': [1, 1, 2, 3, 4],
  'feature-store': [0, 0, NONE, 3, 4],
  workspaces: [0, 2, 3, 3, 4],
  'source-control': [1, 3, 3, 4, 4],
  'experiment-tracking': [1, 1, 3, 3, 4],
  'runtime-environments': [0, 1, 3, 4, 4],
  'modular-code': [0, 1, 2, 3, 4],
  'training-pipeline': [1, 1, 3, 3, 4],
  lineage: [0, 1, 2, 4, 4],
  'scheduled-retraining': [0, 1, 3, 3, 4],
  'triggered-retraining': [0, 0, 1, 2, 4],
  'model-validation': [1, 1, 2, 4, 4],
  'model-registry': [0, 1, 2, 4, 4],
  'responsible-ai': [0, 0, 1, 3, 3],
  'promotion-policy': [0, 1, 2, 3, 4],
  'application-ci': [1, 4, 3, 3, 4],
  'ml-code-ci': [0, 1, 2, 3, 4],
  'pipeline-delivery': [0, 0, 2, 3, 4],
  'model-deployment': [0, 1, 2, 3, 4],
  'preproduction-testing': [0, 2, 2, 3, 4],
  'progressive-delivery': [0, 1, 1, 3, 4],
  rollback: [0, 2, 2, 3, 4],
  'serving-contract': [0, 1, 2, 3, 4],
  'service-monitoring': [0, 3, 3, 3, 4],
  'model-monitoring': [0, 0, 2, 3, 4],
  'drift-detection': [0, 0, 1, 3, 4],
  'incident-response': [0, 3, 2, 3, 4],
  'prediction-logging': [0, 1, 2, 3, 4],
  'access-control': [1, 3, 2, 4, 4],
  'data-protection': [1, 2, 2, 4, 4],
  'infrastructure-as-code': [0, 3, 2, 3, 4],
  'environment-separation': [0, 2, 2, 3, 4],
  'self-service': [0, 1, 1, 2, 4],
  'cost-management': [0, 1, 1, 3, 4],
  'platform-strategy': [0, 1, 2, 3, 4],
};

const content = realContent();
const basis = scoringBasis(content, MODEL_IDS);

function answersOf(team: (typeof TEAMS)[number]): Answers {
  const index = TEAMS.indexOf(team);
  return Object.fromEntries(
    Object.entries(ANSWERS).map(([id, rungs]) => {
      const rung = rungs[index] ?? 0;
      return [
        id,
        rung === NONE ? { notApplicable: true, reason: 'No feature is used by two models.' } : { rung },
      ];
    }),
  );
}

test('every capability of the content is answered for every team', () => {
  expect(Object.keys(ANSWERS)).toEqual(content.capabilities.map(({ id }) => id));
});

test.each<{
  team: (typeof TEAMS)[number];
  is: string;
  aws: string | null;
  microsoft: string;
  google: string;
}>([
  {
    team: 'notebooks',
    is: 'a team with notebooks on laptops stands at the start of all three',
    aws: null,
    microsoft: '0',
    google: '0',
  },
  {
    team: 'devops',
    is: 'a team with strong DevOps and models by hand has DevOps but no MLOps',
    aws: 'initial',
    microsoft: '1',
    google: '0',
  },
  {
    team: 'orchestrated',
    is: 'a mid-size company with tracking and orchestration trains automatically and releases by hand',
    aws: 'initial',
    microsoft: '2',
    google: '0',
  },
  {
    team: 'bank',
    is: 'a bank with human approvals deploys automatically, and lacks self-service and promotion by rule',
    aws: 'reliable',
    microsoft: '3',
    google: '2',
  },
  {
    team: 'platform',
    is: 'a platform company stands on top of all three',
    aws: 'scalable',
    microsoft: '4',
    google: '2',
  },
])('$is', ({ team, aws, microsoft, google }) => {
  const levels = score(basis, answersOf(team)).models.map(({ model, level }) => [model, level.certain]);
  expect(Object.fromEntries(levels)).toEqual({ aws, microsoft, google });
});

test('the mid-size company says what its level rests on: without leaving out the feature store it would be Microsoft level 1', () => {
  const microsoft = score(basis, answersOf('orchestrated')).models.find(({ model }) => model === 'microsoft');
  expect(microsoft?.level).toEqual({ certain: '2', best: '2', floor: '1' });
});

test('what keeps the bank from the top is what it decided against', () => {
  const next = score(basis, answersOf('bank')).models.flatMap(({ next: above }) => above?.unmet ?? []);
  expect(next).toEqual(
    expect.arrayContaining(['self-service:3', 'promotion-policy:4', 'triggered-retraining:3']),
  );
});
