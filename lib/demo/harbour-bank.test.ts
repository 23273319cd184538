import { content } from '@/lib/content/load';
import { assessmentOf, assessmentProblems, fileOf, type Assessment } from '@/lib/domain/assessment';
import { scoringBasis } from '@/lib/domain/requirements';
import { assessmentFileSchema } from '@/lib/domain/schema/answers';
import { score, toGo, type ModelScore } from '@/lib/domain/score';
import { MODEL_IDS } from '@/lib/domain/vocabulary';
import { harbourBank, type DemoTeam } from './harbour-bank';

const bank = harbourBank(content());
const basis = scoringBasis(content(), MODEL_IDS);
const scored = ({ answers, statements }: Assessment) => score(basis, answers, statements);
const inQuarter = (team: DemoTeam, quarter: string) => team.rounds.find(({ title }) => title === quarter);
const everything = bank.teams.flatMap(({ slug, rounds, draft }) =>
  [...rounds, ...(draft === undefined ? [] : [draft])].map(({ title, assessment }) => ({
    slug,
    title,
    assessment,
  })),
);
const newest = bank.teams.flatMap((team) => inQuarter(team, 'Q4 2026') ?? []);

function teamNamed(slug: string): DemoTeam {
  const team = bank.teams.find((each) => each.slug === slug);
  if (team === undefined) throw new Error(`there is no team ${slug}`);
  return team;
}

function modelOf(assessment: Assessment, id: string): ModelScore {
  const model = scored(assessment).models.find((each) => each.model === id);
  if (model === undefined) throw new Error(`${id} is not scored`);
  return model;
}

function fraudScoring(quarter: string): Assessment {
  const round = inQuarter(teamNamed('fraud-scoring'), quarter);
  if (round === undefined) throw new Error(`nothing in ${quarter}`);
  return round.assessment;
}

const metBy = (assessment: Assessment) =>
  new Set(
    scored(assessment).models.flatMap(({ model, levels }) =>
      levels
        .flatMap(({ requirements }) => requirements)
        .filter(({ certain }) => certain)
        .map(({ level, id }) => `${model} ${level} ${id}`),
    ),
  );

it('is the same every time', () => {
  expect(JSON.stringify(harbourBank(content()))).toBe(JSON.stringify(bank));
});

it('has 24 teams in four units, each with a name of its own', () => {
  const sizes = bank.units.map(({ slug }) => bank.teams.filter(({ unit }) => unit === slug).length);
  expect(bank.units.map(({ name }) => name)).toEqual([
    'Retail banking',
    'Insurance',
    'Payments',
    'Risk and fraud',
  ]);
  expect(sizes).toEqual([8, 6, 5, 5]);
  expect(new Set(bank.teams.map(({ slug }) => slug)).size).toBe(24);
  expect(new Set(bank.teams.map(({ name }) => name)).size).toBe(24);
});

it('holds only assessments that could have been entered, and that travel as files', () => {
  for (const { assessment } of everything) {
    const file = assessmentFileSchema.parse(fileOf(content(), assessment));
    expect(assessmentProblems(content(), file)).toEqual([]);
    expect(assessmentOf(file)).toEqual(assessment);
  }
});

it('points to nothing outside the invented bank', () => {
  const evidence = everything.flatMap(({ assessment }) =>
    Object.values(assessment.answers).flatMap((answer) => answer.evidence ?? []),
  );
  const strangers = evidence.filter(
    ({ url }) => url !== undefined && !new URL(url).host.endsWith('.harbour.example'),
  );
  expect(strangers).toEqual([]);
  expect(bank.people.filter(({ email }) => !/@(harbour|northgate)\.example$/.test(email))).toEqual([]);
});

it('finishes each quarter on a day after it began, and in the order of the quarters', () => {
  for (const { rounds } of bank.teams) {
    const days = rounds.flatMap(({ date, finishedOn }) => [date, finishedOn]);
    expect(new Set(days).size).toBe(days.length);
    expect(days).toEqual(days.toSorted());
    expect(rounds.map(({ assessment }) => assessment.date)).toEqual(rounds.map(({ date }) => date));
  }
});

it('has 21 of 24 teams finished in Q4, and three that never finished', () => {
  expect(newest).toHaveLength(21);
  const never = bank.teams.filter(({ rounds }) => rounds.length === 0);
  expect(never.map(({ unit }) => unit)).toEqual(['retail-banking', 'insurance', 'insurance']);
  for (const quarter of ['Q1 2026', 'Q2 2026', 'Q3 2026']) {
    expect(bank.teams.filter((team) => inQuarter(team, quarter)).length).toBeLessThan(21);
  }
});

it('stands mostly at AWS Initial, Microsoft 0 or 1 and Google 0, as the scorecard tells it', () => {
  const on = (model: string, level: string | null) =>
    newest.filter(({ assessment }) => modelOf(assessment, model).level.certain === level).length;
  expect(on('aws', 'initial')).toBeGreaterThanOrEqual(16);
  expect(on('aws', 'repeatable')).toBeLessThanOrEqual(1);
  expect(on('aws', 'initial') + on('aws', 'repeatable') + on('aws', null)).toBe(21);
  expect(on('microsoft', '0') + on('microsoft', '1')).toBe(21);
  expect(on('google', '0')).toBe(21);
});

it('has four to seven teams within three requirements of AWS Repeatable', () => {
  const left = newest.map(({ assessment }) => toGo(modelOf(assessment, 'aws'), 'repeatable').certain);
  const near = left.filter((count) => count >= 1 && count <= 3).length;
  expect(near).toBeGreaterThanOrEqual(4);
  expect(near).toBeLessThanOrEqual(7);
});

it('meets more requirements in Q4 than in Q3 in most teams, and loses some', () => {
  const moves = bank.teams.flatMap((team) => {
    const [before, after] = [inQuarter(team, 'Q3 2026'), inQuarter(team, 'Q4 2026')];
    if (before === undefined || after === undefined) return [];
    const [had, has] = [metBy(before.assessment), metBy(after.assessment)];
    return [{ gained: without(has, had).length, lost: without(had, has).length }];
  });
  const rose = moves.filter(({ gained, lost }) => gained > lost);
  expect(rose.length).toBeGreaterThan(moves.length * 0.75);
  expect(moves.some(({ lost }) => lost > 0)).toBe(true);
});

it('has the platform team answer the same for everybody within a round', () => {
  const asked = content().capabilities.filter((each) => each.asked === 'organisation');
  for (const quarter of new Set(everything.map(({ title }) => title))) {
    const round = everything.filter(({ title }) => title === quarter);
    for (const { id } of asked) {
      const different = new Set(round.map(({ assessment }) => JSON.stringify(assessment.answers[id])));
      expect([quarter, id, different.size]).toEqual([quarter, id, 1]);
    }
  }
});

it('has few automatic rungs that do not stand on what they build on', () => {
  const automatic = newest.flatMap(({ assessment: { answers } }) => {
    const rungOf = (id: string) => {
      const answer = answers[id];
      return answer !== undefined && 'rung' in answer ? answer.rung : undefined;
    };
    return content()
      .capabilities.filter(({ id }) => rungOf(id) === 3)
      .map(({ steps }) =>
        steps
          .filter(({ to }) => to <= 3)
          .flatMap(({ after }) => after)
          .every((part) => (rungOf(part.capability) ?? part.rung) >= part.rung),
      );
  });
  expect(automatic.filter((stands) => !stands).length).toBeLessThan(automatic.length * 0.1);
});

it('shows evidence for between a third and two thirds of the claimed rungs', () => {
  const counts = newest.map(({ assessment }) => scored(assessment).evidence);
  const share = sum(counts.map(({ backed }) => backed)) / sum(counts.map(({ of }) => of));
  expect(share).toBeGreaterThan(1 / 3);
  expect(share).toBeLessThan(2 / 3);
});

describe('Fraud scoring', () => {
  it('stands in Q4 at AWS Initial, Microsoft 1 and Google 0', () => {
    const { models } = scored(fraudScoring('Q4 2026'));
    expect(models.map(({ level }) => level.certain)).toEqual(['initial', '1', '0']);
  });

  it('is four requirements from AWS Repeatable and two from Microsoft 2', () => {
    const q4 = fraudScoring('Q4 2026');
    expect(modelOf(q4, 'aws').next).toMatchObject({
      level: 'repeatable',
      unmet: ['model-validation:3', 'model-registry:3', 'ml-code-ci:3', 'pipeline-delivery:3'],
      open: [],
    });
    expect(modelOf(q4, 'microsoft').next).toMatchObject({
      level: '2',
      unmet: ['scheduled-retraining:3|triggered-retraining:3', 'model-deployment:2'],
      open: [],
    });
    expect(toGo(modelOf(q4, 'google'), '1')).toEqual({ certain: 8, best: 7 });
  });

  it('answered all 43, with evidence on 18 of 38, and does not know two', () => {
    const { answers } = fraudScoring('Q4 2026');
    const { counts, evidence } = scored(fraudScoring('Q4 2026'));
    expect(counts).toMatchObject({ answered: 43, unknown: 2, notApplicable: 0 });
    expect(evidence).toMatchObject({ backed: 18, of: 38 });
    const unknown = Object.entries(answers).filter(([, answer]) => 'unknown' in answer);
    expect(unknown.map(([id]) => id).toSorted()).toEqual(['prediction-logging', 'rollback']);
  });

  it('took part in every quarter and came closer in each', () => {
    const left = teamNamed('fraud-scoring').rounds.map(
      ({ assessment }) => toGo(modelOf(assessment, 'aws'), 'repeatable').certain,
    );
    expect(left).toHaveLength(4);
    expect(left).toEqual(left.toSorted((a, b) => b - a));
    expect(new Set(left).size).toBe(4);
  });

  it('has half of Q1 2027 answered, and one other team half of Q4', () => {
    const drafts = bank.teams.flatMap(({ slug, draft }) => (draft === undefined ? [] : [{ slug, ...draft }]));
    expect(
      drafts.map(({ slug, title, assessment }) => [slug, title, Object.keys(assessment.answers).length]),
    ).toEqual([
      ['document-reading', 'Q4 2026', 22],
      ['fraud-scoring', 'Q1 2027', 22],
    ]);
  });
});

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);

const without = (all: Set<string>, some: Set<string>) => [...all].filter((each) => !some.has(each));
