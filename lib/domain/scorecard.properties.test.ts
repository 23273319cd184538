import * as fc from 'fast-check';
import { scoringBasis } from './requirements';
import { mergeRollups } from './rollup';
import { score } from './score';
import { buildScorecard } from './scorecard';
import { storedScore, type StoredScore } from './stored-score';
import { teamRollup } from './team-rollup';
import { answersTo, CONTENTS } from './testing';
import { MODEL_IDS } from './vocabulary';
import type { Answers } from './schema/answers';
import type { Content } from './schema/content';

const scored = (content: Content, answers: Answers): StoredScore =>
  storedScore(content, score(scoringBasis(content, MODEL_IDS), answers));

/** The card of as many teams as there are pairs of a score and the one before, in two units. */
function card(content: Content, pairs: [now: StoredScore, before: StoredScore][]) {
  const teams = pairs.map(([score, before], index) => {
    const team = `team-${index}`;
    const facts = { team, date: '2026-10-01', version: '2026.1', score, before };
    return { node: team, rollup: teamRollup(facts) };
  });
  const units = [0, 1].map((unit) => {
    const own = teams.filter((_, index) => index % 2 === unit);
    const id = `unit-${unit}`;
    return { id, slug: id, name: id, expected: own.length, rollup: mergeRollups(own) };
  });
  const all = mergeRollups(units.map(({ id, rollup }) => ({ node: id, rollup })));
  const facts = { all, units, expected: teams.length, quarters: [], aims: {} };
  return buildScorecard(content, facts, MODEL_IDS);
}

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
        for (const { teamsOn, target } of models) {
          expect(teamsOn.reduce((sum, level) => sum + level.teams, 0)).toBe(teams);
          if (target !== null) expect(target.reached + target.near + target.far).toBe(teams);
        }
        for (const held of holdsBack) {
          expect(held.teams).toBeGreaterThan(0);
          expect(held.teams).toBeLessThanOrEqual(teams);
        }
      }),
      { numRuns: runs },
    );
  });

  test('what is newly met one way is lost the other way, and standing still is no movement', () => {
    fc.assert(
      fc.property(cards, ({ there, back, still }) => {
        const { teams, movement } = there;
        expect(back.movement).toEqual({
          teams,
          climbed: movement?.slipped,
          slipped: movement?.climbed,
          met: movement?.lost,
          lost: movement?.met,
        });
        expect(still.movement).toEqual({ teams, climbed: 0, slipped: 0, met: 0, lost: 0 });
        expect(still.simpson).toBeNull();
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
