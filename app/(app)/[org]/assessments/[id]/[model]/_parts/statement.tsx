import type { Route } from 'next';
import { standingMark } from '@/lib/domain/labels';
import type { ReportStatement } from '@/lib/domain/report';
import { HOLDS_TEXT } from '@/lib/domain/result-view';
import { Link } from '../../../../../../ui/link';
import type { StatementContext } from './level-statements';
import { StateForm } from './state-form';

/** One statement: whether it holds, what decides it, its source, and the way to state otherwise for this vendor alone. */
export function Statement({ statement, context }: { statement: ReportStatement; context: StatementContext }) {
  const { id, text, kind, ask, holds, statement: stated, source, remark, repeats } = statement;
  const { mark, words } = HOLDS_TEXT[holds];
  const quiet = kind === 'information' && !ask;
  return (
    <li
      id={id}
      className="target:bg-sunken grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[5.5rem_minmax(0,1fr)_8rem_13rem]"
    >
      <span className="text-quiet text-sm">{id}</span>
      <div className={quiet ? 'text-quiet' : ''}>
        <p>
          {text}{' '}
          {kind === 'advice' && repeats === null && <span className="text-quiet text-sm">(advice)</span>}
          {repeats !== null && (
            <span className="text-quiet text-sm">(asked at a lower level already: {repeats})</span>
          )}
        </p>
        {stated?.note !== undefined && <p className="mt-1 text-sm">“{stated.note}”</p>}
        <details className="mt-1 text-sm">
          <summary className="text-accent min-h-6">
            {context.editable && !quiet ? 'Source, or state otherwise' : 'Source'}
          </summary>
          <p className="mt-1">
            <a href={source.url} className="link" rel="noreferrer">
              {source.title}
            </a>
            , {source.at}
          </p>
          {remark !== null && <p className="text-quiet mt-1">{remark}</p>}
          {context.editable && !quiet && (
            <StateForm
              org={context.org}
              id={context.id}
              criterion={id}
              model={context.model}
              vendor={context.name}
              decided={statement.decidedBy.length > 0}
              current={
                stated === null ? 'ladder' : 'unknown' in stated ? 'unknown' : stated.holds ? 'yes' : 'no'
              }
              note={stated?.note ?? ''}
              seen={context.seen.get(id) ?? 0}
            />
          )}
        </details>
      </div>
      <span className={`text-sm ${holds === 'holds' ? '' : 'font-medium'} ${quiet ? 'text-quiet' : ''}`}>
        <span aria-hidden="true">{mark} </span>
        {quiet ? 'not asked' : words}
        {stated !== null && <span className="text-quiet block font-normal">stated</span>}
      </span>
      <DecidedBy statement={statement} context={context} />
    </li>
  );
}

function DecidedBy({ statement, context }: { statement: ReportStatement; context: StatementContext }) {
  const { decidedBy, joined } = statement;
  return (
    <ul className="text-quiet text-sm">
      {decidedBy.map(({ capability, title, needs, standing }, index) => (
        <li key={capability}>
          {index > 0 && joined === 'any' && 'or '}
          <Link href={`${context.base}?at=${capability}&order=${context.model}` as Route} className="link">
            {title}
          </Link>{' '}
          {standingMark(standing)}
          {standing !== 'not-applicable' && !(typeof standing === 'number' && standing >= needs) && (
            <>, needs {needs}</>
          )}
        </li>
      ))}
    </ul>
  );
}
