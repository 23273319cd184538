import { backingOf } from '@/lib/domain/evidence';
import {
  backedLevels,
  besideBacked,
  evidenceText,
  reviewsDue,
  withAndWithout,
} from '@/lib/domain/evidence-words';
import { plural, standingMark, standingText } from '@/lib/domain/labels';
import type { Report, ReportCapability } from '@/lib/domain/report';
import { breakable } from './glyphs';
import type { Writing } from './view';

type Row = { name: string; answers: string; shown: string; noted: string };

/** How far the answers can be trusted: what is known, what is shown for it, and what nobody knows. */
export type EvidenceView = {
  sentence: string;
  rows: Row[];
  all: Row;
  notKnown: { title: string; anchor: string | null; standing: string }[];
  /** On a rung that asks for much, and nothing that is current shown for it. */
  unshown: { title: string; anchor: string | null; mark: string }[];
};

/** From this rung on somebody who reads the report will ask to see it. */
const CLAIMS_MUCH = 3;

export function evidenceView(report: Report, { anchor }: Writing): EvidenceView {
  const { areas, areaKind, capabilities, trust, date } = report;
  const { counts, evidence, notKnown } = trust;
  const isBacked = (each: ReportCapability) => backingOf(each, date).state === 'backed';
  const rowOf = (name: string, own: Report['capabilities']): Row => ({
    name,
    answers: `${own.filter(({ standing }) => typeof standing === 'number').length} of ${own.length}`,
    shown: String(own.filter(isBacked).length),
    noted: String(own.filter(({ note }) => note !== null).length),
  });
  return {
    sentence: [
      `${counts.rated} of ${counts.inScope} answers are known. Current evidence is shown for ${evidence.backed} of ${evidence.of} on rung 1 or higher${besideBacked(evidence)}.`,
      ...[backedLevels(report), withAndWithout(report), reviewsDue(report)].filter((each) => each !== null),
    ].join(' '),
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
      .filter((each) => Number(each.standing) >= CLAIMS_MUCH && !isBacked(each))
      .map(({ id, title, standing }) => ({ title, anchor: anchor(id), mark: standingMark(standing) })),
  };
}

/** How far the figures can be trusted, for the page that a reader sees first. */
export function trustSentences(report: Report): string[] {
  const { trust, scope } = report;
  const { counts, evidence, notKnown } = trust;
  const unanswered = notKnown.filter(({ answered }) => !answered).length;
  const parts = [
    `${counts.rated} of ${plural(counts.inScope, 'answer')} known`,
    `${counts.unknown} answered with don’t know`,
    `${unanswered} not answered`,
    `${counts.notApplicable} not applicable`,
    evidenceText(evidence),
  ];
  const stands = backedLevels(report);
  return [
    `${parts.join(' · ')}.`,
    ...(stands === null ? [] : [stands]),
    scopeSentence(scope),
    'Effort is judgement, typically right within half and double.',
  ];
}

/** What the answers speak for. */
export function scopeSentence({ useCases, inProduction, note }: Report['scope']): string {
  const said = [
    useCases === undefined ? null : plural(useCases, 'use case'),
    inProduction === undefined ? null : `${inProduction} in production`,
  ].filter((part) => part !== null);
  const about = note === undefined || note === '' ? '' : breakable(note).replace(/\.$/, '');
  if (said.length === 0 && about === '') return 'What the answers speak for was not said.';
  if (said.length === 0) return `The answers speak for: ${about}.`;
  return `The answers speak for ${said.join(', ')}${about === '' ? '' : `: ${about}`}.`;
}
