import { range } from '@/lib/domain/labels';
import type { Report } from '@/lib/domain/report';
import { standsText } from '@/lib/domain/result-view';
import type { View } from '@/lib/pdf/view';
import { LevelTrack } from '../level-track';
import { RichText } from '../rich-text';
import { RungBadge } from '../rung-badge';
import { Chapter, ToAnswer } from './chapter';

type Summary = View['summary'];

/** The page that is read. */
export function SummaryChapter({ report, view }: { report: Report; view: Summary }) {
  return (
    <Chapter id="summary">
      {view.own === null ? (
        <p className="max-w-prose text-lg">{view.sentences.join(' ')}</p>
      ) : (
        <>
          <RichText text={view.own.text} className="max-w-prose text-lg" />
          <p className="text-quiet mt-2 text-sm">Summary by {view.own.by}</p>
        </>
      )}
      <h3 className="mt-6 mb-3 text-base">Where it stands: requirements met</h3>
      <div className="space-y-6">
        {report.models.map((model) => (
          <div key={model.id} className="break-inside-avoid">
            <h4 className="mb-1 text-sm font-medium">
              <span aria-hidden="true" className="text-accent">
                {model.mark}{' '}
              </span>
              {standsText(model)}
            </h4>
            <LevelTrack
              levels={model.levels}
              here={model.level.certain}
              toGo={model.next === null ? null : range(model.next.toGo.best, model.next.toGo.certain)}
            />
          </div>
        ))}
      </div>
      {view.notes.map((note) => (
        <p key={note} className="text-quiet mt-3 max-w-prose text-sm">
          {note}
        </p>
      ))}
      <Strip report={report} view={view.strip} />
      {view.tooLittle === null ? (
        <div className="mt-8 grid gap-8 md:grid-cols-2">
          <Holds rows={view.holds} />
          <First steps={view.first} />
        </div>
      ) : (
        <div className="mt-8">
          <h3 className="text-base">{view.tooLittle} Answer these first; they decide most.</h3>
          <ol className="mt-2 list-decimal pl-6">
            {view.answerFirst.map(({ title, anchor }) => (
              <li key={title}>
                <ToAnswer anchor={anchor}>{title}</ToAnswer>
              </li>
            ))}
          </ol>
        </div>
      )}
      <h3 className="mt-8 mb-1 text-base">How far to trust this</h3>
      <p className="max-w-prose">{view.trust.join(' ')}</p>
    </Chapter>
  );
}

/** One digit a capability; for one vendor one sign a statement. */
function Strip({ report, view }: { report: Report; view: Summary['strip'] }) {
  return (
    <>
      <h3 className="mt-8 text-base">{view.title}</h3>
      <p className="text-quiet mb-2 text-sm">{view.legend}</p>
      <ul className="grid gap-x-8 gap-y-2 md:grid-cols-2 print:grid-cols-1">
        {report.areaKind === 'domain'
          ? report.areas.map((area) => (
              <li key={area.id} className="grid items-center gap-x-3 sm:grid-cols-[11rem_1fr]">
                <span>{area.title}</span>
                <span className="flex flex-wrap gap-1">
                  {area.capabilities.map(({ id, title, standing }) => (
                    <RungBadge key={id} standing={standing} title={title} />
                  ))}
                </span>
              </li>
            ))
          : view.rows.map(({ name, cells, count }) => (
              <li key={name} className="grid items-center gap-x-3 sm:grid-cols-[11rem_1fr]">
                <span>{name}</span>
                <span>
                  <span aria-hidden="true" className="tracking-widest">
                    {cells.map(({ mark }) => mark).join('')}
                  </span>{' '}
                  <span className="text-quiet text-sm">{count} hold</span>
                </span>
              </li>
            ))}
      </ul>
    </>
  );
}

function Holds({ rows }: { rows: Summary['holds'] }) {
  return (
    <div>
      <h3 className="mb-2 text-base">What holds it</h3>
      {rows.length === 0 ? (
        <p>No requirement is missing for a next level.</p>
      ) : (
        <ul className="text-sm">
          {rows.map(({ marks, parts, state }) => (
            <li
              key={parts.map(({ title, needs }) => `${title} ${needs}`).join(' ')}
              className="border-line flex justify-between gap-4 border-t py-1"
            >
              <span>
                <span aria-hidden="true" className="text-accent">
                  {marks}{' '}
                </span>
                {parts.map(({ title, anchor }, index) => (
                  <span key={title}>
                    {index > 0 && ' or '}
                    <ToAnswer anchor={anchor}>{title}</ToAnswer>
                  </span>
                ))}
                {state !== null && <span className="text-quiet"> · {state}</span>}
              </span>
              <span className="whitespace-nowrap">
                {parts.map(({ you }) => you).join(' or ')}, needs{' '}
                {parts.map(({ needs }) => needs).join(' or ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function First({ steps }: { steps: Summary['first'] }) {
  return (
    <div>
      <h3 className="mb-2 text-base">What to do first</h3>
      {steps.length === 0 ? (
        <p>No step is waiting that could start today.</p>
      ) : (
        <ol className="text-sm">
          {steps.map(({ title, anchor, change, action, days }, index) => (
            <li
              key={`${title} ${change}`}
              className="border-line grid grid-cols-[1.5rem_1fr_auto] gap-x-2 border-t py-1"
            >
              <span className="text-quiet">{index + 1}</span>
              <span>
                <ToAnswer anchor={anchor}>{title}</ToAnswer> {change}. {action}
              </span>
              <span className="whitespace-nowrap">
                {days} {days === '1' ? 'day' : 'days'}
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
