import { VENDORS, type ModelId } from '@/lib/domain/vocabulary';

const PAPERS = [
  { paper: 'a4', words: 'A4' },
  { paper: 'us-letter', words: 'Letter' },
] as const;

/** A blank questionnaire to print, in our order or in that of a vendor; of an assessment, its own. */
export function OnPaper({
  org,
  questionnaires,
  assessment,
}: {
  org: string;
  questionnaires: readonly ModelId[];
  assessment?: string;
}) {
  const orders = [
    { order: 'domains', words: 'By domain' },
    ...questionnaires.map((id) => ({
      order: id,
      words: `${VENDORS[id].mark} In the order of ${VENDORS[id].name}, naming no other`,
    })),
  ];
  const address = (order: string, paper: string) =>
    `/${org}/library/questionnaire?${new URLSearchParams({ order, paper, ...(assessment !== undefined && { assessment }) }).toString()}`;
  return (
    <ul className="text-sm">
      {orders.map(({ order, words }) => (
        <li key={order} className="flex flex-wrap gap-x-4 py-1">
          <span>{words}:</span>
          {PAPERS.map(({ paper, words: size }) => (
            <a
              key={paper}
              href={address(order, paper)}
              className="link inline-flex min-h-6 items-center"
              aria-label={`${words}, ${size}`}
            >
              {size}
            </a>
          ))}
        </li>
      ))}
    </ul>
  );
}
