import * as fc from 'fast-check';
import { shownBridge } from './bridge';
import { compareAssessments, type ComparedAssessment } from './compare';
import type { Content } from './schema/content';
import { answersTo, arbitraryContent, realContent, statementsTo } from './testing';
import { MODEL_IDS } from './vocabulary';

const side = (content: fc.Arbitrary<Content>): fc.Arbitrary<ComparedAssessment> =>
  content.chain((each) =>
    fc.record({
      title: fc.constant('Round'),
      date: fc.constant('2026-10-01'),
      content: fc.constant(each),
      questionnaires: fc.constant([...MODEL_IDS]),
      answers: answersTo(each),
      statements: statementsTo(each),
    }),
  );

const share = fc.double({ min: 0, max: 1, noNaN: true });

test('the parts that are shown add up to the figures that are shown, whatever the shares', () => {
  fc.assert(
    fc.property(share, share, share, (before, reread, after) => {
      const shown = shownBridge({ before, reread, after });
      expect(shown.before + shown.content + shown.answers).toBe(shown.after);
      expect(shown.content + shown.answers).toBe(shown.total);
      expect([shown.before, shown.after]).toEqual([Math.round(before * 100), Math.round(after * 100)]);
      expect(Math.abs(shown.content - (reread - before) * 100)).toBeLessThanOrEqual(1);
    }),
  );
});

test('over any two contents, every bridge begins at the earlier score and ends at the later one', () => {
  fc.assert(
    fc.property(side(arbitraryContent), side(arbitraryContent), (before, after) => {
      const { bridge, models } = compareAssessments(before, after);
      expect(bridge.models.map(({ place }) => [place.before, place.after])).toEqual(
        models.map((model) => [model.before, model.after]),
      );
      for (const { progress } of bridge.models) {
        const at = shownBridge({
          before: progress.before.certain,
          reread: progress.reread.certain,
          after: progress.after.certain,
        });
        expect(at.before + at.content + at.answers).toBe(at.after);
      }
    }),
    { numRuns: 100 },
  );
});

test.each([
  { kind: 'random contents', contents: arbitraryContent, runs: 100 },
  { kind: 'the real content', contents: fc.constant(realContent()), runs: 15 },
])('on $kind, an edition that only words things anew has no content effect', ({ contents, runs }) => {
  fc.assert(
    fc.property(
      contents.chain((content) => fc.tuple(side(fc.constant(content)), side(fc.constant(content)))),
      ([before, after]) => {
        const { content } = after;
        const capabilities = content.capabilities
          .map((each) => ({ ...each, title: `New ${each.title}` }))
          .toReversed();
        const worded = { ...content, capabilities, edition: { version: '2027.1', hash: 'later' } };
        const { bridge, sameMeasure } = compareAssessments(before, { ...after, content: worded });
        expect(sameMeasure).toBe(true);
        expect(bridge.overall?.reread).toEqual(bridge.overall?.before);
        for (const { place, progress } of bridge.models) {
          expect(place.reread).toEqual(place.before);
          expect(progress.reread).toEqual(progress.before);
        }
      },
    ),
    { numRuns: runs },
  );
});

test('the same answers moved to other content have no effect of their own', () => {
  fc.assert(
    fc.property(side(arbitraryContent), arbitraryContent, (before, content) => {
      const { bridge, models } = compareAssessments(before, { ...before, content });
      for (const { place, progress } of bridge.models) {
        expect(place.after).toEqual(place.reread);
        expect(progress.after).toEqual(progress.reread);
      }
      expect(models.flatMap(({ met, lost }) => [...met, ...lost])).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
