import { askedOf, countHolds } from '@/lib/domain/criteria';
import { levelTitle } from '@/lib/domain/result-view';
import type { ReportLevel, ReportModel, ReportStatement } from '@/lib/domain/report';
import type { ModelId } from '@/lib/domain/vocabulary';
import { Section } from '../../../../../../ui/section';
import { levelCount } from '@/lib/domain/labels';
import { Statement } from './statement';

/** What a statement needs to be shown and stated. */
export type StatementContext = {
  org: string;
  id: string;
  base: string;
  name: string;
  model: ModelId;
  editable: boolean;
  /** Version of what was stated, by criterion. */
  seen: ReadonlyMap<string, number>;
  /** The statement that the address names: its area is open. */
  at: string | null;
};

type Props = {
  level: ReportLevel;
  symptoms: { id: string; text: string }[];
  areas: ReportModel['areas'];
  statements: ReportStatement[];
  context: StatementContext;
};

const RANK = { gate: 0, advice: 1, information: 2 };

/** A long level shows the areas that still miss something and folds the rest. */
const LONG = 12;

/** One level: its meaning, its symptoms, and its statements by the vendor's areas, gates first. */
export function LevelStatements({ level, symptoms, areas, statements, context }: Props) {
  return (
    <Section
      title={levelTitle(level)}
      id={`level-${level.id}`}
      aside={`${levelCount(level)}${level.of > 0 ? ' requirements met' : ''}${level.reached ? ', reached' : ''}`}
    >
      <p className="max-w-prose">{level.meaning}</p>
      {symptoms.length > 0 && (
        <details className="mt-2 max-w-prose text-sm">
          <summary className="text-accent min-h-8 py-1">
            How one recognises this level ({symptoms.length})
          </summary>
          <ul className="list-disc pl-5">
            {symptoms.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      <div className="mt-4 space-y-2">
        {areas.map(({ id, name }) => {
          const own = statements
            .filter(({ area }) => area === id)
            .toSorted((a, b) => RANK[a.kind] - RANK[b.kind]);
          if (own.length === 0) return null;
          const counts = countHolds(own);
          const asked = askedOf(counts);
          return (
            <details
              key={id}
              className="group"
              open={statements.length <= LONG || level.isNext || own.some((each) => each.id === context.at)}
            >
              <summary className="border-line flex min-h-10 items-baseline justify-between gap-4 border-b py-2">
                <h3 className="text-base">
                  <span aria-hidden="true" className="text-accent mr-2 inline-block group-open:rotate-90">
                    ▸
                  </span>
                  {name}
                </h3>
                <span className="text-quiet text-sm">
                  {asked === 0 ? 'nothing asked' : `${counts.holds} of ${asked} hold`}
                </span>
              </summary>
              <ul className="divide-line divide-y">
                {own.map((statement) => (
                  <Statement key={statement.id} statement={statement} context={context} />
                ))}
              </ul>
            </details>
          );
        })}
      </div>
    </Section>
  );
}
