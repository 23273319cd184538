import { ALL_THE_WAY, roadmapOf, THREE_STEPS, type Planned } from '@/lib/domain/roadmap-testing';
import { timelineOf } from '@/lib/domain/roadmap-timeline';
import { realContent } from '@/lib/domain/testing';
import { PRINTED } from './palette';
import { roadmapPictures, type Size } from './roadmap-svg';

const content = realContent();
const A4 = { width: 750, height: 468 };

const drawn = (planned: Planned, size: Size = A4) =>
  roadmapPictures(timelineOf(content, roadmapOf(planned)), size, PRINTED);

const titlesIn = (svg: string) => content.capabilities.filter(({ title }) => svg.includes(`>${title}<`));
const count = (svg: string, part: string) => svg.split(part).length - 1;

test.each([
  { says: '3 steps', planned: THREE_STEPS, rows: 2, pages: 1 },
  { says: '54 steps', planned: {}, rows: 24, pages: 1 },
  { says: '172 steps', planned: { targets: ALL_THE_WAY }, rows: 43, pages: 2 },
])('$says stand on $pages page(s): each row once, none higher than the page', ({ planned, rows, pages }) => {
  const pictures = drawn(planned);
  expect(pictures).toHaveLength(pages);
  expect(pictures.flatMap(({ svg }) => titlesIn(svg))).toHaveLength(rows);
  for (const { height, svg } of pictures) {
    expect(height).toBeLessThanOrEqual(468);
    expect(svg).toContain('>2027<');
    expect(svg).toContain('>Google L1<');
  }
});

test('without a height the picture is one, as long as it needs to be', () => {
  const pictures = drawn({ targets: ALL_THE_WAY }, { width: 900 });
  expect(pictures).toHaveLength(1);
  expect(pictures[0]?.height).toBeGreaterThan(700);
});

test('it has a title and a description that names the critical steps and the levels', () => {
  const [picture] = drawn(THREE_STEPS);
  expect(picture?.svg).toMatch(
    /<title>The roadmap by domain and week<\/title><desc>A bar for each of 3 steps/,
  );
  expect(picture?.alt).toContain('On the critical path: Data validation 2 → 3 and Data validation 3 → 4.');
  expect(picture?.alt).toContain('Google L2 in Q1 2027');
});

test('what is critical has another fill and a heavier outline, what is late a dashed one', () => {
  const svg = drawn({ targets: ALL_THE_WAY })
    .map((each) => each.svg)
    .join('');
  const { steps, late } = roadmapOf({ targets: ALL_THE_WAY });
  // One more of each on each page, in the legend.
  expect(count(svg, `fill="${PRINTED.critical}" stroke="${PRINTED.outline}" stroke-width="1.2"`)).toBe(
    steps.filter(({ slack }) => slack === 0).length + 2,
  );
  expect(count(svg, 'stroke-dasharray="2 1.5"')).toBe(late.length + 2);
});

test('a step in progress is marked', () => {
  const id = roadmapOf().steps[0]?.id ?? '';
  const [picture] = drawn({ adjustments: { [id]: { inProgress: true } } });
  expect(picture?.svg).toContain('in progress');
});

test('the same plan gives the same text, with a number wherever one belongs', () => {
  expect(drawn({})).toEqual(drawn({}));
  const [picture] = drawn({});
  expect(picture?.svg).not.toMatch(/NaN|undefined|Infinity/);
});

test('nothing to climb is no picture', () => {
  expect(drawn({ targets: {}, answers: Object.fromEntries([]) })).toEqual([]);
});
