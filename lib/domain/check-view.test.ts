import * as fc from 'fast-check';
import { contentOf } from '@/lib/content/testing';
import { decodeAnswers, encodeAnswers } from './check-answers';
import { checkView, type CheckView } from './check-view';
import { readerOf } from './readings';
import { scoringBasis, type Basis } from './requirements';
import { scoreModel } from './score';
import { answersTo, arbitraryContent, CONTENTS, realContent } from './testing';
import { MODEL_IDS, RUNGS, type Rung } from './vocabulary';
import type { Answer, Answers } from './schema/answers';
import type { Content } from './schema/content';

const at = (content: Content, answers: string) => checkView(content, { answers, capability: '', choice: '' });

const choiceOf = (answer: Answer | undefined): string =>
  answer === undefined || 'unknown' in answer ? 'd' : 'rung' in answer ? String(answer.rung) : 'n';

/** Answers as the page's form does until nothing is asked; what the truth leaves out is not known. */
function walk(content: Content, truth: Answers): CheckView[] {
  const views = [at(content, '')];
  for (;;) {
    const { encoded, question } = views.at(-1) ?? at(content, '');
    if (question === null) return views;
    if (views.length > content.capabilities.length) throw new Error(`${question.id} is asked twice`);
    const choice = choiceOf(truth[question.id]);
    views.push(checkView(content, { answers: encoded, capability: question.id, choice }));
  }
}

const last = (views: CheckView[]): CheckView => {
  const view = views.at(-1);
  if (view === undefined) throw new Error('no page');
  return view;
};

const truths = (contents: fc.Arbitrary<Content>) =>
  contents.chain((content) =>
    fc.record({ content: fc.constant(content), truth: answersTo(content), other: answersTo(content) }),
  );

describe.each(CONTENTS)('on $kind', ({ contents, runs }) => {
  test('when nothing is asked any more, no answer to another question changes a certain level', () => {
    fc.assert(
      fc.property(truths(contents), ({ content, truth, other }) => {
        const { encoded, models } = last(walk(content, truth));
        const whole = encodeAnswers({ ...other, ...decodeAnswers(content, encoded) });
        expect(at(content, whole).models.map(({ level }) => level)).toEqual(models.map(({ level }) => level));
      }),
      { numRuns: runs },
    );
  });

  test('back from any page shows the page before, and there is none before the first', () => {
    fc.assert(
      fc.property(truths(contents), ({ content, truth }) => {
        const views = walk(content, truth);
        for (const [index, { before, count }] of views.entries()) {
          expect(count).toBe(index);
          const earlier = views[index - 1];
          expect(before === null ? undefined : at(content, before)).toEqual(earlier);
        }
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  });

  test('what stopped a settled level was asked, and its answer is short of the rung or not known', () => {
    fc.assert(
      fc.property(truths(contents), ({ content, truth }) => {
        const { encoded, models } = last(walk(content, truth));
        const answers = decodeAnswers(content, encoded);
        for (const { stopped, levels } of models) {
          expect(stopped === null).toBe(levels.every(({ reached }) => reached));
          if (stopped === null) continue;
          const named = content.capabilities.find(({ title }) => title === stopped.title)?.id ?? '';
          const answer = answers[named];
          if (stopped.known) expect(answer).toEqual({ rung: expect.any(Number) });
          else expect(answer).toEqual({ unknown: true });
          if (answer !== undefined && 'rung' in answer) expect(answer.rung).toBeLessThan(stopped.needs);
        }
      }),
      { numRuns: runs },
    );
  });

  test('an address with junk shows the page of the answers in it', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('5', '__proto__', '~', '.', 'a.1~b'),
    );
    fc.assert(
      fc.property(
        truths(contents),
        anything,
        anything,
        anything,
        ({ content, truth }, before, id, choice) => {
          const answers = encodeAnswers(truth);
          const junk = { answers: `~${before}~${answers}`, capability: id, choice };
          const allowed = { ...decodeAnswers(content, before), ...decodeAnswers(content, answers) };
          expect(checkView(content, junk)).toEqual(at(content, encodeAnswers(allowed)));
        },
      ),
      { numRuns: Math.ceil(runs / 3) },
    );
  });
});

const certainLevels = ({ rulers }: Basis, answers: Answers) =>
  rulers.map((ruler) => scoreModel(ruler, readerOf(answers), {}).level.certain);

/** Whether, however the other open questions may be answered, the top rung instead of the lowest gives other levels. */
function canMove(basis: Basis, answers: Answers, asked: string): boolean {
  const open = basis.capabilities.map(({ id }) => id).filter((id) => id !== asked && !(id in answers));
  for (let number = 0; number < RUNGS.length ** open.length; number += 1) {
    const rungs = open.map((id, index) => [id, { rung: (Math.floor(number / 5 ** index) % 5) as Rung }]);
    const others: Answers = { ...answers, ...Object.fromEntries(rungs) };
    const low = certainLevels(basis, { ...others, [asked]: { rung: 0 } });
    const high = certainLevels(basis, { ...others, [asked]: { rung: 4 } });
    if (low.join() !== high.join()) return true;
  }
  return false;
}

test('every question asked is one whose answer can still change a certain level', () => {
  fc.assert(
    fc.property(truths(arbitraryContent), ({ content, truth }) => {
      const basis = scoringBasis(content, MODEL_IDS);
      for (const { encoded, question } of walk(content, truth)) {
        if (question === null) continue;
        expect([question.id, canMove(basis, decodeAnswers(content, encoded), question.id)]).toEqual([
          question.id,
          true,
        ]);
      }
    }),
    { numRuns: 60 },
  );
});

test('a question comes with its five rungs, and with “not applicable” only where a fact can exclude it', () => {
  const content = realContent();
  const asked = new Map(
    [content.capabilities.map(({ id }) => [id, { rung: 4 as const }] as const)]
      .flatMap((all) => walk(content, Object.fromEntries(all)))
      .flatMap(({ question }) => (question === null ? [] : [[question.id, question] as const])),
  );
  expect(asked.size).toBeGreaterThan(10);
  for (const { id, title, question, rungs, notApplicable } of asked.values()) {
    expect(content.capabilities.find((each) => each.id === id)).toMatchObject({
      title,
      question,
      rungs: rungs.map((text) => ({ text })),
      ...(notApplicable === null ? {} : { notApplicable }),
    });
    expect(rungs).toHaveLength(5);
  }
});

const part = (capability: string, rung: number) => ({ capability, rung });
const small = contentOf([{ id: 'ci' }, { id: 'calendar', mayBeExcluded: true }, { id: 'trigger' }], {
  aws: {
    criteria: [
      { id: 'A-1', level: '1', met: part('ci', 1) },
      { id: 'A-2', level: '2', met: part('ci', 2) },
      { id: 'A-3', level: '2', met: { anyOf: [part('calendar', 3), part('trigger', 4)] } },
    ],
  },
});

test('a second answer to a question takes the place of the first', () => {
  const view = checkView(small, { answers: 'ci.1~calendar.2', capability: 'ci', choice: '4' });
  expect([view.encoded, view.count]).toEqual(['ci.4~calendar.2', 2]);
});

test('a model shows its level, the best one, how far each level is met, and what stopped it', () => {
  const [aws, , google] = at(small, 'ci.2~calendar.d~trigger.d').models;
  expect(aws).toMatchObject({ id: 'aws', name: 'AWS', level: 'Level 1', best: 'Level 3' });
  expect(aws?.levels).toMatchObject([
    { short: 'Level 1', name: 'Level 1', reached: true, isNext: false, met: 1, of: 1 },
    { short: 'Level 2', reached: false, isNext: true, met: 1, atBest: 2, of: 2 },
    { short: 'Level 3', reached: false, isNext: false, of: 0 },
  ]);
  expect(google).toMatchObject({ level: 'L3', best: 'L3', stopped: null });
  expect(google?.levels[0]).toMatchObject({ short: 'L1', name: 'Level 1' });
});

test.each<[string, string, { title: string; needs: number; known: boolean } | null]>([
  ['what fails before what is not known', 'ci.1~calendar.d', { title: 'ci', needs: 2, known: true }],
  [
    'of alternatives the one not known',
    'ci.2~calendar.0~trigger.d',
    { title: 'trigger', needs: 4, known: false },
  ],
  [
    'of alternatives one that applies',
    'ci.2~calendar.n~trigger.1',
    { title: 'trigger', needs: 4, known: true },
  ],
  ['the top has nothing above it', 'ci.2~calendar.3', null],
])('what stopped a level is %s', (_says, address, stopped) => {
  const [aws] = at(small, address).models;
  const label = 'AWS Level 2';
  expect(aws?.stopped).toEqual(stopped && { ...stopped, label, title: `Title of ${stopped.title}` });
});
