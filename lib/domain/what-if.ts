import { rungOf, standing, type Standing } from './answers';
import type { Pair } from './area-score';
import { readCriterion } from './criteria';
import { levelLabel, levelShort, levelText, range } from './labels';
import { levelStates, type LevelState } from './level-states';
import { readerOf, type Reader } from './readings';
import type { Basis } from './requirements';
import { score, toGo, type ModelScore } from './score';
import type { Answers, Statements } from './schema/answers';
import type { Criterion } from './schema/content';
import { summarySentences } from './summary';
import { VENDORS, type ModelId, type Rung } from './vocabulary';

/** All that trying other rungs needs in the browser: the basis of `score`, what was answered, and words for what is shown. */
export type WhatIfBasis = {
  basis: Basis;
  /** Choices alone: notes and evidence stay on the server. */
  answers: Answers;
  statements: Statements;
  ladders: { id: string; title: string; rungs: string[] }[];
  /** Where each ladder stands on the page: our domains, or one vendor's levels. */
  groups: { title: string; capabilities: string[]; domain?: string }[];
  /** The areas that the summary speaks of: our domains by id, or one vendor's with the criteria that they hold. */
  areas: { title: string; domain: string }[] | { title: string; criteria: Criterion[] }[];
};

/** Rungs tried, by capability. */
export type Trial = Readonly<Record<string, Rung>>;

export type WhatIfModel = {
  id: ModelId;
  name: string;
  level: string;
  best: string;
  levels: (LevelState & { short: string; name: string })[];
  toGo: string | null;
  /** What the next level still waits for. */
  next: { label: string; missing: { id: string; text: string }[] } | null;
};

export type WhatIfResult = { summary: string[]; models: WhatIfModel[]; shares: Record<string, Pair> };

/** Scores the answers with some rungs replaced, by the same `score` as everywhere. */
export function whatIf(from: WhatIfBasis, trial: Trial): WhatIfResult {
  const answers: Answers = {
    ...from.answers,
    ...Object.fromEntries(Object.entries(trial).map(([id, rung]) => [id, { rung }])),
  };
  const scored = score(from.basis, answers, from.statements);
  const read = readerOf(answers);
  const areas = from.areas.map((area) => ({
    title: area.title,
    share:
      'domain' in area
        ? (scored.domains[area.domain]?.pair?.certain ?? null)
        : shareHolding(area.criteria, read, from.statements),
  }));
  const titles = new Map(from.ladders.map(({ id, title }) => [id, title]));
  return {
    summary: summarySentences(scored, areas, read),
    models: scored.models.map((model) => modelOf(model, titles, read)),
    shares: Object.fromEntries(Object.entries(scored.domains).map(([id, { pair }]) => [id, pair])),
  };
}

function modelOf(scored: ModelScore, titles: ReadonlyMap<string, string>, read: Reader): WhatIfModel {
  const { model, level, levels, next } = scored;
  const names = new Map(levels.map(({ id, name }) => [id, name]));
  const nextLevel = levels.find(({ id }) => id === next?.level);
  const missing = nextLevel && toGo(scored, nextLevel.id);
  return {
    id: model,
    name: VENDORS[model].name,
    level: levelText(model, levels, level.certain),
    best: levelText(model, levels, level.best),
    levels: levelStates(scored).map((state) => {
      const named = { id: state.id, name: names.get(state.id) ?? state.id };
      return { ...state, name: named.name, short: levelShort(model, named) };
    }),
    toGo: missing === undefined ? null : range(missing.best, missing.certain),
    next:
      nextLevel === undefined
        ? null
        : {
            label: levelLabel(model, nextLevel),
            missing: nextLevel.requirements
              .filter(({ state }) => state === 'unmet' || state === 'open')
              .map(({ id, parts }) => ({
                id,
                text: parts
                  .map(({ capability, rung }) => {
                    const title = titles.get(capability) ?? capability;
                    return `${title} ${rungOf(read(capability)) ?? '?'}, needs ${rung}`;
                  })
                  .join(', or '),
              })),
          },
  };
}

/** Share of the criteria that hold, of those that apply and are asked. */
function shareHolding(criteria: Criterion[], read: Reader, statements: Statements): number | null {
  const found = criteria.map((criterion) => readCriterion(criterion, read, statements).holds);
  const counted = found.filter((holds) => holds !== 'not-applicable' && holds !== 'not-asked');
  return counted.length === 0 ? null : counted.filter((holds) => holds === 'holds').length / counted.length;
}

/** What one more press gives: the next rung up, after the top from 0 on, and back at the answer given the trial ends. */
export function nextTry(given: Standing, tried: Rung | undefined): Rung | undefined {
  const start = rungOf(given);
  const now = tried ?? start;
  if (now === undefined) return 0;
  // An answer without a rung stands between the top and the bottom.
  if (now === 4) return start === undefined ? undefined : start === 0 ? undefined : 0;
  const next = (now + 1) as Rung;
  return next === start ? undefined : next;
}

export const givenStanding = (from: WhatIfBasis, capability: string): Standing =>
  standing(from.answers[capability]);
