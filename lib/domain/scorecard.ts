import type { Aims } from './aims';
import type { Pair } from './area-score';
import { withinSentence } from './labels';
import { countedFor, type Lowest, type Rollup } from './rollup';
import type { Content, ModelId } from './schema/content';
import { distanceTo, modelCard, type Distance, type ScorecardModel } from './scorecard-models';
import { metAndLost, movementOf, simpsonOf, type Movement, type Simpson } from './scorecard-movement';
import { sentencesOf, type HeldBack } from './scorecard-sentences';

/** Below so many teams a row shows no lowest value: it would tell of one team in particular. */
export const LEAST_FOR_LOWEST = 3;

/** A node of the tree right below the one that the scorecard is of. */
export type ScorecardUnit = {
  id: string;
  slug: string;
  name: string;
  /** Teams at or below it that could have a score. */
  expected: number;
  rollup: Rollup;
};

export type ScorecardFacts = {
  all: Rollup;
  /** Teams that could have a score. */
  expected: number;
  units: ScorecardUnit[];
  /** Oldest first. */
  quarters: { quarter: string; rollup: Rollup }[];
  aims: Aims;
};

/** Mean share of a domain's ladders, and the team that has least. */
export type HeatCell = { certain: number; best: number; lowest: Lowest | null };

/** Cells in the order of the content's domains; `null` where nothing applies. */
export type HeatRow = { teams: number; expected: number; cells: (HeatCell | null)[] };

export type TrendPoint = {
  quarter: string;
  /** Teams that finished an assessment of this quarter. */
  teams: number;
  /** In the order of the questionnaires, to the level that is the target now. */
  models: { model: ModelId; teams: number; distance: Distance | null }[];
  overall: Pair;
  met: number;
  lost: number;
  /** Scored by another measure than the quarter before, so that the two are not compared. */
  breaks: boolean;
};

export type Scorecard = {
  /** Teams with a score. */
  teams: number;
  sentences: string[];
  /** By the questionnaires that the organisation measures itself by; the first leads. */
  models: ScorecardModel[];
  /** Over these models, and the teams that can be compared with their assessment before. */
  movement: Movement | null;
  simpson: Simpson | null;
  heat: {
    domains: { id: string; title: string }[];
    rows: (HeatRow & Pick<ScorecardUnit, 'id' | 'slug' | 'name'>)[];
    all: HeatRow;
  };
  /** What the next levels of most teams wait for; each team counts once. */
  holdsBack: HeldBack[];
  certainty: {
    expected: number;
    /** Units with teams that have no score. */
    waiting: { slug: string; name: string; teams: number }[];
    oldest: string | null;
    newest: string | null;
    answers: { answered: number; applicable: number; unknown: number };
    /** Of the teams whose evidence was counted. */
    evidence: { teams: number; backed: number; of: number };
    editions: { version: string; teams: number }[];
    measures: number;
  };
  trend: TrendPoint[];
};

type ScorecardContent = Pick<Content, 'models' | 'capabilities' | 'lifecycle'>;

/** Everything that an organisation's page says, from roll-ups alone. */
export function buildScorecard(
  content: ScorecardContent,
  facts: ScorecardFacts,
  questionnaires: readonly ModelId[],
): Scorecard {
  const { all, expected, units } = facts;
  const { teams } = all.sums;
  const models = questionnaires.map((model) => modelCard(content, all, model, facts.aims));
  const movement = movementOf(all, questionnaires);
  const simpson = simpsonOf(all);
  const holdsBack = mostHeldBack(content, all, questionnaires);
  const domains = content.lifecycle.domains.map(({ id, title }) => ({ id, title }));
  const row = (rollup: Rollup, of: number) => heatRow(domains, rollup, of);
  return {
    teams,
    sentences: sentencesOf({ teams, models, movement, simpson, holdsBack }),
    models,
    movement,
    simpson,
    heat: {
      domains,
      rows: units.map(({ rollup, id, slug, name, ...unit }) => ({
        id,
        slug,
        name,
        ...row(rollup, unit.expected),
      })),
      all: row(all, expected),
    },
    holdsBack,
    certainty: certaintyOf(facts),
    trend: trendOf(facts, models),
  };
}

function heatRow(domains: readonly { id: string }[], { sums, lowest }: Rollup, expected: number): HeatRow {
  return {
    teams: sums.teams,
    expected,
    cells: domains.map(({ id }) => {
      const domain = sums.domains[id];
      if (domain === undefined) return null;
      const { teams, certain, best } = domain;
      const least = teams < LEAST_FOR_LOWEST ? null : (lowest[id] ?? null);
      return { certain: certain / teams, best: best / teams, lowest: least };
    }),
  };
}

function mostHeldBack(
  { capabilities }: ScorecardContent,
  { sums }: Rollup,
  questionnaires: readonly ModelId[],
): HeldBack[] {
  const titles = new Map(capabilities.map(({ id, title }) => [id, title]));
  const of = countedFor(sums.asked, questionnaires);
  return Object.entries(sums.waiting)
    .map(([key, byModels]) => {
      const ids = key.split('|');
      const [first = '', ...others] = ids.map((id) => titles.get(id) ?? id);
      const title = [first, ...others.map(withinSentence)].join(' or ');
      return { capability: ids[0] ?? '', title, teams: countedFor(byModels, questionnaires), of };
    })
    .filter(({ teams }) => teams > 0)
    .toSorted((a, b) => b.teams - a.teams || (a.title < b.title ? -1 : 1));
}

function certaintyOf({ all, expected, units }: ScorecardFacts): Scorecard['certainty'] {
  const { answers, evidence, editions, measures } = all.sums;
  const { answered, applicable, unknown } = answers;
  return {
    expected,
    waiting: units
      .map(({ slug, name, rollup, ...unit }) => ({ slug, name, teams: unit.expected - rollup.sums.teams }))
      .filter(({ teams }) => teams > 0),
    oldest: all.oldest,
    newest: all.newest,
    answers: { answered, applicable, unknown },
    evidence: { ...evidence },
    editions: Object.entries(editions)
      .map(([version, teams]) => ({ version, teams }))
      .toSorted((a, b) => b.teams - a.teams || (a.version < b.version ? 1 : -1)),
    measures: Object.keys(measures).length,
  };
}

function trendOf({ quarters }: ScorecardFacts, models: readonly ScorecardModel[]): TrendPoint[] {
  return quarters.map(({ quarter, rollup }, index) => {
    const { sums } = rollup;
    const { teams, certain, best } = sums.overall;
    const earlier = quarters[index - 1]?.rollup;
    return {
      quarter,
      teams: sums.teams,
      models: models.map(({ model, target }) => ({
        model,
        teams: sums.models[model]?.teams ?? 0,
        distance: target === null ? null : distanceTo(rollup, model, target.level),
      })),
      overall: teams === 0 ? null : { certain: certain / teams, best: best / teams },
      ...metAndLost(
        sums,
        models.map(({ model }) => model),
      ),
      breaks: earlier !== undefined && measuresOf(earlier) !== measuresOf(rollup),
    };
  });
}

const measuresOf = ({ sums }: Rollup): string => Object.keys(sums.measures).toSorted().join(' ');
