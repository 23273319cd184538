import { percent } from '@/lib/domain/labels';
import type { Report, ReportArea } from '@/lib/domain/report';
import { cellOf, type Cell } from './view-summary';

type Row = { name: string; share: string; lowest: string; cells: Cell[] };

export type WeakView = {
  /** Means over our capabilities; empty in a report on one vendor. */
  domains: Row[];
  groups: { name: string; rows: Row[] }[];
  overall: string;
  beyond: string;
  /** One vendor's areas by what their statements are found to be. */
  areas: { name: string; counts: string[] }[];
};

/** Where it is weak; `null` when too little is known to say so. */
export function weakView(report: Report): WeakView | null {
  if (report.tooLittleKnown) return null;
  const byDomain = report.areaKind === 'domain';
  return {
    domains: byDomain ? report.areas.map(row) : [],
    groups: byDomain
      ? [
          { name: 'Pillar', rows: report.pillars.map(row) },
          { name: 'Phase', rows: report.phases.map(row) },
          { name: 'Side', rows: report.sides.map(row) },
        ]
      : [],
    overall: percent(report.overall),
    beyond: percent(report.beyond),
    areas: byDomain
      ? []
      : report.models.flatMap(({ areas }) =>
          areas.map(({ name, counts }) => ({
            name,
            counts: [
              counts.holds,
              counts['not-yet'],
              counts['not-known'],
              counts['not-applicable'],
              counts['not-asked'],
            ].map(String),
          })),
        ),
  };
}

const row = ({ title, pair, lowest, capabilities }: ReportArea): Row => ({
  name: title,
  share: percent(pair),
  lowest: lowest === null ? '–' : String(lowest),
  cells: capabilities.map(({ standing }) => cellOf(standing)),
});
