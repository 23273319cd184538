import type { Assessment } from '@/lib/domain/assessment';
import type { Answers } from '@/lib/domain/schema/answers';
import type { Capability, Content } from '@/lib/domain/schema/content';
import { MODEL_IDS } from '@/lib/domain/vocabulary';
import { teamAnswers } from './answers';
import type { Rungs } from './climb';
import {
  FRAUD_SCORING_DRAFT,
  FRAUD_SCORING_Q4,
  FRAUD_SCORING_STATED,
  fraudScoringAnswers,
} from './fraud-scoring';
import { PEOPLE, type DemoPerson } from './people';
import { platformAnswers } from './platform-answers';
import { LEANS } from './profile';
import { dayOf, QUARTERS, type Quarter } from './quarters';
import { chance } from './random';
import { simulate } from './simulate';
import { STORIES, UNITS, type TeamStory, type UnitSlug } from './teams';

/** One finished assessment: begun on `date`, finished on `finishedOn` (ISO dates). */
export type DemoRound = { title: string; date: string; finishedOn: string; assessment: Assessment };

export type DemoTeam = {
  slug: string;
  name: string;
  unit: UnitSlug;
  /** Oldest first; none for a team that has not finished yet. */
  rounds: DemoRound[];
  draft?: { title: string; assessment: Assessment };
};

export type HarbourBank = {
  organisation: { name: string; slug: string };
  units: { slug: UnitSlug; name: string }[];
  teams: DemoTeam[];
  people: DemoPerson[];
};

type DemoContent = Pick<Content, 'capabilities'>;

/** The invented bank of the demo and the tests: 24 teams and the four quarters of 2026. The same for the same content, always. */
export function harbourBank(content: DemoContent): HarbourBank {
  return {
    organisation: { name: 'Harbour Bank', slug: 'harbour-bank' },
    units: UNITS.map((unit) => ({ ...unit })),
    teams: UNITS.flatMap(({ slug }) => [
      ...(slug === 'risk-and-fraud' ? [fraudScoring(content)] : []),
      ...STORIES.filter(({ unit }) => unit === slug).map((story) => simulatedTeam(content, story)),
    ]),
    people: PEOPLE.map((person) => ({ ...person })),
  };
}

const TITLES = QUARTERS.map(({ title }) => title);

const isOwn = ({ asked }: Pick<Capability, 'asked'>) => asked === 'team';

function simulatedTeam(content: DemoContent, story: TeamStory): DemoTeam {
  const own = content.capabilities.filter(isOwn);
  const quarters = simulate({ ...story, leans: LEANS[story.unit] }, own, TITLES, (quarter) =>
    rungsOf(platformAnswers(quarter)),
  );
  const assessed = (quarter: Quarter, date: string) =>
    assessment(content, story, date, {
      ...platformAnswers(quarter.title),
      ...teamAnswers(story, quarters[quarter.title], {
        title: quarter.title,
        round: QUARTERS.indexOf(quarter),
      }),
    });
  const { slug, name, unit } = story;
  const rounds = QUARTERS.filter((_, index) => story.finished.some((number) => number === index + 1)).map(
    (quarter) => {
      const { date, finishedOn } = datesOf(slug, quarter);
      return { title: quarter.title, date, finishedOn, assessment: assessed(quarter, date) };
    },
  );
  if (slug !== HALF_WAY.team) return { slug, name, unit, rounds };
  const { quarter } = HALF_WAY;
  const begun = assessed(quarter, datesOf(slug, quarter).date);
  const half = new Set([
    ...own.slice(0, HALF_WAY.answered).map(({ id }) => id),
    ...Object.keys(platformAnswers(quarter.title)),
  ]);
  return {
    slug,
    name,
    unit,
    rounds,
    draft: { title: quarter.title, assessment: { ...begun, answers: only(begun.answers, half) } },
  };
}

/** The team that is in the middle of Q4, with the number of its own questions that it has answered. */
const HALF_WAY = { team: 'document-reading', quarter: QUARTERS[3], answered: 13 };

function fraudScoring(content: DemoContent): DemoTeam {
  const team = { slug: 'fraud-scoring', name: 'Fraud scoring', useCases: 6, inProduction: 4 };
  const rounds = QUARTERS.map((quarter) => {
    const newest = quarter.title === 'Q4 2026';
    const { date, finishedOn } = newest
      ? { date: '2026-11-03', finishedOn: '2026-11-14' }
      : datesOf(team.slug, quarter);
    const answers = { ...platformAnswers(quarter.title), ...fraudScoringAnswers(quarter.title) };
    const finished = assessment(content, team, date, answers);
    return {
      title: quarter.title,
      date,
      finishedOn,
      assessment: newest ? { ...finished, statements: FRAUD_SCORING_STATED } : finished,
    };
  });
  const { title, date, domains, changes } = FRAUD_SCORING_DRAFT;
  const reached = new Set(
    content.capabilities.filter(({ domain }) => domains.includes(domain)).map(({ id }) => id),
  );
  const confirmed = only({ ...platformAnswers('Q4 2026'), ...FRAUD_SCORING_Q4, ...changes }, reached);
  return {
    slug: team.slug,
    name: team.name,
    unit: 'risk-and-fraud',
    rounds,
    draft: { title, assessment: assessment(content, team, date, confirmed) },
  };
}

function assessment(
  { capabilities }: DemoContent,
  { name, useCases, inProduction }: Pick<TeamStory, 'name' | 'useCases' | 'inProduction'>,
  date: string,
  answers: Answers,
): Assessment {
  return {
    subject: name,
    date,
    scope: { useCases, inProduction, note: 'every model in production' },
    questionnaires: [...MODEL_IDS],
    targets: { aws: 'repeatable', microsoft: '2', google: '1' },
    answers: only(answers, new Set(capabilities.map(({ id }) => id))),
    statements: {},
  };
}

const only = (answers: Answers, capabilities: ReadonlySet<string>): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => capabilities.has(id)));

function rungsOf(answers: Answers): Rungs {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]) => ('rung' in answer ? [[id, answer.rung]] : [])),
  );
}

/** A team begins on a working day of the first three weeks and finishes in the week after. */
function datesOf(slug: string, quarter: Quarter): { date: string; finishedOn: string } {
  const week = Math.floor(3 * chance(`${slug} week ${quarter.title}`));
  const day = Math.floor(5 * chance(`${slug} day ${quarter.title}`));
  return { date: dayOf(quarter, week, day), finishedOn: dayOf(quarter, week + 1, Math.min(4, day + 1)) };
}
