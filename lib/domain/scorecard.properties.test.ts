import * as fc from 'fast-check';
import { scoringBasis } from './requirements';
import { score } from './score';
import { buildScorecard } from './scorecard';
import { storedScore, type StoredScore } from './stored-score';
import { answersTo, CONTENTS } from './testing';
import { MODEL_IDS } from './vocabulary';
import type { Answers } from './schema/answers';
import type { Content } from './schema/content';

const scored = (content: Content, answers: Answers): StoredScore =>
  storedScore(content, score(scoringBasis(content, MODEL_IDS), answers));

/** The card of as many teams as there are pairs of a score and the one before. */
const card = (content: Content, pairs: [now: StoredScore, before: StoredScore][]) =>
  buildScorecard(
    content,
    pairs.map(([now, before], index) => {
      const id = `team-${index}`;
      return { id, slug: id, name: id, unit: null, date: '2026-10-01', score: now, before };
    }),
    MODEL_IDS,
  );

describe.each(CONTENTS)('on $kind', ({ contents, runs }) => {
  const cards = contents.chain((content) => {
    const any = answersTo(content).map((answers) => scored(content, answers));
    return fc.array(fc.tuple(any, any), { minLength: 1, maxLength: 4 }).map((pairs) => ({
      there: card(content, pairs),
      back: card(
        content,
        pairs.map(([now, before]) => [before, now]),
      ),
      still: card(
        content,
        pairs.map(([now]) => [now, now]),
      ),
    }));
  });

  test('every team stands on one level of each model, and has reached, is near or is far from the next', () => {
    fc.assert(
      fc.property(cards, ({ there: { teams, models, holdsBack } }) => {
        for (const { teamsOn, next } of models) {
          expect(teamsOn.reduce((sum, level) => sum + level.teams, 0)).toBe(teams.length);
          if (next !== null) expect(next.reached + next.near + next.far).toBe(teams.length);
        }
        for (const held of holdsBack) {
          expect(held.teams).toBeGreaterThan(0);
          expect(held.teams).toBeLessThanOrEqual(teams.length);
        }
      }),
      { numRuns: runs },
    );
  });

  test('what is newly met one way is lost the other way, and standing still is no movement', () => {
    fc.assert(
      fc.property(cards, ({ there, back, still }) => {
        expect(back.movement).toEqual({
          teams: there.teams.length,
          met: there.movement?.lost,
          lost: there.movement?.met,
        });
        expect(still.movement).toEqual({ teams: there.teams.length, met: 0, lost: 0 });
      }),
      { numRuns: runs },
    );
  });

  test('every sentence is one sentence, in which nobody is “none” and not “no”', () => {
    fc.assert(
      fc.property(cards, ({ there, still }) => {
        for (const sentence of [...there.sentences, ...still.sentences]) {
          expect(sentence).toMatch(/^[A-Z0-9][^.]*[^.\s]\.$/);
          expect(sentence).not.toMatch(/\bno (is|are|lost)\b|undefined|NaN|null/);
        }
      }),
      { numRuns: runs },
    );
  });
});
