import type { Route } from 'next';
import { range } from '@/lib/domain/labels';
import type { Report, ReportModel } from '@/lib/domain/report';
import { floorText, standsText } from '@/lib/domain/result-view';
import { LevelTrack } from '../../../../../../ui/level-track';
import { Link } from '../../../../../../ui/link';
import { Section } from '../../../../../../ui/section';
import { Vendor } from '../../../../../../ui/vendor';
import { traceHref, type Links } from '../../_links';

/** 1: the sentence, and one track for each vendor. */
export function Where({ report, links }: { report: Report; links: Links }) {
  const unsure = report.models.some(({ levels }) => levels.some(({ met, atBest }) => atBest > met));
  return (
    <Section
      title="1  Where are we?"
      id="where"
      aside={`requirements met, level by level${unsure ? ' · hatched: not known' : ''}`}
    >
      <p className="max-w-prose text-lg">{report.summary.join(' ')}</p>
      <div className="mt-6 space-y-7">
        {report.models.map((model) => (
          <Track key={model.id} model={model} links={links} />
        ))}
      </div>
    </Section>
  );
}

function Track({ model, links }: { model: ReportModel; links: Links }) {
  const { id, level, levels, next } = model;
  const floor = floorText(model);
  return (
    <div className="grid gap-x-6 gap-y-2 lg:grid-cols-[9rem_1fr]">
      <div className="flex flex-wrap items-baseline gap-x-3 lg:block">
        <h3 className="text-base">
          <Vendor id={id} />
        </h3>
        <p className="text-sm">
          <span className="sr-only">{standsText(model)}</span>
          <span aria-hidden="true">
            {level.certain}
            {level.best !== level.certain && `, up to ${level.best}`}
          </span>
        </p>
        <p className="text-sm">
          <Link href={`${links.base}/${id}` as Route} className="link inline-block min-h-6">
            Statements<span className="sr-only"> of {model.name}</span>
          </Link>
        </p>
      </div>
      <div>
        <LevelTrack
          levels={levels}
          here={level.certain}
          toGo={next === null ? null : range(next.toGo.best, next.toGo.certain)}
          hrefOf={(each) => traceHref(links, id, each)}
        />
        {floor !== null && (
          <p className="text-quiet mt-1 text-sm">
            {standsText(model)}; {floor}
          </p>
        )}
      </div>
    </div>
  );
}
