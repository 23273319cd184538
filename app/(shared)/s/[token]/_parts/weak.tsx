import { percent } from '@/lib/domain/labels';
import type { WeakDomain } from '@/lib/domain/shared-view';

const FIRST = 4;

/** Where the teams have least of the ladders, and the lowest value, without whose it is. */
export function Weak({ domains }: { domains: WeakDomain[] }) {
  return (
    <>
      <dl className="grid grid-cols-[1fr_auto_auto] gap-x-4 gap-y-1.5 text-sm">
        {domains.slice(0, FIRST).map((domain) => (
          <Domain key={domain.id} {...domain} />
        ))}
      </dl>
      <p className="text-quiet mt-2 text-xs">
        Mean share of the ladder over all teams, and the lowest team’s.
      </p>
    </>
  );
}

const Domain = ({ title, certain, best, lowest }: WeakDomain) => (
  <div className="contents">
    <dt>{title}</dt>
    <dd className="text-right whitespace-nowrap">{percent({ certain, best })}</dd>
    <dd className="text-quiet text-right whitespace-nowrap">
      {lowest !== null && `lowest ${percent({ certain: lowest.certain, best: lowest.certain })}`}
    </dd>
  </div>
);
