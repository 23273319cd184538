import { levelCount, list, plural } from '@/lib/domain/labels';
import type { Report, ReportModel } from '@/lib/domain/report';
import { levelTitle, notKnown, requirementsOf, standsText, wayText } from '@/lib/domain/result-view';
import type { ModelId } from '@/lib/domain/vocabulary';
import { Link } from '../../../../../../ui/link';
import { Section } from '../../../../../../ui/section';
import { answerHref, traceHref, traceId, type Links } from '../../_links';
import { RequirementTable } from './requirement-table';

/** A list up to this long stands open; longer ones unfold, but the first vendor's always shows. */
const SHORT = 5;
const SHOWN_NOT_KNOWN = 6;

type Props = {
  report: Report;
  links: Links;
  /** The vendor of which every requirement is shown. All three would be most of the page, which a phone then takes long to show. */
  traced: ModelId | undefined;
};

/** 2: what is missing for each next level, and on demand every requirement of every level. */
export function Why({ report, links, traced }: Props) {
  return (
    <Section title="2  Why not higher?" id="why">
      <div className="space-y-8">
        {report.models.map((model, index) => (
          <Model
            key={model.id}
            model={model}
            links={links}
            first={index === 0}
            traced={model.id === traced}
          />
        ))}
      </div>
      <NotKnown report={report} links={links} />
    </Section>
  );
}

function Model({
  model,
  links,
  first,
  traced,
}: {
  model: ReportModel;
  links: Links;
  first: boolean;
  traced: boolean;
}) {
  const { id, next, levels } = model;
  const target = levels.find(({ isNext }) => isNext);
  return (
    <div>
      <h3 className="mb-1 text-base">
        <span className="sr-only">{model.name}: </span>
        <span aria-hidden="true" className="text-accent mr-1.5">
          {model.mark}
        </span>
        {target === undefined ? `${standsText(model)} is the top level` : levelTitle(target)}
        {next !== null && <span className="font-normal">: {wayText(next)}</span>}
      </h3>
      {next !== null && target !== undefined && (
        <Missing model={model} next={next} links={links} open={first || next.missing.length <= SHORT} />
      )}
      {traced ? (
        <Trace model={model} links={links} />
      ) : (
        <p className="mt-3 text-sm">
          <Link href={traceHref(links, id)} className="link inline-block min-h-6">
            Every requirement<span className="sr-only"> of {model.name}</span>, level by level
          </Link>
        </p>
      )}
    </div>
  );
}

/** Every requirement of every level: what each count of the vendor was counted from. */
function Trace({ model, links }: { model: ReportModel; links: Links }) {
  const { id, name, levels } = model;
  return (
    <div id={traceId(id)} className="mt-3 text-sm">
      <h4 className="font-medium">Every requirement of {name}</h4>
      <div className="border-line mt-2 space-y-7 border-l-2 pl-4">
        {levels.map((level) => (
          <div key={level.id} id={traceId(id, level.id)} className="target:bg-sunken">
            <h5 className="font-medium">
              {levelTitle(level)}: {levelCount(level)}
              {level.excluded > 0 && `, ${level.excluded} not applicable`}
              {level.reached && ' ✓'}
            </h5>
            <p className="text-quiet max-w-prose">{level.meaning}</p>
            {requirementsOf(model, level.id).length > 0 && (
              <RequirementTable
                label={`Requirements of ${level.label}`}
                model={id}
                requirements={requirementsOf(model, level.id)}
                links={links}
                withState
              />
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

function Missing({
  model,
  next,
  links,
  open,
}: {
  model: ReportModel;
  next: NonNullable<ReportModel['next']>;
  links: Links;
  open: boolean;
}) {
  const { missing, label, excluded } = next;
  const table = (
    <RequirementTable label={`Missing for ${label}`} model={model.id} requirements={missing} links={links} />
  );
  return (
    <>
      {open ? (
        table
      ) : (
        <details>
          <summary className="text-accent min-h-6 text-sm">
            Show {plural(missing.length, 'requirement')}
          </summary>
          {table}
        </details>
      )}
      {excluded.length > 0 && (
        <p className="text-quiet mt-1 text-sm">Left out as not applicable: {list(excluded)}.</p>
      )}
    </>
  );
}

function NotKnown({ report, links }: { report: Report; links: Links }) {
  const unknown = notKnown(report);
  if (unknown.length === 0) return null;
  const shown = unknown.slice(0, SHOWN_NOT_KNOWN);
  const rest = unknown.slice(SHOWN_NOT_KNOWN);
  const item = ({ capability, title, waits }: (typeof unknown)[number]) => (
    <li key={capability}>
      <Link href={answerHref(links, capability)} className="link">
        {title}
      </Link>
      <span className="text-quiet">
        {' '}
        ·{' '}
        {waits.length === 0
          ? 'no next level waits for it'
          : `${list(waits)} ${waits.length === 1 ? 'waits' : 'wait'} for it`}
      </span>
    </li>
  );
  return (
    <div className="mt-8 text-sm" id="not-known">
      <h3 className="text-base">Not known: {unknown.length}</h3>
      <ul className="mt-1 space-y-1">{shown.map(item)}</ul>
      {rest.length > 0 && (
        <details className="mt-1">
          <summary className="text-accent min-h-6">{rest.length} more</summary>
          <ul className="mt-1 space-y-1">{rest.map(item)}</ul>
        </details>
      )}
    </div>
  );
}
