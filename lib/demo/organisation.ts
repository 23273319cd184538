import type { Assessment } from '@/lib/domain/assessment';
import type { Answers } from '@/lib/domain/schema/answers';
import type { Content } from '@/lib/domain/schema/content';
import { randomFrom } from '@/lib/domain/seeded-random';
import { MODEL_IDS } from '@/lib/domain/vocabulary';
import { teamAnswers } from './answers';
import { bell, chance } from './random';
import { roundsBefore, type SimulatedRound } from './rounds';
import { simulate, type Snapshot, type Story } from './simulate';
import { namedTeams, treeOfUnits, type SimulatedUnit } from './units';

export type SimulatedAssessment = { title: string; date: string; finishedOn: string; assessment: Assessment };

export type SimulatedTeam = {
  slug: string;
  name: string;
  /** Slug of the unit that it belongs to. */
  unit: string | null;
  /** Computed when asked for, as a thousand teams are many: what it finished, oldest first, and what it is in the middle of. */
  rounds: () => { finished: SimulatedAssessment[]; draft: SimulatedAssessment | null };
};

export type SimulatedOrganisation = {
  /** Those on top come before those below them. */
  units: SimulatedUnit[];
  teams: SimulatedTeam[];
};

export type SimulationSize = { teams: number; rounds: number; seed: number };

type SimulatedContent = Pick<Content, 'capabilities'>;

/**
 * An organisation of any size whose teams resemble each other as teams do: units lean one way, some teams are ahead, most climb a
 * little each quarter on what they have, some slip, join late, skip a round or never answer. The same for the same size and seed.
 */
export function simulateOrganisation(
  content: SimulatedContent,
  { teams, rounds, seed }: SimulationSize,
): SimulatedOrganisation {
  const moments = roundsBefore(rounds);
  const titles = moments.map(({ title }) => title);
  const units = treeOfUnits(teams, seed);
  const domains = [...new Set(content.capabilities.map(({ domain }) => domain))];
  const platform = platformOf(content, titles, seed);
  return {
    units,
    teams: namedTeams(teams, units, seed).map(({ slug, name, unit }, index) => {
      const story = storyOf(`${seed}/${slug}`, unit, units, domains);
      const taken = takesPart(story.slug, rounds, index === 0);
      return { slug, name, unit, rounds: () => roundsOf(content, { name, story, taken, moments, platform }) };
    }),
  };
}

type Platform = Record<string, Snapshot>;

/** The organisation's own capabilities, answered once a round for all teams. */
function platformOf({ capabilities }: SimulatedContent, titles: string[], seed: number): Platform {
  const ladders = capabilities.filter(({ asked }) => asked === 'organisation');
  const story: Story = { slug: `${seed}/platform`, maturity: 0.1, leans: {}, pace: [0, 2] };
  return simulate(story, ladders, titles, () => ({}));
}

const clamped = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

function storyOf(slug: string, unit: string | null, units: SimulatedUnit[], domains: string[]): Story {
  const random = randomFrom(`${slug} story`);
  const above = lineOf(unit, units);
  const ofUnits = above.reduce(
    (sum, { slug: each, seed }) => sum + 0.3 * bell(randomFrom(`${seed} ${each}`)),
    0,
  );
  const slow = random() < 0.12;
  const pace: Story['pace'] = slow ? [0, 1] : [1 + Math.floor(2 * random()), 3 + Math.floor(4 * random())];
  return {
    slug,
    maturity: clamped(ofUnits + 0.45 * bell(random), 1.4),
    leans: Object.fromEntries(
      domains.map((domain) => [
        domain,
        clamped(
          above.reduce(
            (sum, { slug: each, seed }) => sum + 0.2 * bell(randomFrom(`${seed} ${each} ${domain}`)),
            0,
          ),
          0.5,
        ),
      ]),
    ),
    pace,
    excluded: excludedFor(slug),
  };
}

/** The unit and those above it. */
function lineOf(slug: string | null, units: SimulatedUnit[]): SimulatedUnit[] {
  const unit = units.find((each) => each.slug === slug);
  return unit === undefined ? [] : [unit, ...lineOf(unit.parent, units)];
}

function excludedFor(slug: string): Record<string, string> {
  const batch = chance(`${slug} batch`) < 0.25;
  const alone = batch && chance(`${slug} alone`) < 0.3;
  return {
    ...(batch ? { 'progressive-delivery': 'Predictions are made only in batches, every night.' } : {}),
    ...(alone ? { 'feature-store': 'One batch model with its own features; nothing is shared.' } : {}),
  };
}

/** In which rounds a team finished, by index, and whether it is in the middle of the last. */
function takesPart(slug: string, rounds: number, always: boolean): { finished: number[]; late: boolean } {
  if (!always && chance(`${slug} never`) < 0.06) return { finished: [], late: false };
  const joined = always ? 0 : Math.floor(0.6 * rounds * chance(`${slug} joins`) ** 2);
  const late = !always && chance(`${slug} late`) < 0.08;
  const finished = Array.from({ length: rounds }, (_, round) => round).filter(
    (round) =>
      round >= joined &&
      !(late && round === rounds - 1) &&
      (always || chance(`${slug} answers ${round}`) < 0.94),
  );
  return { finished, late };
}

type TeamFacts = {
  name: string;
  story: Story;
  taken: ReturnType<typeof takesPart>;
  moments: SimulatedRound[];
  platform: Platform;
};

function roundsOf(content: SimulatedContent, { name, story, taken, moments, platform }: TeamFacts) {
  const own = content.capabilities.filter(({ asked }) => asked === 'team');
  const titles = moments.map(({ title }) => title);
  const snapshots = simulate(story, own, titles, (title) => platform[title]?.rungs ?? {});
  const useCases = 1 + Math.floor(8 * chance(`${story.slug} use cases`) ** 2);
  const at = (moment: SimulatedRound): SimulatedAssessment => {
    const { title } = moment;
    const asked = { title, round: Math.min(3, moments.indexOf(moment)) };
    const { date, finishedOn } = moment.days(story.slug);
    const [ours, theirs] = [snapshots[title], platform[title]];
    const answers = {
      ...(theirs === undefined ? {} : teamAnswers({ slug: 'platform' }, theirs, asked)),
      ...(ours === undefined ? {} : teamAnswers(story, ours, asked)),
    };
    return { title, date, finishedOn, assessment: assessmentOf(name, useCases, date, answers) };
  };
  const last = moments.at(-1);
  return {
    finished: moments.filter((_, round) => taken.finished.includes(round)).map(at),
    draft: taken.late && last !== undefined ? halfOf(at(last)) : null,
  };
}

const assessmentOf = (subject: string, useCases: number, date: string, answers: Answers): Assessment => ({
  subject,
  date,
  scope: { useCases, inProduction: Math.ceil(useCases * 0.7) },
  questionnaires: [...MODEL_IDS],
  targets: {},
  answers,
  statements: {},
});

function halfOf(whole: SimulatedAssessment): SimulatedAssessment {
  const answers = Object.entries(whole.assessment.answers);
  return {
    ...whole,
    assessment: {
      ...whole.assessment,
      answers: Object.fromEntries(answers.slice(0, Math.ceil(answers.length / 2))),
    },
  };
}
