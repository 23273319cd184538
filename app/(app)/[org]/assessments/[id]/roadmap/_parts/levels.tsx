import { dateText, list } from '@/lib/domain/labels';
import type { Roadmap } from '@/lib/domain/roadmap';
import { heldByText, levelTitle, rangeText } from '@/lib/domain/roadmap-words';
import type { Content } from '@/lib/domain/schema/content';
import { VENDORS } from '@/lib/domain/vocabulary';

/** Each level that is not held today: when it is reached, or what keeps it away. */
export function Levels({ roadmap, content }: { roadmap: Roadmap; content: Content }) {
  const { levels, horizonWeeks } = roadmap;
  if (levels.length === 0) return null;
  return (
    <table className="w-full max-w-4xl text-sm">
      <caption className="sr-only">When each level is reached</caption>
      <thead>
        <tr className="text-quiet text-left">
          <th scope="col" className="py-1 pr-4 font-normal">
            Level
          </th>
          <th scope="col" className="py-1 pr-4 font-normal">
            Reached in, half to double the effort
          </th>
          <th scope="col" className="py-1 font-normal">
            Waits longest for
          </th>
        </tr>
      </thead>
      <tbody>
        {levels.map(({ model, level, when, heldBy }) => {
          const waits = list(heldBy.map((each) => heldByText(content, each)));
          return (
            <tr key={`${model}:${level}`} className="border-line border-t align-top">
              <th scope="row" className="py-2 pr-4 text-left font-medium whitespace-nowrap">
                <span aria-hidden="true" className="text-accent mr-1.5">
                  {VENDORS[model].mark}
                </span>
                {levelTitle(content, model, level)}
              </th>
              <td className="py-2 pr-4">
                {when === null ? (
                  <span className="text-warn">not with this plan</span>
                ) : (
                  <>
                    <b>{rangeText(when)}</b>
                    <span className="text-quiet block">
                      by {dateText(when.day)}
                      {when.week > horizonWeeks &&
                        `, past the ${horizonWeeks} weeks that the plan looks ahead`}
                    </span>
                  </>
                )}
              </td>
              <td className="py-2">{waits}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
