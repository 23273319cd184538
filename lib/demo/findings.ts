import type { Finding } from '../domain/report-document';

/** What Noor found in the interviews with Fraud scoring, beside its answers. */
export const FINDINGS: Finding[] = [
  {
    headline: 'Two people can release a model, and both are on the same rota',
    text: 'Model deployment is done from memory. In the interviews **nobody else** could name all steps, and the last release had to wait nine days for a holiday.\n\nThe written procedure of the payment gateway shows that the team knows how to do this well.',
    recommendation:
      '1. Write down the procedure of the last release while it is fresh.\n2. Let a third person carry out the next one *from the page alone*.\n3. Mend the page where they had to ask.',
    capabilities: ['model-deployment', 'rollback'],
    evidence: [{ title: 'Release of 2 October', url: 'https://tickets.harbour.example/fraud-scoring/4127' }],
  },
  {
    headline: 'Chargebacks arrive 60 days late, so watching the model needs another signal',
    text: 'Accuracy can be known only after two months. Until then there are two things to watch, and nobody watches them daily:\n\n- the distribution of scores\n- the share of stopped payments',
    recommendation:
      'Agree on two early signals with the head of cards, and put limits on both before drift detection is built.',
    capabilities: ['model-monitoring', 'drift-detection'],
    evidence: [],
  },
];
