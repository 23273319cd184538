import { BELOW, FAR, NEAR, TOP, card, scored, team, type Team } from './scorecard-testing';
import { scorecardText } from './scorecard-text';
import { MODEL_IDS, type ModelId } from './vocabulary';

const head = { organisation: 'Harbour Bank', unit: null, date: '2026-11-30' };

const textOf = (teams: Team[], models: readonly ModelId[] = MODEL_IDS, change: Partial<typeof head> = {}) =>
  scorecardText(card(teams, models), { ...head, ...change });

test('an organisation in full is six lines that paste well', () => {
  const text = textOf([
    team(scored(NEAR), scored(FAR)),
    team(scored(FAR), scored(FAR)),
    team(scored(BELOW), scored(FAR)),
  ]);
  expect(text.split('\n')).toEqual([
    'Harbour Bank, MLOps maturity, 30 Nov 2026: 3 of 3 teams finished',
    expect.stringMatching(/^2 of 3 teams are at AWS Level 1 and 1 below AWS Level 1; none has reached/),
    expect.stringMatching(/^Since each team’s assessment before, 1 of 3 teams climbed/),
    expect.stringMatching(/^What holds back most teams is /),
    expect.stringMatching(/^AWS Level 2: 0 there, 1 near, 2 far · Microsoft L1: 0 there, 3 near, 0 far/),
    expect.stringMatching(/^Weakest: \S.* \d+(–\d+)? %$/),
  ]);
  expect(text).not.toMatch(/[\t|*#<>]/);
});

test('zero is said as zero', () => {
  const text = textOf([team(scored(FAR), scored(FAR))], ['aws']);
  expect(text).toContain('none of 1 team climbed: 0 requirements were newly met and none lost');
  expect(text).toContain('AWS Level 2: 0 there, 0 near, 1 far');
});

test('with one vendor it names no other', () => {
  expect(textOf([team(scored(TOP)), team(scored(FAR))], ['aws'])).not.toMatch(/Microsoft|Google/);
  expect(textOf([team(scored(FAR))], ['microsoft'])).not.toMatch(/AWS|Google/);
});

test('without a finished assessment it is two lines that say so', () => {
  expect(textOf([])).toBe(
    'Harbour Bank, MLOps maturity, 30 Nov 2026: 0 of 0 teams finished\nNo team has finished an assessment yet.',
  );
});

test('a unit is named after its organisation', () => {
  const text = scorecardText(card([team(scored(FAR))]), { ...head, unit: 'Retail banking' });
  expect(text).toMatch(/^Harbour Bank, Retail banking, MLOps maturity/);
});

test.each([
  'Two\nlines\r\nand\ttabs',
  'Line\u2028and paragraph\u2029separators',
  'x'.repeat(200),
  'Банк العربية 銀行',
  '=HYPERLINK("http://evil.example")',
])('a name like %j makes no further line', (organisation) => {
  const lines = textOf([team(scored(NEAR), scored(FAR))], MODEL_IDS, { organisation }).split(
    /[\n\r\u2028\u2029]/u,
  );
  expect(lines.length).toBeLessThanOrEqual(6);
  expect(lines[0]).toMatch(/finished$/);
  expect(lines[0]).not.toContain('\t');
});
