export const UNITS = [
  { slug: 'retail-banking', name: 'Retail banking' },
  { slug: 'insurance', name: 'Insurance' },
  { slug: 'payments', name: 'Payments' },
  { slug: 'risk-and-fraud', name: 'Risk and fraud' },
] as const;

export type UnitSlug = (typeof UNITS)[number]['slug'];

/** What is told about a team; the simulation makes its answers from it. */
export type TeamStory = {
  slug: string;
  name: string;
  unit: UnitSlug;
  useCases: number;
  inProduction: number;
  /** Where it stands in Q4 against the typical team of the bank: −1 far behind, 1 far ahead. */
  maturity: number;
  /** Fewest and most climbs in a quarter. */
  pace: [number, number];
  /** Quarters of 2026 that it finished. */
  finished: (1 | 2 | 3 | 4)[];
  /** Capabilities that do not apply to it, with the reason. */
  excluded?: Record<string, string>;
};

const batch = (what: string) => ({
  'progressive-delivery': `Predictions are made only in batches: ${what}.`,
});

/** All teams but Fraud scoring, whose answers are written by hand. */
export const STORIES: TeamStory[] = [
  // Retail banking
  team('mortgage-decisions', 'Mortgage decisions', 'retail-banking', [5, 4], 0.75, [2, 6], [1, 2, 3, 4]),
  team('customer-churn', 'Customer churn', 'retail-banking', [3, 2], -0.1, [2, 6], [1, 2, 3, 4], {
    ...batch('the list of customers is scored once a week'),
  }),
  team('next-best-offer', 'Next best offer', 'retail-banking', [9, 7], 0.35, [2, 6], [1, 2, 3, 4]),
  team('deposit-forecasting', 'Deposit forecasting', 'retail-banking', [2, 2], -0.45, [1, 4], [2, 3, 4], {
    ...batch('balances are forecast every night'),
    'application-ci':
      'No application consumes the forecasts: the treasury reads them from a table of its warehouse.',
  }),
  team('loan-pricing', 'Personal loan pricing', 'retail-banking', [4, 3], 0.1, [2, 6], [1, 2, 3, 4]),
  team('branch-staffing', 'Branch staffing', 'retail-banking', [1, 1], -1.05, [0, 1], [2, 3, 4], {
    ...batch('rosters are computed once a month'),
    'feature-store':
      'One batch model with its own features; nothing is shared or computed for live predictions.',
  }),
  team('contact-centre', 'Contact centre routing', 'retail-banking', [3, 3], -0.2, [2, 6], [3, 4]),
  team('document-reading', 'Mortgage document reading', 'retail-banking', [2, 1], -0.5, [1, 3], []),
  // Insurance
  team('motor-pricing', 'Motor pricing', 'insurance', [4, 3], 0.15, [2, 6], [1, 2, 3, 4]),
  team('claims-triage', 'Home claims triage', 'insurance', [3, 2], -0.4, [2, 6], [2, 3, 4]),
  team('claims-fraud', 'Claims fraud', 'insurance', [2, 2], -0.15, [2, 6], [1, 2, 3, 4], {
    ...batch('open claims are scored every night'),
  }),
  team('life-underwriting', 'Life underwriting', 'insurance', [2, 1], -0.9, [1, 4], [3, 4]),
  team('catastrophe-exposure', 'Catastrophe exposure', 'insurance', [1, 1], -0.6, [1, 3], []),
  team('damage-photos', 'Damage photos', 'insurance', [2, 1], -0.3, [1, 3], []),
  // Payments
  team('card-authorisation', 'Card authorisation', 'payments', [6, 6], 1, [2, 6], [1, 2, 3, 4]),
  team('merchant-risk', 'Merchant risk', 'payments', [4, 3], 0.2, [2, 6], [1, 2, 4]),
  team('payment-routing', 'Payment routing', 'payments', [3, 3], 0.1, [2, 6], [1, 2, 3, 4]),
  team('chargebacks', 'Chargeback prediction', 'payments', [2, 2], -0.1, [2, 6], [2, 3, 4]),
  team('cash-demand', 'Cash demand', 'payments', [2, 2], 0.05, [2, 6], [1, 2, 3, 4], {
    ...batch('the demand of each cash machine is forecast overnight'),
  }),
  // Risk and fraud
  team('money-laundering', 'Money laundering alerts', 'risk-and-fraud', [5, 4], 0.5, [2, 6], [1, 2, 3, 4], {
    ...batch('the transactions of a day are scored at its end'),
  }),
  team('credit-risk', 'Credit risk models', 'risk-and-fraud', [8, 8], 0.3, [1, 4], [1, 2, 3, 4], {
    ...batch('portfolios are rated at the end of each month'),
    'application-ci': 'No application consumes the ratings: risk officers read them from the monthly tables.',
  }),
  team('market-risk', 'Market risk models', 'risk-and-fraud', [3, 3], -0.25, [1, 4], [2, 3, 4], {
    ...batch('positions are valued once a day'),
  }),
  team('collections', 'Collections', 'risk-and-fraud', [3, 2], -0.05, [2, 6], [4]),
];

function team(
  slug: string,
  name: string,
  unit: UnitSlug,
  [useCases, inProduction]: [number, number],
  maturity: number,
  pace: [number, number],
  finished: TeamStory['finished'],
  excluded?: Record<string, string>,
): TeamStory {
  return {
    slug,
    name,
    unit,
    useCases,
    inProduction,
    maturity,
    pace,
    finished,
    ...(excluded === undefined ? {} : { excluded }),
  };
}
