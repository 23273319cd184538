import type { DocumentBrand } from '@/lib/domain/brand';
import { commonHolds, type ConsolidatedTeam } from '@/lib/domain/consolidated';
import { list, plural, range } from '@/lib/domain/labels';
import type { ReportDocument } from '@/lib/domain/report-document';
import { bareLevel } from '@/lib/domain/scorecard-words';
import { VENDORS, type ModelId } from '@/lib/domain/vocabulary';
import { formatFor } from './format';
import { breakable, cut } from './glyphs';
import { accentOf, footLineOf, mastheadView } from './view-brand';
import type { PrintedContent } from './view-roadmap';
import { scorecardView, type ScorecardFactsToPrint } from './view-scorecard';
import { summaryView, type SummaryView } from './view-summary';
import type { Look } from './view';

/** One team in a report over several: what the tables say of it, and its page as its own report has it. */
export type TeamToPrint = { facts: ConsolidatedTeam; page: SummaryView };

export type ConsolidatedToPrint = {
  organisation: string;
  /** The unit that it is of; `null` for the organisation. */
  unit: string | null;
  /** `3 chosen teams`, where it is not of all teams there. */
  choice: string | null;
  brand: DocumentBrand;
  questionnaires: readonly ModelId[];
  teams: readonly TeamToPrint[];
  /** Teams without a finished assessment. */
  waiting: readonly { name: string; unit: string | null }[];
  /** Teams with one that the document has no room for. */
  more: number;
  scorecard: ScorecardFactsToPrint;
};

const HOLDS = 8;

/** The page of a team: the summary of its report, without the links to pages that stand in that report alone. */
export const teamPage = (
  document: Pick<ReportDocument, 'report' | 'plan' | 'summary'>,
  content: PrintedContent,
  { locale }: Pick<Look, 'locale'>,
): SummaryView => summaryView(document, content, [], { format: formatFor(locale), anchor: () => null });

/** `Retail banking, 3 chosen teams`; `null` for all of an organisation. */
export const subjectOf = ({ unit, choice }: Pick<ConsolidatedToPrint, 'unit' | 'choice'>): string | null =>
  [unit, choice].filter((part) => part !== null).join(', ') || null;

/** The texts of a report over several teams as consolidated.typ sets them. */
export function consolidatedView(asked: ConsolidatedToPrint, { paper, locale, generatedOn }: Look) {
  const { organisation, choice, brand, questionnaires, teams, waiting, more } = asked;
  const subject = subjectOf(asked);
  const format = formatFor(locale);
  const facts = teams.map(({ facts: own }) => own);
  const dates = facts.map(({ date }) => date).toSorted();
  const [oldest, newest] = [dates[0], dates.at(-1)];
  const editions = [...new Set(facts.map(({ edition }) => edition.version))].toSorted();
  const title = 'MLOps maturity report';
  const of = subject ?? organisation;
  return {
    paper,
    title: `${title}: ${subject === null ? organisation : `${organisation}, ${subject}`}`,
    author: organisation,
    draft: false,
    brand: mastheadView(brand),
    accent: accentOf(brand),
    running: {
      left: breakable(
        subject === null ? cut(organisation, 60) : `${cut(organisation, 28)} · ${cut(subject, 44)}`,
      ),
      right: `${title} · ${plural(teams.length, 'team')}`,
      footLeft: footLineOf(brand, cut(organisation, 60)),
      footRight: format.date(generatedOn),
      edition: list(editions),
    },
    cover: {
      client: breakable(subject === null ? '' : organisation),
      title,
      subject: breakable(of),
      status: '',
      facts: [
        { name: 'Teams', lines: [teamsText(asked)] },
        ...(oldest === undefined || newest === undefined
          ? []
          : [
              {
                name: 'Answers of',
                lines: [
                  oldest === newest
                    ? format.date(oldest)
                    : `${format.date(oldest)} to ${format.date(newest)}`,
                ],
              },
            ]),
        {
          name: questionnaires.length === 1 ? 'Questionnaire' : 'Questionnaires',
          lines: questionnaires.map((id) => `${VENDORS[id].mark} ${VENDORS[id].name}`),
        },
        { name: 'Report made on', lines: [format.date(generatedOn)] },
      ],
    },
    scorecard: { ...scorecardView(asked.scorecard), ...(choice !== null && { heading: choice }) },
    models: questionnaires.map((id) => ({ mark: VENDORS[id].mark, name: VENDORS[id].name })),
    planned: facts.some(({ planEnds }) => planEnds !== null),
    rows: facts.map(({ name, unit, date, models, planEnds }, index) => ({
      anchor: anchorOf(index),
      name: breakable(cut(name, 80)),
      unit: breakable(cut(unit ?? '', 60)),
      levels: questionnaires.map((id) => {
        const own = models[id];
        if (own === undefined) return { level: 'not asked', toGo: '' };
        const { level, next } = own;
        return {
          level: bareLevel(level),
          toGo: next === null ? 'top level' : `${range(next.best, next.certain)} to go`,
        };
      }),
      date: format.date(date),
      planEnds: planEnds === null ? '–' : format.date(planEnds),
    })),
    waiting: waiting.map(({ name, unit }) => breakable(unit === null ? name : `${name} (${unit})`)),
    more:
      more === 0
        ? null
        : `${plural(more, 'more team')} with a finished assessment ${more === 1 ? 'is' : 'are'} not in this document, which has room for ${teams.length}. Take a report of a unit to see the rest.`,
    holds: questionnaires.map((id) => {
      const rows = commonHolds(facts, id);
      return {
        mark: VENDORS[id].mark,
        name: VENDORS[id].name,
        of: rows[0]?.of ?? 0,
        rows: rows.slice(0, HOLDS).map(({ title: waits, teams: count, of: all }) => ({
          ...{ title: waits, share: count / all, count: `${count} of ${all}` },
        })),
      };
    }),
    pages: teams.map(({ facts: { name, unit, date }, page }, index) => ({
      anchor: anchorOf(index),
      name: breakable(name),
      about: breakable(`${unit === null ? '' : `${unit} · `}answers of ${format.date(date)}`),
      page,
    })),
    check: facts.map(({ name, date, edition, hash }) => ({
      name: breakable(cut(name, 60)),
      date: format.date(date),
      edition: edition.version,
      hash: hash === null ? ['finished before anything was frozen'] : [hash.slice(0, 32), hash.slice(32)],
    })),
  };
}

const anchorOf = (index: number): string => `team-${index + 1}`;

function teamsText({ teams, waiting, more }: ConsolidatedToPrint): string {
  const parts = [
    `${teams.length} with a finished assessment`,
    ...(more === 0 ? [] : [`${more} more not in this document`]),
    ...(waiting.length === 0 ? [] : [`${waiting.length} without one`]),
  ];
  return list(parts);
}
