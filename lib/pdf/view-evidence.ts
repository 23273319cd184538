import { standingMark, standingText } from '@/lib/domain/labels';
import type { Report } from '@/lib/domain/report';
import type { Writing } from './view';

type Row = { name: string; answers: string; shown: string; noted: string };

/** How far the answers can be trusted: what is known, what is shown for it, and what nobody knows. */
export type EvidenceView = {
  sentence: string;
  rows: Row[];
  all: Row;
  notKnown: { title: string; anchor: string | null; standing: string }[];
  /** On a rung that asks for much, and nothing shown for it. */
  unshown: { title: string; anchor: string | null; mark: string }[];
};

/** From this rung on somebody who reads the report will ask to see it. */
const CLAIMS_MUCH = 3;

export function evidenceView(report: Report, { anchor }: Writing): EvidenceView {
  const { areas, areaKind, capabilities, trust } = report;
  const { counts, evidence, notKnown } = trust;
  const rowOf = (name: string, own: Report['capabilities']): Row => ({
    name,
    answers: `${own.filter(({ standing }) => typeof standing === 'number').length} of ${own.length}`,
    shown: String(own.filter((each) => each.evidence.length > 0).length),
    noted: String(own.filter(({ note }) => note !== null).length),
  });
  return {
    sentence: `${counts.rated} of ${counts.inScope} answers are known. Evidence is shown for ${evidence.backed} of ${evidence.of} on rung 1 or higher.`,
    // In a report on one vendor our domains are not named.
    rows: (areaKind === 'domain' ? areas : []).flatMap(({ title, capabilities: inIt }) => {
      const ids = new Set(inIt.map(({ id }) => id));
      const own = capabilities.filter(({ id }) => ids.has(id));
      return own.length === 0 ? [] : [rowOf(title, own)];
    }),
    all: rowOf('All', capabilities),
    notKnown: notKnown.map(({ capability, title, answered }) => ({
      title,
      anchor: anchor(capability),
      standing: answered ? standingText('unknown') : standingText('unanswered'),
    })),
    unshown: capabilities
      .filter(({ standing, evidence: shown }) => Number(standing) >= CLAIMS_MUCH && shown.length === 0)
      .map(({ id, title, standing }) => ({ title, anchor: anchor(id), mark: standingMark(standing) })),
  };
}
