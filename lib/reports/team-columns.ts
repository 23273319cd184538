import type { Content } from '../domain/schema/content';
import { levelText } from '../domain/labels';
import { PACE_WORDS } from '../domain/what-it-takes';
import { VENDORS, type ModelId } from '../domain/vocabulary';
import type { TeamLine } from '../orgs/team-table';

/** A column of the table of teams, the same in every format; a day is an ISO date, a share between 0 and 1. */
export type TeamColumn = {
  head: string;
  kind: 'text' | 'number' | 'effort' | 'day' | 'share';
  of: (line: TeamLine) => string | number | null;
};

/** Of each model the level, the next one, and the requirements to go; empty where a team was not asked or has not finished. */
export function teamColumns(
  { models }: Pick<Content, 'models'>,
  questionnaires: readonly ModelId[],
): TeamColumn[] {
  const ofModel = (model: ModelId): TeamColumn[] => {
    const { name } = VENDORS[model];
    const { levels } = models[model];
    return [
      {
        head: `${name} level`,
        kind: 'text',
        of: (line) => {
          const own = line.levels[model];
          return own === undefined ? null : levelText(model, levels, own.level);
        },
      },
      {
        head: `${name} next level`,
        kind: 'text',
        of: (line) => {
          const next = line.levels[model]?.next ?? null;
          return next === null ? null : levelText(model, levels, next);
        },
      },
      { head: `${name} requirements to go`, kind: 'number', of: (line) => line.levels[model]?.toGo ?? null },
    ];
  };
  return [
    { head: 'Team', kind: 'text', of: ({ name }) => name },
    { head: 'Units above', kind: 'text', of: ({ units }) => (units === '' ? null : units) },
    { head: 'Answers of', kind: 'day', of: ({ date }) => date },
    ...questionnaires.flatMap(ofModel),
    { head: 'Share of the ladder', kind: 'share', of: ({ share }) => share },
    { head: 'Plan person-days', kind: 'effort', of: ({ plan }) => plan?.days ?? null },
    { head: 'Plan ends', kind: 'day', of: ({ plan }) => plan?.finish ?? null },
    {
      head: 'Plan state',
      kind: 'text',
      of: ({ plan }) => (plan === null ? null : PACE_WORDS[plan.pace]),
    },
  ];
}
