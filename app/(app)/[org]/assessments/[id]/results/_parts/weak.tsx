import { percent, standingText } from '@/lib/domain/labels';
import type { Report, ReportArea } from '@/lib/domain/report';
import { HOLDS_TEXT, vendorAreas, weakestFirst } from '@/lib/domain/result-view';
import { LevelBar } from '../../../../../../ui/level-track';
import { RungBadge } from '../../../../../../ui/rung-badge';
import { Section } from '../../../../../../ui/section';
import { answerHref, statementHref, type Links } from '../../_links';

/** 3: every answer as a digit, by domain; for one vendor every statement, by its own areas. */
export function Weak({ report, links }: { report: Report; links: Links }) {
  const byDomain = report.areaKind === 'domain';
  return (
    <Section
      title="3  Where is it weak?"
      id="weak"
      aside={
        byDomain
          ? 'one digit a capability, 0 absent to 4 governed · ? not known · – not applicable'
          : 'one sign a statement: ✓ holds · ✗ not yet · ? not known · – not applicable'
      }
    >
      {byDomain ? <Domains report={report} links={links} /> : <VendorAreas report={report} links={links} />}
    </Section>
  );
}

const ROW =
  'border-line grid items-center gap-x-6 gap-y-1 border-b py-2 sm:grid-cols-[12rem_1fr] lg:grid-cols-[12rem_16rem_1fr_6rem]';

function Domains({ report, links }: { report: Report; links: Links }) {
  const { pillars, phases, sides, overall, beyond } = report;
  return (
    <>
      <ul>
        {weakestFirst(report.areas).map((area) => (
          <li key={area.id} className={ROW}>
            <h3 className="text-base font-medium">{area.title}</h3>
            <Digits area={area} links={links} />
            <LevelBar met={area.pair?.certain ?? 0} atBest={area.pair?.best ?? 0} of={1} />
            <AreaTrace area={area} links={links} />
          </li>
        ))}
      </ul>
      <details className="mt-4 text-sm">
        <summary className="text-accent min-h-6">Also by pillar, phase, and build or run</summary>
        <div className="mt-3 grid gap-6 md:grid-cols-3">
          <Shares title="Pillar" areas={pillars} />
          <Shares title="Phase" areas={phases} />
          <Shares title="Build or run" areas={sides} />
        </div>
        <p className="text-quiet mt-4 max-w-prose">
          A share is the mean of rung ÷ 4 over the capabilities that apply. The mean of the four pillars is{' '}
          {percent(overall)}; capabilities that no vendor asks for stand at {percent(beyond)}. Neither is a
          level.
        </p>
      </details>
    </>
  );
}

/** The digits of an area; each opens the question that was answered. */
function Digits({ area, links }: { area: ReportArea; links: Links }) {
  return (
    <span className="flex flex-wrap gap-1">
      {area.capabilities.map(({ id, title, standing }) => (
        <a key={id} href={answerHref(links, id)} className="rounded-sm">
          <RungBadge standing={standing} title={title} />
        </a>
      ))}
    </span>
  );
}

function AreaTrace({ area, links }: { area: ReportArea; links: Links }) {
  return (
    <details className="text-sm sm:col-span-full lg:col-span-1 lg:col-start-4 lg:open:col-span-full">
      <summary className="min-h-6 tabular-nums" aria-label={`${area.title}: ${percent(area.pair)}`}>
        {percent(area.pair)}
      </summary>
      <ul className="mt-1 grid gap-x-8 gap-y-1 sm:grid-cols-2">
        {area.capabilities.map(({ id, title, standing }) => (
          <li key={id} className="flex justify-between gap-4">
            <a href={answerHref(links, id)} className="link">
              {title}
            </a>
            <span>{standingText(standing)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Shares({ title, areas }: { title: string; areas: ReportArea[] }) {
  return (
    <table className="w-full">
      <caption className="pb-1 text-left font-medium">{title}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">Share</th>
          <th scope="col">Capabilities</th>
        </tr>
      </thead>
      <tbody>
        {areas.map((area) => (
          <tr key={area.id} className="border-line border-t">
            <th scope="row" className="py-1 pr-2 text-left font-normal">
              {area.title}
            </th>
            <td className="py-1 text-right whitespace-nowrap">{percent(area.pair)}</td>
            <td className="text-quiet py-1 pl-3 text-right">{area.capabilities.length}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function VendorAreas({ report, links }: { report: Report; links: Links }) {
  return report.models.map((model) => (
    <ul key={model.id}>
      {vendorAreas(model)
        .filter(({ statements }) => statements.length > 0)
        .map((area) => (
          <li key={area.id} className={ROW}>
            <h3 className="text-base font-medium">{area.name}</h3>
            <span className="flex flex-wrap gap-1">
              {area.statements.map(({ id, text, holds }) => (
                <a
                  key={id}
                  href={statementHref(links, model.id, id)}
                  title={`${id}: ${text}`}
                  className="border-border inline-flex size-6 items-center justify-center rounded-sm border text-sm"
                >
                  <span aria-hidden="true">{HOLDS_TEXT[holds].mark}</span>
                  <span className="sr-only">
                    {id} {HOLDS_TEXT[holds].words}: {text}
                  </span>
                </a>
              ))}
            </span>
            <LevelBar met={area.met} atBest={area.atBest} of={area.of} />
            <span className="text-sm tabular-nums">
              {area.met} of {area.of} hold
            </span>
          </li>
        ))}
    </ul>
  ));
}
