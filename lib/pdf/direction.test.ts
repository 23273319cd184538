import { directed } from './direction';

const shown = (text: string) => directed(text).replaceAll('\u2067', '‹').replaceAll('\u2069', '›');

test.each([
  ['Reviewed in November', 'Reviewed in November'],
  ['Finished by محمد بن سلمان, 12 Nov', 'Finished by ‹محمد بن سلمان›, 12 Nov'],
  ['Ana (לוי) and Ben', 'Ana (‹לוי›) and Ben'],
  ['نستخدم MLflow 2.0 كل ليلة.', '‹نستخدم MLflow 2.0 كل ليلة.›'],
  ['12 (5), 3', '12 (5), 3'],
])('%j is marked as %j', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test('a long text is marked in time that grows with its length', () => {
  const text = `a ${'ב '.repeat(50_000)}${'b'.repeat(200_000)}${' ,'.repeat(50_000)}`;
  const begun = performance.now();
  directed(text);
  expect(performance.now() - begun).toBeLessThan(2_000);
});
