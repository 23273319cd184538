import { UNBRANDED, type DocumentBrand } from '@/lib/domain/brand';
import { dateText, list, perCent, plural, quarterText } from '@/lib/domain/labels';
import type { TrendPoint } from '@/lib/domain/scorecard';
import type { ScorecardModel } from '@/lib/domain/scorecard-models';
import { bareLevel, certaintySentences, openText, shortDomain } from '@/lib/domain/scorecard-words';
import type { NamelessRow, TellableScorecard } from '@/lib/domain/shared-view';
import { VENDORS, type Paper } from '@/lib/domain/vocabulary';
import {
  daysText,
  pacesText,
  plansText,
  shortText,
  waitText,
  type WhatItTakes,
} from '@/lib/domain/what-it-takes';
import { breakable, cut } from './glyphs';
import { accentOf, footLineOf, headLogoOf } from './view-brand';

/** What is printed of a scorecard, and what it is of. */
export type ScorecardFactsToPrint = {
  scorecard: TellableScorecard;
  /** Absent from a view that was frozen before there was any. */
  takes?: WhatItTakes | undefined;
  organisation: string;
  /** Whose page it is; within another document that document says it. */
  brand?: DocumentBrand | undefined;
  /** The unit that it is of; `null` for the whole organisation. */
  unit: string | null;
  /** The day on which it is read: given and not taken from a clock, so that the same scorecard gives the same bytes. */
  date: string;
  paper: Paper;
  /** Teams that have a draft and nothing finished. */
  answering: number;
  /** Units that the heat map has no room for. */
  moreUnits: number;
  /** Said in the place of the quarters where there are none to compare. */
  still?: string;
};

const HOLDERS = 6;
const QUARTERS = 6;
const ROLES = 3;

/** The page as `scorecard.typ` sets it: strings, and shares for the length of bars. Names are cut where they stand in a table, so that the page stays one page; the title has them whole. */
export function scorecardView(facts: ScorecardFactsToPrint) {
  const { scorecard, unit, date, paper, brand = UNBRANDED } = facts;
  const organisation = brand.client?.name ?? facts.organisation;
  const { teams, certainty, models, heat } = scorecard;
  const [lead] = models;
  const name = unit === null ? organisation : unit;
  const compared = certainty.newest === null ? '' : ', compared with the one before it';
  const editions = list(certainty.editions.map(({ version }) => version));
  return {
    paper,
    title: `MLOps maturity: ${unit === null ? organisation : `${organisation}, ${unit}`}`,
    author: brand.firm?.name ?? organisation,
    accent: accentOf(brand),
    logo: headLogoOf(brand),
    heading: breakable(`${cut(name, 60)}: machine learning teams`),
    above: unit === null ? null : breakable(cut(organisation, 60)),
    about: `As of ${dateText(date)} · ${teams} of ${plural(certainty.expected, 'team')} finished · from the newest finished assessment of each${compared}`,
    sentences: scorecard.sentences.join(' '),
    empty: teams === 0,
    standing: models.map(standingView),
    heat: {
      domains: heat.domains.map(({ title }) => shortDomain(title)),
      rows: [
        ...heat.rows.map((row) => heatRowView(row, row.name)),
        heatRowView(heat.all, unit === null ? 'All' : `All of ${unit}`),
      ],
      more:
        facts.moreUnits === 0
          ? null
          : `The ${heat.rows.length} with most teams; ${facts.moreUnits} more are counted in the last row.`,
    },
    holdsBack: scorecard.holdsBack.slice(0, HOLDERS).map(({ title, teams: waiting, of }) => ({
      title: cut(title, 70),
      share: of === 0 ? 0 : waiting / of,
      count: `${waiting} of ${of}`,
    })),
    takes: facts.takes === undefined ? null : takesView(facts.takes),
    still: facts.still ?? 'A second quarter with finished assessments shows here how the teams move.',
    moving: lead === undefined ? null : movingView(scorecard.trend.slice(-QUARTERS), lead),
    sure:
      certainty.expected === 0
        ? ''
        : certaintySentences(
            {
              ...certainty,
              waiting: certainty.waiting.map((each) => ({ ...each, name: breakable(cut(each.name, 28)) })),
            },
            facts.answering,
          ).join(' '),
    foot: {
      left: footLineOf(brand, cut(organisation, 44)),
      right: `${dateText(date)}${editions === '' ? '' : ` · content edition ${editions}`}`,
    },
  };
}

function standingView({ model, teams, teamsOn, typical, floor, target }: ScorecardModel) {
  const { mark, name } = VENDORS[model];
  const top = 'all are at the top level';
  return {
    mark,
    name,
    bar: teamsOn.flatMap((place, index) =>
      place.teams === 0 ? [] : [{ tone: `rung-${Math.min(index, 4)}`, share: place.teams / teams }],
    ),
    levels: teamsOn
      .filter((place) => place.level !== null || place.teams > 0)
      .map((place) => ({
        label: bareLevel(place.label),
        teams: String(place.teams),
        none: place.teams === 0,
      })),
    half: typical === null ? 'nobody assessed' : bareLevel(typical.label),
    all: floor === null ? '' : bareLevel(floor.label),
    target:
      target === null
        ? { label: teams === 0 ? '' : top, way: '', open: '' }
        : {
            label: `${bareLevel(target.label)}${target.by === null ? ' comes next' : ` by ${dateText(target.by)}`}`,
            way: `reached ${target.reached} · near ${target.near} · far ${target.far}`,
            open: openText(target),
          },
  };
}

function heatRowView({ teams, expected, cells }: NamelessRow, name: string) {
  return {
    name: breakable(cut(name, 28)),
    finished: `${teams} of ${expected}`,
    cells: cells.map((cell) =>
      cell === null
        ? null
        : {
            tone: `rung-${Math.min(4, Math.floor(cell.certain * 5))}`,
            mean: String(perCent(cell.certain)),
            lowest: cell.lowest === null ? null : String(perCent(cell.lowest.certain)),
          },
    ),
  };
}

/** `null` where no team follows a plan and nothing is to be decided. */
function takesView(takes: WhatItTakes) {
  const { plans, short, decisions } = takes;
  if (plans === 0 && decisions.length === 0) return null;
  return {
    aside: plansText(takes),
    lines:
      plans === 0
        ? []
        : [
            `${daysText(takes)}.`,
            ...short.slice(0, ROLES).map((role) => `${shortText(role)}.`),
            `${pacesText(takes)}.`,
          ],
    decisions: decisions.map((each) => ({
      title: breakable(cut(each.title, 90)),
      brief: cut(each.title, 26),
      wait: waitText(each),
    })),
  };
}

/** `null` where there is nothing to compare yet. */
function movingView(trend: readonly TrendPoint[], { model, target }: ScorecardModel) {
  if (target === null || trend.length < 2) return null;
  return {
    caption: `To ${target.label}, by the quarter that the answers speak for`,
    breaks: trend.some(({ breaks }) => breaks),
    rows: trend.map((point) => {
      const own = point.models.find((each) => each.model === model);
      const distance = own?.distance ?? null;
      const share = (count: number) => (own === undefined || own.teams === 0 ? 0 : count / own.teams);
      return {
        quarter: quarterText(point.quarter),
        breaks: point.breaks,
        teams: plural(point.teams, 'team'),
        solid: share(distance?.reached ?? 0),
        hatched: share(distance?.near ?? 0),
        words:
          distance === null
            ? 'not asked'
            : `${distance.reached} reached · ${distance.near} near · ${distance.open} open`,
      };
    }),
  };
}
