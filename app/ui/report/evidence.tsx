import type { View } from '@/lib/pdf/view';
import { Chapter, ToAnswer, WideTable } from './chapter';

/** What is known, what is shown for it, and what is not. */
export function EvidenceChapter({ view }: { view: View['evidence'] }) {
  return (
    <Chapter id="trust">
      <p className="mb-4 max-w-prose">{view.sentence}</p>
      <WideTable label="Answers, evidence and notes">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">Area</span>
            </th>
            <th scope="col">known</th>
            <th scope="col">with current evidence</th>
            <th scope="col">with a note</th>
          </tr>
        </thead>
        <tbody>
          {[...view.rows, view.all].map(({ name, answers, shown, noted }) => (
            <tr key={name}>
              <th scope="row" className="font-medium">
                {name}
              </th>
              <td>{answers}</td>
              <td>{shown}</td>
              <td>{noted}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      <Names
        title="Not known"
        of={view.notKnown.map(({ standing, ...each }) => ({ ...each, said: standing }))}
      />
      <Names
        title="Rung 3 or 4 without current evidence"
        of={view.unshown.map(({ mark, ...each }) => ({ ...each, said: mark }))}
      />
    </Chapter>
  );
}

type Named = { title: string; anchor: string | null; said: string };

function Names({ title, of }: { title: string; of: Named[] }) {
  if (of.length === 0) return null;
  return (
    <>
      <h3 className="mt-6 mb-1 text-base">{title}</h3>
      <p className="max-w-prose">
        {of.map((each, index) => (
          <span key={each.title}>
            {index > 0 && ', '}
            <ToAnswer anchor={each.anchor}>{each.title}</ToAnswer> ({each.said})
          </span>
        ))}
      </p>
    </>
  );
}

/** The finished assessments of the team up to this one. */
export function HistoryChapter({ view }: { view: NonNullable<View['history']> }) {
  return (
    <Chapter id="history">
      <p className="mb-4 max-w-prose">
        Finished assessments of this team, each as it was read on its day, with the requirements met of all
        levels.
      </p>
      <WideTable label="Finished assessments">
        <thead>
          <tr>
            <th scope="col">Assessment</th>
            <th scope="col">answers of</th>
            {view.models.map(({ mark, name }) => (
              <th key={name} scope="col">
                {mark} {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map(({ title, date, breaks, cells }, row) => (
            <tr key={`${title}-${row}`}>
              <th scope="row" className="font-medium">
                {title}
                {breaks && <span className="text-quiet font-normal"> another measure</span>}
              </th>
              <td>{date}</td>
              {cells.map(({ level, count }, index) => (
                <td key={view.models[index]?.name ?? index}>
                  {level} <span className="text-quiet">{count}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
      {view.breaks && (
        <p className="text-quiet mt-3 max-w-prose text-sm">
          “Another measure”: the content changed in a way that moves figures, so this row and the one before
          are not on one scale.
        </p>
      )}
    </Chapter>
  );
}
