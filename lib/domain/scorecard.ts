import { capitalised, inWords, levelLabel, list, plural } from './labels';
import type { RequirementState } from './score';
import type { StoredScore } from './stored-score';
import type { Content, ModelId } from './schema/content';
import { VENDORS } from './vocabulary';

/** A team with the score of its newest finished assessment and, where there is one, of the finished one before it. */
export type ScoredTeam = {
  id: string;
  slug: string;
  name: string;
  unit: string | null;
  date: string;
  score: StoredScore;
  before: StoredScore | null;
};

/** Near means one to three requirements to go: levels move rarely, requirements every quarter. */
export const NEAR = 3;

export type TeamLevel = { level: string | null; next: string | null; toGo: number; met: number; of: number };

export type ScorecardTeam = Omit<ScoredTeam, 'score' | 'before'> & {
  levels: Partial<Record<ModelId, TeamLevel>>;
};

export type ScorecardModel = {
  model: ModelId;
  /** Teams on each level, below the lowest first. */
  teamsOn: { level: string | null; label: string; teams: number }[];
  /** The level most teams are on, or the lowest of those, and the one above it. */
  next: { label: string; reached: number; near: number; far: number } | null;
};

export type Scorecard = {
  teams: ScorecardTeam[];
  models: ScorecardModel[];
  /** Over all models and all teams with an earlier score on the same measure. */
  movement: { teams: number; met: number; lost: number } | null;
  holdsBack: { capability: string; title: string; teams: number }[];
  /** What the page says first, in words. */
  sentences: string[];
};

type ScorecardContent = Pick<Content, 'models' | 'capabilities'>;

/** The organisation's teams from their stored scores, by the questionnaires it measures itself by; the first leads. */
export function buildScorecard(
  content: ScorecardContent,
  scored: ScoredTeam[],
  questionnaires: readonly ModelId[],
): Scorecard {
  const models = questionnaires.map((model) => modelCard(content, scored, model));
  const movement = movementOf(scored, questionnaires);
  const holdsBack = mostHeldBack(content, scored, questionnaires);
  return {
    teams: scored.map(({ score, before: _, ...team }) => ({
      ...team,
      levels: Object.fromEntries(questionnaires.flatMap((model) => teamLevel(score, model))),
    })),
    models,
    movement,
    holdsBack,
    sentences: sentencesOf(scored.length, models[0], movement, holdsBack[0]),
  };
}

function teamLevel({ models, requirements }: StoredScore, model: ModelId): [ModelId, TeamLevel][] {
  const summary = models[model];
  if (summary === undefined) return [];
  const states = Object.values(
    requirements[model]?.find(({ level }) => level === summary.next?.level)?.states ?? {},
  );
  const missing = states.filter((state) => state === 'unmet' || state === 'open').length;
  const met = states.filter((state) => state === 'met').length;
  return [
    [
      model,
      {
        level: summary.level.certain,
        next: summary.next?.level ?? null,
        toGo: missing,
        met,
        of: met + missing,
      },
    ],
  ];
}

function modelCard({ models }: ScorecardContent, scored: ScoredTeam[], model: ModelId): ScorecardModel {
  const levels = models[model].levels.toSorted((a, b) => a.order - b.order);
  const withModel = scored.filter(({ score }) => score.models[model] !== undefined);
  const onLevel = (id: string | null) =>
    withModel.filter(({ score }) => score.models[model]?.level.certain === id).length;
  const lowest = levels[0];
  const teamsOn = [
    {
      level: null,
      label: lowest === undefined ? 'below' : `below ${levelLabel(model, lowest)}`,
      teams: onLevel(null),
    },
    ...levels.map((level) => ({
      level: level.id,
      label: levelLabel(model, level),
      teams: onLevel(level.id),
    })),
  ];
  const most = Math.max(...teamsOn.map(({ teams }) => teams));
  const typical = teamsOn.findIndex(({ teams }) => teams === most);
  const target = levels[typical];
  if (withModel.length === 0 || target === undefined) return { model, teamsOn, next: null };
  const toGo = withModel.map(({ score }) => missingUpTo(score, model, target.id));
  return {
    model,
    teamsOn,
    next: {
      label: levelLabel(model, target),
      reached: toGo.filter((missing) => missing === 0).length,
      near: toGo.filter((missing) => missing > 0 && missing <= NEAR).length,
      far: toGo.filter((missing) => missing > NEAR).length,
    },
  };
}

/** Requirements at or below a level that are not met for certain; a score that does not know the level is no nearer than far. */
function missingUpTo({ requirements }: StoredScore, model: ModelId, level: string): number {
  const levels = requirements[model] ?? [];
  const upTo = levels.findIndex((each) => each.level === level);
  if (upTo < 0) return Infinity;
  return levels
    .slice(0, upTo + 1)
    .flatMap(({ states }) => Object.values(states))
    .filter(isMissing).length;
}

const isMissing = (state: RequirementState): boolean => state === 'unmet' || state === 'open';

function movementOf(scored: ScoredTeam[], questionnaires: readonly ModelId[]): Scorecard['movement'] {
  const pairs = scored.flatMap(({ score, before }) =>
    before !== null && before.measure === score.measure ? [{ score, before }] : [],
  );
  if (pairs.length === 0) return null;
  let met = 0;
  let lost = 0;
  for (const { score, before } of pairs) {
    for (const model of questionnaires) {
      const earlier = statesOf(before, model);
      for (const [key, state] of statesOf(score, model)) {
        const was = earlier.get(key);
        if (was === undefined) continue;
        if (state === 'met' && isMissing(was)) met += 1;
        if (isMissing(state) && was === 'met') lost += 1;
      }
    }
  }
  return { teams: pairs.length, met, lost };
}

function statesOf({ requirements }: StoredScore, model: ModelId): Map<string, RequirementState> {
  const entries = (requirements[model] ?? []).flatMap(({ level, states }) =>
    Object.entries(states).map(([id, state]) => [`${level} ${id}`, state] as const),
  );
  return new Map(entries);
}

/** What the teams' next levels wait for, in any model: one capability, or alternatives of which one would do. */
function mostHeldBack(
  { capabilities }: ScorecardContent,
  scored: ScoredTeam[],
  questionnaires: readonly ModelId[],
): Scorecard['holdsBack'] {
  const titles = new Map(capabilities.map(({ id, title }) => [id, title]));
  const counts = new Map<string, number>();
  for (const { score } of scored) {
    const waiting = questionnaires.flatMap((model) => {
      const next = score.models[model]?.next;
      return next === null || next === undefined ? [] : [...next.unmet, ...next.open];
    });
    for (const key of new Set(waiting.map(withoutRungs))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .map(([key, teams]) => {
      const ids = key.split('|');
      const [first = '', ...others] = ids.map((id) => titles.get(id) ?? id);
      return { capability: ids[0] ?? '', title: [first, ...others.map(lowerFirst)].join(' or '), teams };
    })
    .toSorted((a, b) => b.teams - a.teams || (a.title < b.title ? -1 : 1));
}

/** `a:3|b:3` without its rungs: `a|b`. */
const withoutRungs = (requirement: string): string => requirement.replaceAll(/:\d/g, '');

function sentencesOf(
  teams: number,
  lead: ScorecardModel | undefined,
  movement: Scorecard['movement'],
  holder: Scorecard['holdsBack'][number] | undefined,
): string[] {
  if (teams === 0 || lead === undefined) return ['No team has finished an assessment yet.'];
  const sentences = [distribution(teams, lead)];
  if (movement !== null) {
    sentences.push(
      `Since each team’s assessment before, ${plural(movement.met, 'requirement was', 'requirements were')} newly met and ${movement.lost === 0 ? 'none' : inWords(movement.lost)} lost.`,
    );
  }
  if (holder !== undefined)
    sentences.push(
      `What holds back most teams is ${lowerFirst(holder.title)} (${holder.teams} of ${teams}).`,
    );
  return sentences;
}

function distribution(teams: number, { model, teamsOn, next }: ScorecardModel): string {
  const counted = teamsOn.reduce((sum, each) => sum + each.teams, 0);
  if (counted === 0) return `No team has been assessed by the ${VENDORS[model].name} model yet.`;
  const [most, ...rest] = teamsOn.filter((each) => each.teams > 0).toSorted((a, b) => b.teams - a.teams);
  const at = (label: string) => (label.startsWith('below') ? label : `at ${label}`);
  const places = [
    ...(most === undefined
      ? []
      : [`${most.teams} of ${plural(counted, 'team')} ${most.teams === 1 ? 'is' : 'are'} ${at(most.label)}`]),
    ...rest.map((each) => `${each.teams} ${at(each.label)}`),
  ];
  const near = next === null ? '' : nearText(next);
  return `${capitalised(list(places))}${near}.`;
}

function nearText({ label, reached, near }: NonNullable<ScorecardModel['next']>): string {
  const none = reached === 0 ? `; none has reached ${label}` : '';
  const teams = near === 0 ? 'none is' : `${inWords(near)} ${near === 1 ? 'is' : 'are'}`;
  return `${none}${none === '' ? ';' : ','} ${teams} within ${inWords(NEAR)} requirements of ${none === '' ? label : 'it'}`;
}

const lowerFirst = (text: string): string =>
  /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
