import type { View } from '@/lib/pdf/view';
import { Chapter, ToAnswer, WideTable } from './chapter';

/** What each model's next level waits for, with the statements that ask it. */
export function HoldsChapter({ view }: { view: View['holds'] }) {
  return (
    <Chapter id="holds">
      {view.map(({ mark, title, lead, rows, notes }) => (
        <div key={title} className="mb-8">
          <h3 className="text-base">
            <span aria-hidden="true" className="text-accent">
              {mark}{' '}
            </span>
            {title}
          </h3>
          <p className="mb-2">{lead}</p>
          {rows.length > 0 && (
            <WideTable label={`Missing: ${title}`}>
              <thead>
                <tr>
                  <th scope="col">Requirement</th>
                  <th scope="col">you</th>
                  <th scope="col">needs</th>
                  <th scope="col">statements</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ parts, state, statements }) => (
                  <tr key={parts.map((part) => part.title).join(' ')}>
                    <th scope="row" className="w-56 font-medium">
                      {parts.map((part) => part.title).join(' or ')}
                      {state !== null && <span className="text-quiet block font-normal">{state}</span>}
                    </th>
                    <td className="whitespace-nowrap">{parts.map(({ you }) => you).join(' or ')}</td>
                    <td className="whitespace-nowrap">{parts.map(({ needs }) => needs).join(' or ')}</td>
                    <td>
                      {statements.map(({ id, text, stated }) => (
                        <span key={id} className="block">
                          <span className="text-quiet normal-nums">{id}</span> {text}
                          {stated && <span className="text-quiet"> (stated)</span>}
                        </span>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </WideTable>
          )}
          {notes.map((note) => (
            <p key={note} className="text-quiet mt-2 text-sm">
              {note}
            </p>
          ))}
        </div>
      ))}
    </Chapter>
  );
}

export function GapsChapter({ view }: { view: View['gaps'] }) {
  return (
    <Chapter id="gaps" newPage>
      {view.tooLittle ? (
        <>
          <p className="max-w-prose">
            Too little is known for gaps and a plan: half or more of the answers are missing. These answers
            decide most and are worth finding first.
          </p>
          <ol className="mt-3 list-decimal pl-6">
            {view.answerFirst.map(({ title, anchor }) => (
              <li key={title}>
                <ToAnswer anchor={anchor}>{title}</ToAnswer>
              </li>
            ))}
          </ol>
        </>
      ) : (
        <>
          {view.gaps.length === 0 ? <p>No gap is open to the levels aimed at.</p> : <Gaps view={view} />}
          {view.notes.map((note) => (
            <p key={note} className="text-quiet mt-3 max-w-prose text-sm">
              {note}
            </p>
          ))}
          {view.steps.length > 0 && <Steps steps={view.steps} />}
        </>
      )}
    </Chapter>
  );
}

function Gaps({ view }: { view: View['gaps'] }) {
  return (
    <>
      <p className="mb-3 max-w-prose">
        {view.order} {view.reached}
      </p>
      <WideTable label="Gaps by priority">
        <thead>
          <tr>
            <th scope="col">Capability</th>
            <th scope="col">you → needs</th>
            <th scope="col">climbs</th>
            <th scope="col">days</th>
            <th scope="col">blocks</th>
          </tr>
        </thead>
        <tbody>
          {view.gaps.map(({ title, anchor, you, needs, climbs, days, next, later }) => (
            <tr key={title}>
              <th scope="row" className="font-medium">
                <ToAnswer anchor={anchor}>{title}</ToAnswer>
              </th>
              <td className="whitespace-nowrap">
                {you} → {needs}
              </td>
              <td>{climbs}</td>
              <td>{days}</td>
              <td>
                <b>{next}</b>
                {next !== '' && later !== '' && ', '}
                {later}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </>
  );
}

function Steps({ steps }: { steps: View['gaps']['steps'] }) {
  return (
    <>
      <h3 className="mt-8 mb-2 text-base">The steps in order</h3>
      <p className="mb-3 max-w-prose">
        Every climb that the gaps need, prerequisites included, in an order in which they can be done. Days
        are person-days.
      </p>
      <ol className="text-sm">
        {steps.map(({ title, anchor, change, action, nowThen, lead, days, serves, notes }, index) => (
          <li
            key={`${title} ${change}`}
            className="border-line grid break-inside-avoid grid-cols-[1.75rem_1fr] gap-x-2 border-t py-2"
          >
            <span className="text-quiet">{index + 1}</span>
            <div>
              <p>
                <b>
                  <ToAnswer anchor={anchor}>{title}</ToAnswer> {change}
                </b>
                <span className="text-quiet">
                  {' '}
                  · {days} {days === '1' ? 'day' : 'days'} · {lead}
                  {serves !== '' && ` · ${serves}`}
                  {notes !== '' && ` · ${notes}`}
                </span>
              </p>
              <p className="max-w-prose">{action}</p>
              <p className="text-quiet max-w-prose">{nowThen}</p>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
