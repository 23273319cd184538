import type { Report, ReportModel } from './report';
import type { ModelId } from './vocabulary';

/** Teams in one document: each has a page, and all are in memory together. */
export const MOST_TEAMS = 60;

/** What a report over several teams takes of one of them; all of it from the report of its newest finished assessment. */
export type ConsolidatedTeam = {
  name: string;
  unit: string | null;
  /** The day that its answers speak for. */
  date: string;
  models: Partial<Record<ModelId, ModelStanding>>;
  edition: { version: string; hash: string };
  /** Of the finished assessment; `null` where it was finished before anything was frozen. */
  hash: string | null;
  /** When the plan that it follows ends; `null` without one. */
  planEnds: string | null;
};

type ModelStanding = {
  /** `AWS Initial`, `below AWS Initial`. */
  level: string;
  /** What the next level still asks, for certain and at best; `null` at the top. */
  next: { label: string; certain: number; best: number } | null;
  /** What it waits for: a capability, or alternatives. */
  waits: string[];
};

/** What the next level of several teams waits for. */
export type CommonHold = { title: string; teams: number; of: number };

export const consolidatedTeam = (
  report: Report,
  about: Pick<ConsolidatedTeam, 'name' | 'unit' | 'hash' | 'planEnds'>,
): ConsolidatedTeam => ({
  ...about,
  date: report.date,
  models: Object.fromEntries(report.models.map((model) => [model.id, standingIn(model)])),
  edition: report.edition,
});

const standingIn = ({ level, next }: ReportModel): ModelStanding => ({
  level: level.certain,
  next: next === null ? null : { label: next.label, certain: next.toGo.certain, best: next.toGo.best },
  waits: (next?.missing ?? []).map(({ parts }) => parts.map(({ title }) => title).join(' or ')),
});

/** By one model, what most of these teams wait for, with how many teams have a next level; each team counts once. */
export function commonHolds(teams: readonly ConsolidatedTeam[], model: ModelId): CommonHold[] {
  const climbing = teams.flatMap(({ models: { [model]: own } }) => (own?.next == null ? [] : [own]));
  const counts = new Map<string, number>();
  for (const { waits } of climbing)
    for (const title of new Set(waits)) counts.set(title, (counts.get(title) ?? 0) + 1);
  return [...counts]
    .map(([title, count]) => ({ title, teams: count, of: climbing.length }))
    .toSorted((a, b) => b.teams - a.teams || (a.title < b.title ? -1 : 1));
}
