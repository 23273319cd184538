import type { UnitSlug } from './teams';

/** Where the typical team stands in the last round. */
export const TYPICAL: Record<string, number> = {
  'business-goals': 1.9,
  'roles-and-ownership': 2.1,
  'cross-functional-teams': 2.1,
  'continuous-improvement': 1.7,
  'data-pipelines': 2.7,
  'data-versioning': 2.1,
  'data-validation': 1.7,
  'feature-store': 1.3,
  workspaces: 2.5,
  'source-control': 2.8,
  'experiment-tracking': 2.3,
  'runtime-environments': 2.4,
  'modular-code': 2.2,
  'training-pipeline': 2.6,
  lineage: 2.1,
  'scheduled-retraining': 2,
  'triggered-retraining': 0.5,
  'model-validation': 2.3,
  'model-registry': 2.4,
  'responsible-ai': 1.6,
  'promotion-policy': 1.7,
  'application-ci': 2.4,
  'ml-code-ci': 2.3,
  'pipeline-delivery': 2.1,
  'model-deployment': 1.9,
  'preproduction-testing': 1.4,
  'progressive-delivery': 0.8,
  rollback: 1.4,
  'serving-contract': 1.8,
  'service-monitoring': 2.3,
  'model-monitoring': 1.4,
  'drift-detection': 1.2,
  'incident-response': 1.5,
  'prediction-logging': 1.6,
  // The organisation's own, which the bank's platform team answers by hand.
  'skills-growth': 1.2,
  'data-catalog': 2,
  'access-control': 2.7,
  'data-protection': 2.1,
  'infrastructure-as-code': 1.6,
  'environment-separation': 2.3,
  'self-service': 1.1,
  'cost-management': 1.4,
  'platform-strategy': 1.9,
};

/** By how much a unit is ahead (+) or behind (−) in a domain. */
export const LEANS: Record<UnitSlug, Record<string, number>> = {
  'retail-banking': { business: 0.2, monitoring: -0.1, training: -0.1 },
  insurance: { business: -0.3, data: -0.3, experimentation: -0.1, training: -0.2, monitoring: -0.4 },
  payments: { data: 0.2, experimentation: 0.2, release: 0.2, monitoring: 0.3 },
  'risk-and-fraud': { data: 0.2, 'model-management': 0.4, release: -0.2, business: 0.1 },
};

/** Questions that teams could not always answer at once. */
export const HARD_TO_KNOW = [
  'rollback',
  'drift-detection',
  'incident-response',
  'prediction-logging',
  'responsible-ai',
  'feature-store',
];

/** Ways to fall back a rung, with what the team wrote about it. */
export const SLIPS: { capability: string; to: 1 | 2; note: string }[] = [
  {
    capability: 'scheduled-retraining',
    to: 2,
    note: 'The schedule stopped when the old scheduler was switched off; a person starts the runs until it is moved.',
  },
  {
    capability: 'source-control',
    to: 2,
    note: 'Branch protection was lost when the repositories moved, and nobody has put it back.',
  },
  {
    capability: 'roles-and-ownership',
    to: 1,
    note: 'The list of owners was not kept after the reorganisation; two models have no name beside them.',
  },
  {
    capability: 'data-versioning',
    to: 1,
    note: 'Since the storage was cleaned up only two of the models still have their training data.',
  },
  {
    capability: 'model-validation',
    to: 2,
    note: 'The thresholds were taken out of the pipeline for the new model and are compared by hand for now.',
  },
  {
    capability: 'data-validation',
    to: 1,
    note: 'The checks do not cover the new sources, and the author looks over those by eye.',
  },
  {
    capability: 'model-monitoring',
    to: 1,
    note: 'The monthly comparison stopped with the colleague who made it; looked at now and then.',
  },
  {
    capability: 'incident-response',
    to: 1,
    note: 'The runbook names people who have left.',
  },
];
