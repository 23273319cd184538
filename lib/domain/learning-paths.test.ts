import { pathsFor } from './learning-paths';
import { realContent } from './testing';
import { MODEL_IDS } from './vocabulary';

const paths = realContent().roles.flatMap(({ upskilling }) => upskilling);
const publishers = (of: typeof paths) => new Set(of.map(({ publisher }) => publisher));

test('read by several questionnaires, every path is offered', () => {
  expect(pathsFor(paths, MODEL_IDS)).toEqual(paths);
});

test.each([
  ['aws', 'Amazon Web Services', ['Microsoft', 'Google Cloud']],
  ['microsoft', 'Microsoft', ['Amazon Web Services', 'Google Cloud']],
  ['google', 'Google Cloud', ['Amazon Web Services', 'Microsoft']],
] as const)('%s alone keeps %s and what no vendor publishes, and none of %j', (id, own, others) => {
  const kept = publishers(pathsFor(paths, [id]));
  expect(kept).toContain(own);
  expect(kept).toContain('DeepLearning.AI');
  for (const other of others) {
    expect(publishers(paths)).toContain(other);
    expect(kept).not.toContain(other);
  }
});
