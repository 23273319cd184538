import type { Standing } from '@/lib/domain/answers';
import { standingText } from '@/lib/domain/labels';
import { RUNGS } from '@/lib/domain/vocabulary';
import { rungColour } from './rung-badge';

export type Notch = { rung: number; mark: string; label: string };

/**
 * The product's one picture, small and lying: 0 at the left, five ticks, your mark, the rung that is needed, and the vendors' notches.
 * The large, upright form with texts is the answering page's fieldset (app/ui/rung-options.tsx).
 */
export function Ladder({
  standing,
  needs,
  notches = [],
}: {
  standing: Standing;
  needs?: number;
  notches?: Notch[];
}) {
  const words = [
    `stands at ${standingText(standing)}`,
    ...(needs === undefined ? [] : [`needs ${needs}`]),
    ...notches.map(({ rung, label }) => `${label} asks ${rung}`),
  ];
  return (
    <span className="inline-block align-middle">
      <span className="sr-only">{words.join(', ')}</span>
      <span aria-hidden="true" className="inline-flex gap-0.5">
        {RUNGS.map((rung) => {
          const reached = typeof standing === 'number' && rung <= standing;
          const wanted = !reached && needs !== undefined && rung <= needs;
          const look = reached
            ? rungColour(rung)
            : wanted
              ? 'border-accent bg-paper text-accent border-dashed'
              : 'bg-paper text-quiet';
          return (
            <span key={rung} className="flex flex-col items-center">
              <span
                className={`border-border flex h-5 w-6 items-center justify-center border text-xs ${look} ${rung === standing ? 'font-bold' : ''} ${wanted && rung === needs ? 'font-bold underline' : ''}`}
              >
                {rung}
              </span>
              {notches.length > 0 && (
                <span className="text-accent h-4 text-[0.625rem] leading-4">
                  {notches.filter((notch) => notch.rung === rung).map(({ mark }) => mark)}
                </span>
              )}
            </span>
          );
        })}
      </span>
    </span>
  );
}
