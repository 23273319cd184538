import type { ReactNode } from 'react';
import { shownBridge, type Steps } from '@/lib/domain/bridge';
import type { Pair } from '@/lib/domain/area-score';
import type { Comparison } from '@/lib/domain/compare';
import { signed } from '@/lib/domain/comparison-view';
import { Vendor } from '../../../ui/vendor';
import { PlaceCell } from './place-cell';

type Shares = Steps<NonNullable<Pair>>;

/** What new content did and what new answers did, for each share and each level. */
export function BridgeTable({ comparison: { bridge, before, after } }: { comparison: Comparison }) {
  const { overall, models } = bridge;
  return (
    <div className="space-y-6">
      <table className="w-full max-w-3xl text-sm">
        <caption className="sr-only">
          Shares, from {before.title} to {after.title}
        </caption>
        <thead>
          <tr className="text-quiet text-right align-bottom max-sm:grid max-sm:grid-cols-5 max-sm:items-end">
            <th scope="col" className="py-1 pr-3 text-left font-normal max-sm:sr-only">
              Share
            </th>
            <Column>{before.title}</Column>
            <Column>Content</Column>
            <Column>Answers</Column>
            <Column>Total</Column>
            <Column>{after.title}</Column>
          </tr>
        </thead>
        <tbody>
          {models.map(({ model, progress }) => (
            <Rows key={model} shares={progress}>
              <Vendor id={model} /> progress
            </Rows>
          ))}
          {overall !== null && <Rows shares={overall}>Mean of the four pillars</Rows>}
        </tbody>
      </table>
      <table className="w-full max-w-3xl text-sm">
        <caption className="sr-only">
          Levels, from {before.title} to {after.title}
        </caption>
        <thead>
          <tr className="text-quiet text-left align-bottom max-sm:sr-only">
            <th scope="col" className="py-1 pr-4 font-normal">
              Level
            </th>
            <th scope="col" className="py-1 pr-4 font-normal">
              {before.title}, by {before.version}
            </th>
            <th scope="col" className="py-1 pr-4 font-normal">
              The same answers, by {after.version}
            </th>
            <th scope="col" className="py-1 font-normal">
              {after.title}
            </th>
          </tr>
        </thead>
        <tbody>
          {models.map(({ model, place }) => (
            <tr key={model} className="border-line border-t align-top max-sm:grid max-sm:py-2">
              <th scope="row" className="py-1.5 pr-4 text-left font-medium max-sm:py-0">
                <Vendor id={model} />
              </th>
              <PlaceCell place={place.before} title={`${before.title}, by ${before.version}`} />
              <PlaceCell place={place.reread} title={`The same answers, by ${after.version}`} />
              <PlaceCell place={place.after} title={after.title} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Column({ children }: { children: ReactNode }) {
  return (
    <th scope="col" className="min-w-0 py-1 pl-3 font-normal break-words max-sm:pl-1">
      {children}
    </th>
  );
}

/** A second row says what would be if all that is not known were so, where that differs. */
function Rows({ shares, children }: { shares: Shares; children: ReactNode }) {
  const { before, reread, after } = shares;
  const of = (bound: 'certain' | 'best') =>
    shownBridge({ before: before[bound], reread: reread[bound], after: after[bound] });
  const [certain, best] = [of('certain'), of('best')];
  const differs = certain.before !== best.before || certain.after !== best.after;
  return (
    <>
      <Figures shown={certain}>{children}</Figures>
      {differs && (
        <Figures shown={best} quiet>
          at best
        </Figures>
      )}
    </>
  );
}

function Figures({
  shown,
  quiet = false,
  children,
}: {
  shown: ReturnType<typeof shownBridge>;
  quiet?: boolean;
  children: ReactNode;
}) {
  return (
    <tr
      className={`text-right max-sm:grid max-sm:grid-cols-5 max-sm:pb-1.5 ${quiet ? 'text-quiet' : 'border-line border-t'}`}
    >
      <th
        scope="row"
        className={`py-1.5 pr-3 text-left max-sm:col-span-full max-sm:pb-0 ${quiet ? 'font-normal sm:pl-5' : 'font-medium'}`}
      >
        {children}
      </th>
      <td className="pl-3">{shown.before}</td>
      <td className="pl-3">{signed(shown.content)}</td>
      <td className="pl-3">{signed(shown.answers)}</td>
      <td className="pl-3">{signed(shown.total)}</td>
      <td className="pl-3 font-medium">{shown.after}</td>
    </tr>
  );
}
