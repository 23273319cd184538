import type { View } from '@/lib/pdf/view';
import { Chapter, WideTable } from './chapter';

type Roadmap = NonNullable<View['roadmap']>;

/** The plan in its sentences, levels and demand; each step by quarter. */
export function RoadmapChapter({ view }: { view: Roadmap }) {
  return (
    <Chapter id="roadmap" newPage>
      <p className="font-medium">{view.plan}</p>
      <p className="text-quiet text-sm">{view.about}</p>
      <p className="mt-3 max-w-prose text-lg">{view.sentences}</p>
      {view.cost !== null && <p className="mt-2 max-w-prose">{view.cost}</p>}
      {view.levels.length > 0 && (
        <>
          <h3 className="mt-6 mb-2 text-base">When each level is reached</h3>
          <WideTable label="When each level is reached">
            <thead>
              <tr>
                {['Level', 'reached in', 'range', 'by', 'waits longest for'].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.levels.map(({ label, aim, quarter, range, day, late, heldBy }) => (
                <tr key={label}>
                  <th scope="row" className="font-medium">
                    {label} <span className="text-quiet font-normal">{aim}</span>
                  </th>
                  <td>{quarter}</td>
                  <td>{range}</td>
                  <td>
                    {day}
                    {late && ', late'}
                  </td>
                  <td>{heldBy}</td>
                </tr>
              ))}
            </tbody>
          </WideTable>
        </>
      )}
      <Need view={view.need} />
      {!view.short && <Steps quarters={view.quarters} />}
    </Chapter>
  );
}

function Need({ view: { tables } }: { view: Roadmap['need'] }) {
  if (tables.length === 0) return null;
  return (
    <>
      <h3 className="mt-6 mb-1 text-base">Who is needed when</h3>
      <p className="text-quiet mb-2 text-sm">Person-days asked of a role / those that its people have.</p>
      {tables.map(({ quarters, rows }) => (
        <WideTable key={quarters.join()} label={`Who is needed when, ${quarters.join(', ')}`}>
          <thead>
            <tr>
              {['Role', 'people', ...quarters].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ title, people, cells }) => (
              <tr key={title}>
                <th scope="row" className="font-medium">
                  {title}
                </th>
                <td>{people}</td>
                {cells.map(({ demand, supply, over }, index) => (
                  <td key={quarters[index]} className={over ? 'font-medium' : ''}>
                    {over && '▲ '}
                    {demand}
                    {supply !== '' && <span className="text-quiet"> / {supply}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </WideTable>
      ))}
    </>
  );
}

function Steps({ quarters }: { quarters: Roadmap['quarters'] }) {
  return quarters.map(({ quarter, sum, levels, steps }) => (
    <div key={quarter}>
      <h3 className="mt-6 mb-1 text-base">
        {quarter}{' '}
        <span className="text-quiet text-sm font-normal">
          {sum}
          {levels.length > 0 && ` · reaches ${levels.join(', ')}`}
        </span>
      </h3>
      <ul className="text-sm">
        {steps.map(({ title, change, action, dates, days, leads, critical }) => (
          <li key={`${title} ${change}`} className="border-line break-inside-avoid border-t py-2">
            <b>
              {title} {change}
            </b>{' '}
            <span className="text-quiet">
              {dates} · {days} days{leads !== '' && ` · ${leads}`}
              {critical && ' · critical'}
            </span>
            <p className="max-w-prose">{action}</p>
          </li>
        ))}
      </ul>
    </div>
  ));
}
