import type { Place } from './bridge';
import type { Comparison } from './compare';
import {
  breakText,
  comparisonHeadline,
  floorOf,
  movedDomains,
  movesByKind,
  notComparedText,
  oneSidedText,
  placeText,
  requirementTitle,
  signed,
  toGoText,
} from './comparison-view';

const place = (certain: string, more: Partial<Place> = {}): Place => ({
  certain,
  best: certain,
  floor: certain,
  toGo: null,
  ...more,
});

const moved = (more: Partial<Comparison> = {}): Comparison => ({
  before: { title: 'Q3 2026', date: '2026-07-01', version: '2026.1' },
  after: { title: 'Q4 2026', date: '2026-10-01', version: '2026.1' },
  sameMeasure: true,
  questionnaires: ['aws', 'microsoft', 'google'],
  notCompared: { before: [], after: [] },
  moves: [],
  retired: [],
  added: [],
  models: [],
  domains: [],
  bridge: { overall: null, models: [] },
  ...more,
});

const model = (
  id: Comparison['models'][number]['model'],
  change: 'rose' | 'fell' | 'stayed',
  from: string,
  to: string,
): Comparison['models'][number] => ({
  model: id,
  change,
  before: place(from),
  after: place(to),
  met: [],
  lost: [],
  madeBy: [],
});

const move = (kind: 'rose' | 'fell'): Comparison['moves'][number] => ({
  kind,
  id: kind,
  title: kind,
  before: 1,
  after: 2,
  said: { before: null, after: null },
  reworded: false,
});

test('the headline names levels that changed with both ends, and those that stayed', () => {
  const models = [
    model('aws', 'rose', 'below Initial', 'Initial'),
    model('microsoft', 'stayed', 'L1', 'L1'),
    model('google', 'fell', 'L1', 'L0'),
  ];
  const [levels, counts] = comparisonHeadline(moved({ models, moves: [move('rose'), move('fell')] }));
  expect(levels).toBe(
    'AWS rose from below Initial to Initial and Google fell from L1 to L0; Microsoft stayed.',
  );
  expect(counts).toBe('No requirement was newly met and none lost; one capability rose and one fell.');
});

test('a level or requirement that is only not known now is not told as a loss alone', () => {
  const lost = (to: 'open' | 'unmet') => ({
    ...{ id: to, label: 'AWS Initial', parts: [], criteria: [] },
    ...{ from: 'met' as const, to },
  });
  const fell = (moves: ReturnType<typeof lost>[]) => ({
    ...model('aws', 'fell', 'Initial', 'below Initial'),
    after: place('below Initial', { best: 'Repeatable' }),
    lost: moves,
  });
  expect(comparisonHeadline(moved({ models: [fell([lost('open')])] }))).toEqual([
    'AWS fell from Initial to below Initial, up to Repeatable.',
    'No requirement was newly met and one lost, as not known now; no capability rose and none fell.',
  ]);
  expect(comparisonHeadline(moved({ models: [fell([lost('open'), lost('unmet')])] }))[1]).toMatch(
    'and two lost, one of these as not known now;',
  );
});

test('zero is said as zero', () => {
  expect(comparisonHeadline(moved({ models: [model('aws', 'stayed', 'Initial', 'Initial')] }))).toEqual([
    'No level changed.',
    'No requirement was newly met and none lost; no capability rose and none fell.',
  ]);
});

test('without a questionnaire in common it says that, and nothing else', () => {
  const alone = moved({ questionnaires: [], notCompared: { before: ['aws'], after: ['google'] } });
  expect(comparisonHeadline(alone)).toEqual([
    'The two assessments share no questionnaire, so no level is compared.',
  ]);
  expect(notComparedText(alone)).toBe(
    'Not compared: AWS (asked in Q3 2026 alone) and Google (asked in Q4 2026 alone).',
  );
  expect(notComparedText(moved())).toBeNull();
});

test('a break says what it means, also between two contents of one name', () => {
  const after = { title: 'Q4 2026', date: '2026-10-01', version: '2026.2' };
  expect(breakText(moved({ after }))).toMatch(/^The content changed from 2026\.1 to 2026\.2 in what can/);
  expect(breakText(moved())).toMatch(/^The content changed within 2026\.1 /);
});

test('a place reads as level, range, way and floor', () => {
  const toGo = { label: 'AWS Reliable', certain: 5, best: 3 };
  const wide = place('Repeatable', { best: 'Reliable', floor: 'Initial', toGo });
  expect([placeText(wide), toGoText(wide), floorOf(wide)]).toEqual([
    'Repeatable, up to Reliable',
    '3–5 to go to AWS Reliable',
    'Initial without what is left out as not applicable',
  ]);
  const top = place('Scalable');
  expect([placeText(top), toGoText(top), floorOf(top)]).toEqual(['Scalable', 'top level', null]);
});

test('moves stand under their kind, and that nothing rose or fell is said too', () => {
  const titles = (moves: Comparison['moves']) =>
    movesByKind(moved({ moves })).map(({ title, moves: own }) => `${title} ${own.length}`);
  expect(titles([])).toEqual(['Rose 0', 'Fell 0']);
  expect(titles([move('fell'), { ...move('rose'), kind: 'excluded' }])).toEqual([
    'Rose 0',
    'Fell 1',
    'Does not apply any more 1',
  ]);
});

test('points carry their sign', () => {
  expect([signed(3), signed(-2), signed(0), signed(-0)]).toEqual(['+3', '−2', '0', '0']);
});

test('domains whose figure reads the same are left out, and the biggest change leads', () => {
  const share = (certain: number) => ({ certain, best: certain });
  const domains = [
    { id: 'a', title: 'A', before: share(0.501), after: share(0.504) },
    { id: 'b', title: 'B', before: share(0.5), after: share(0.6) },
    { id: 'c', title: 'C', before: share(0.8), after: share(0.5) },
    { id: 'd', title: 'D', before: null, after: null },
  ];
  expect(movedDomains(moved({ domains })).map(({ id }) => id)).toEqual(['c', 'b']);
});

test('alternatives and capabilities that came or went are named', () => {
  const part = (title: string) => ({
    capability: title,
    title,
    needs: 3,
    before: 1 as const,
    after: 3 as const,
  });
  expect(requirementTitle({ parts: [part('Schedule'), part('Trigger')] })).toBe('Schedule or Trigger');
  const { before, after } = moved();
  expect(oneSidedText('new', after, [])).toBeNull();
  expect(oneSidedText('retired', before, [{ id: 'a', title: 'Cost', standing: 1 }])).toBe(
    'No longer asked after 2026.1: Cost.',
  );
  expect(oneSidedText('new', after, [{ id: 'a', title: 'Cost', standing: 1 }])).toBe('New in 2026.1: Cost.');
});
