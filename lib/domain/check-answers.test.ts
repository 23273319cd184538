import * as fc from 'fast-check';
import { contentOf } from '@/lib/content/testing';
import { refusal } from './answers';
import { decodeAnswers, encodeAnswers } from './check-answers';
import { answersTo, CONTENTS, realContent, scenarios } from './testing';
import type { Answer, Answers } from './schema/answers';
import type { Content } from './schema/content';

/** What an address can carry of answers: the choice without its evidence, and the reason that the content itself gives. */
function choices({ capabilities }: Content, answers: Answers): [string, Answer][] {
  return Object.entries(answers).map(([id, answer]) => {
    if ('rung' in answer) return [id, { rung: answer.rung }];
    if ('unknown' in answer) return [id, { unknown: true }];
    const reason = capabilities.find((each) => each.id === id)?.notApplicable ?? '';
    return [id, { notApplicable: true, reason }];
  });
}

describe.each(CONTENTS)('on $kind', ({ contents, runs }) => {
  test('an address read back gives every choice, in the order in which it was made', () => {
    fc.assert(
      fc.property(scenarios(contents), ({ content, answers }) => {
        const back = decodeAnswers(content, encodeAnswers(answers));
        expect(Object.entries(back)).toEqual(choices(content, answers));
      }),
      { numRuns: runs },
    );
  });

  test('an address cut anywhere loses answers from its end, and changes none', () => {
    fc.assert(
      fc.property(scenarios(contents), fc.nat(), ({ content, answers }, at) => {
        const whole = encodeAnswers(answers);
        const left = Object.entries(decodeAnswers(content, whole.slice(0, at % (whole.length + 1))));
        expect(left).toEqual(choices(content, answers).slice(0, left.length));
      }),
      { numRuns: runs },
    );
  });

  test('whatever an address says, only answers come of it that their capabilities allow', () => {
    const id = (content: Content) =>
      fc.constantFrom(
        ...content.capabilities.map((each) => each.id),
        'juggling',
        '__proto__',
        'constructor',
        '',
      );
    const part = (content: Content) =>
      fc.oneof(
        fc
          .tuple(
            id(content),
            fc.constantFrom('.', '..', ':', ''),
            fc.constantFrom('0', '4', '5', '-1', 'd', 'n', 'N'),
          )
          .map((pieces) => pieces.join('')),
        fc.string({ unit: 'binary', maxLength: 8 }),
      );
    const junk = contents.chain((content) =>
      fc.record({ content: fc.constant(content), parts: fc.array(part(content), { maxLength: 12 }) }),
    );
    fc.assert(
      fc.property(junk, ({ content, parts }) => {
        const answers = decodeAnswers(content, parts.join('~'));
        const known = new Map(content.capabilities.map((capability) => [capability.id, capability]));
        for (const [name, answer] of Object.entries(answers)) {
          const capability = known.get(name);
          expect(capability).toBeDefined();
          if (capability !== undefined) expect(refusal(capability, answer)).toBeUndefined();
        }
        expect(decodeAnswers(content, encodeAnswers(answers))).toEqual(answers);
      }),
      { numRuns: runs },
    );
  });
});

describe('one answer in an address', () => {
  const content = contentOf([{ id: 'always' }, { id: 'sometimes', mayBeExcluded: true }]);
  const gone = { notApplicable: true, reason: 'Nobody needs sometimes.' };
  test.each<[string, unknown]>([
    ['sometimes.n', { sometimes: gone }],
    ['always.n', {}],
    ['always.n~sometimes.n', { sometimes: gone }],
    ['always.d', { always: { unknown: true } }],
    ['always.1~always.3', { always: { rung: 3 } }],
    ['~always.1~~', { always: { rung: 1 } }],
    ['always.1 ~sometimes.2', { sometimes: { rung: 2 } }],
    ['always.1%7Esometimes.2', {}],
    ['always.1\n', {}],
    ['always.٣', {}],
    ['constructor.1~toString.d~__proto__.n', {}],
  ])('%j says what its capability allows, and nothing else', (address, answers) => {
    expect(decodeAnswers(content, address)).toEqual(answers);
  });
});

test('all answers there are stand in an address as they are, and in one that every browser and server takes', () => {
  const content = realContent();
  fc.assert(
    fc.property(answersTo(content, { rated: true }), (answers) => {
      const address = encodeAnswers(answers);
      expect(encodeURIComponent(address)).toBe(address);
      expect(address.length).toBeLessThan(2_000);
    }),
    { numRuns: 20 },
  );
});
