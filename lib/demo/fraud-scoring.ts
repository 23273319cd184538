import type { Answer, Answers, Statements } from '@/lib/domain/schema/answers';
import type { Rung } from '@/lib/domain/schema/content';
import type { Quarter } from './quarters';

/** The team Fraud scoring of Risk and fraud: the one team whose own answers are written by hand. The platform's nine come on top. */

/** Q4 2026, finished on 14 November. */
export const FRAUD_SCORING_Q4: Answers = {
  'business-goals': answer(
    2,
    'A page per model: losses avoided per thousand payments, and payments stopped in error.',
    ['Use case page of card fraud, signed by the head of cards', 'wiki/card-fraud-goals'],
  ),
  'roles-and-ownership': answer(2, 'Agreed in March for all six models.', ['Who owns what', 'wiki/owners']),
  'cross-functional-teams': answer(
    2,
    'Data scientists and ML engineers share one backlog; the channel developers have their own.',
  ),
  'continuous-improvement': answer(2),
  'data-pipelines': answer(3, 'Nightly for training sets, every five minutes for the payments of the day.', [
    'Last ten runs of payments-daily',
    'scheduler/payments-daily',
  ]),
  'data-versioning': answer(2, 'Filed by hand per release; the share holds 14 months.', [
    'Training data of the card fraud model',
    'data/training-sets',
  ]),
  'data-validation': answer(
    1,
    'Whoever trains plots the main columns. New merchant codes slipped through once.',
  ),
  'feature-store': answer(
    2,
    'Velocity features are shared with Card authorisation; the refresh is started by hand.',
    ['Page of the feature payments_per_hour', 'features/payments-per-hour'],
  ),
  workspaces: answer(3),
  'source-control': answer(3, 'Main is protected, two approvals for scoring code.', [
    'Branch protection and a reviewed change',
    'git/protected-branches',
  ]),
  'experiment-tracking': answer(2, 'In MLflow, entered by hand; two of four people also keep a sheet.'),
  'runtime-environments': answer(3, 'Images are built and tested by GitLab since September.', [
    'Build run of the image in production',
    'builds/scoring-image',
  ]),
  'modular-code': answer(2),
  'training-pipeline': answer(3, 'One start since October; only the cheque model is still run by script.', [
    'Last full run in the orchestrator',
    'scheduler/training',
  ]),
  lineage: answer(2, 'Run folder per release. Filing it takes half an hour and is sometimes late.', [
    'Run folder of the card fraud model',
    'data/run-folder',
  ]),
  'scheduled-retraining': answer(2, 'Due every quarter by the calendar; Ana starts it.'),
  'triggered-retraining': answer(0),
  'model-validation': answer(
    2,
    'Recall at one per cent false alarms; a person compares it with the page and signs.',
    ['Thresholds and who agreed them', 'wiki/thresholds'],
  ),
  'model-registry': answer(
    2,
    'The author registers the release candidate. Bank-wide choice of a registry is open.',
  ),
  'responsible-ai': answer(
    1,
    'Reasons for single decisions on request of the complaints desk; no model card.',
  ),
  'promotion-policy': answer(2, 'Model risk and the head of cards approve in one ticket.', [
    'Approval of the version in production',
    'tickets/release-decision',
  ]),
  'application-ci': answer(3, 'The payment gateway is released by its pipeline, with one approval.', [
    'Run that installed the present gateway',
    'builds/payment-gateway',
  ]),
  'ml-code-ci': answer(
    2,
    'Unit tests per step, run before a merge by agreement. CI does not run the pipeline.',
  ),
  'pipeline-delivery': answer(2, 'Installed by the written procedure, each time with a ticket.'),
  'model-deployment': answer(1, 'By hand, from memory; only Ana and one colleague can do it.'),
  'preproduction-testing': answer(
    2,
    'Forty known payments through the gateway before each release, since the autumn.',
  ),
  'progressive-delivery': answer(0, 'All payments move to the new model at once, at six in the morning.'),
  rollback: {
    unknown: true,
    note: 'The old model is kept, but operations must say whether anybody has ever gone back.',
  },
  'serving-contract': answer(2),
  'service-monitoring': answer(
    3,
    'Latency and errors of the scoring service; alerts go to the shared rota.',
    ['Last latency alert with its limit', 'alerts/scoring-latency'],
  ),
  'model-monitoring': answer(
    1,
    'A colleague draws the curve when somebody asks; chargebacks arrive 60 days late.',
  ),
  'drift-detection': answer(
    1,
    'Statistics are saved with each model since this round; compared on suspicion.',
  ),
  'incident-response': answer(1, 'The runbook was not kept after the rota changed in July.'),
  'prediction-logging': {
    unknown: true,
    note: 'The gateway stores something for disputes. Asked its team whether the model version is in it.',
  },
};

/** Said of single criteria in Q4 2026; none of them is a gate. */
export const FRAUD_SCORING_STATED: Statements = {
  'A2-BLD7': { holds: true, note: 'The card fraud model is tuned in each run, 40 trials.' },
  'A3-REL6': { holds: false, note: 'One ticket with two names, signed before the tests.' },
};

/** What was different before: the quarter, and the rungs that held up to and including it. */
const UNTIL: [Quarter['title'], Record<string, Rung>][] = [
  [
    'Q3 2026',
    { 'runtime-environments': 2, 'training-pipeline': 2, 'preproduction-testing': 1, 'drift-detection': 0 },
  ],
  ['Q2 2026', { 'source-control': 2, 'feature-store': 1, lineage: 1, 'incident-response': 2 }],
  [
    'Q1 2026',
    {
      'roles-and-ownership': 1,
      'data-versioning': 1,
      'experiment-tracking': 1,
      'model-registry': 1,
      'application-ci': 2,
    },
  ],
];

/** The team's own answers in a quarter of 2026. */
export function fraudScoringAnswers(quarter: Quarter['title']): Answers {
  const earlier = UNTIL.filter(([until]) => quarter <= until).flatMap(([, rungs]) => Object.entries(rungs));
  const changed = earlier.map(([capability, rung]) => [capability, answer(rung)] as const);
  return { ...FRAUD_SCORING_Q4, ...Object.fromEntries(changed) };
}

/** Q1 2027, begun in January: the domains answered so far, from last quarter's answers, and what has changed in them. */
export const FRAUD_SCORING_DRAFT: { date: string; title: string; domains: string[]; changes: Answers } = {
  date: '2027-01-18',
  title: 'Q1 2027',
  domains: ['business', 'data', 'experimentation', 'security', 'platform'],
  changes: {
    'data-validation': answer(
      2,
      'Columns, types and ranges checked since December; the person on duty decides.',
      ['Written expectations for the payments', 'git/expectations'],
    ),
    'experiment-tracking': answer(3, 'The training template logs every run to MLflow by itself.', [
      'Runs compared before the last release',
      'tracker/comparison',
    ]),
  },
};

function answer(rung: Rung, note?: string, evidence?: [title: string, place: string]): Answer {
  const [host, path] = evidence?.[1].split('/') ?? [];
  return {
    rung,
    ...(note === undefined ? {} : { note }),
    ...(evidence === undefined
      ? {}
      : { evidence: [{ title: evidence[0], url: `https://${host}.harbour.example/fraud-scoring/${path}` }] }),
  };
}
