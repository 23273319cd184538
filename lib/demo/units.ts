import { chance } from './random';

export type SimulatedUnit = {
  slug: string;
  name: string;
  parent: string | null;
  /** Of the organisation, so that units of one name differ between organisations. */
  seed: number;
};

const DIVISIONS = [
  'Retail',
  'Insurance',
  'Payments',
  'Risk',
  'Markets',
  'Lending',
  'Logistics',
  'Customer care',
  'Operations',
  'Research',
  'Finance',
  'Energy',
];
const AREAS = [
  ...['Card', 'Loan', 'Mortgage', 'Claims', 'Store', 'Fleet', 'Warehouse', 'Branch', 'Deposit', 'Invoice'],
  ...['Travel', 'Motor', 'Life', 'Health', 'Web', 'Call', 'Partner', 'Energy', 'Supply', 'Rental'],
  ...['Member', 'Order', 'Asset', 'Tariff', 'Product', 'Parcel', 'Voucher', 'Device', 'Meter', 'Route'],
];
const TOPICS = [
  ...[
    'fraud',
    'pricing',
    'churn',
    'demand',
    'routing',
    'scoring',
    'triage',
    'search',
    'forecasts',
    'matching',
  ],
  ...[
    'quality',
    'alerts',
    'offers',
    'planning',
    'reading',
    'returns',
    'capacity',
    'credit',
    'images',
    'speech',
  ],
  ...[
    'staffing',
    'repairs',
    'renewals',
    'limits',
    'segments',
    'costs',
    'delays',
    'loyalty',
    'stock',
    'safety',
  ],
];

/** Up to five teams need no unit; from there a division has about six teams, and one of more than 25 has units of about twelve. */
export function treeOfUnits(teams: number, seed: number): SimulatedUnit[] {
  const count = teams <= 5 ? 0 : Math.min(DIVISIONS.length, Math.ceil(teams / 6));
  const divisions = DIVISIONS.slice(0, count).map((name) => ({
    slug: slugOf(name),
    name,
    parent: null,
    seed,
  }));
  const each = teams / Math.max(1, count);
  if (each <= 25) return divisions;
  const parts = Math.ceil(each / 12);
  return [
    ...divisions,
    ...divisions.flatMap(({ slug, name }) =>
      Array.from({ length: parts }, (_, part) => ({
        slug: `${slug}-${part + 1}`,
        name: `${name} ${part + 1}`,
        parent: slug,
        seed,
      })),
    ),
  ];
}

/** Teams with names of their own in the lowest units: one in each at least, as long as there are enough, and more in the first. */
export function namedTeams(
  count: number,
  units: readonly SimulatedUnit[],
  seed: number,
): { slug: string; name: string; unit: string | null }[] {
  const parents = new Set(units.map(({ parent }) => parent));
  const lowest = units.filter(({ slug }) => !parents.has(slug));
  const offset = Math.floor(chance(`${seed} names`) * NAMES);
  return Array.from({ length: count }, (_, index) => {
    const place =
      index < lowest.length ? index : Math.floor(lowest.length * chance(`${seed} unit ${index}`) ** 1.3);
    const name = nameOf(offset + index * STRIDE, Math.floor(index / NAMES));
    return { slug: slugOf(name), name, unit: lowest[place]?.slug ?? null };
  });
}

const NAMES = AREAS.length * TOPICS.length;

/** Has no factor in common with the number of names, so that every name comes once before any comes again. */
const STRIDE = 371;

function nameOf(index: number, again: number): string {
  const name = `${AREAS[index % AREAS.length]} ${TOPICS[Math.floor((index % NAMES) / AREAS.length)]}`;
  return again === 0 ? name : `${name} ${again + 1}`;
}

const slugOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-');
