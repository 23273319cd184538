import type { Capability, Rung } from '@/lib/domain/schema/content';
import { carries, settle, standsOn, type Rungs } from './climb';
import { LEANS, SLIPS, TYPICAL } from './profile';
import { bell, chance, randomFrom } from './random';
import { QUARTERS, type Quarter } from './quarters';
import type { TeamStory } from './teams';

/** A team at the end of a quarter: its own rungs, and by capability the notes on what slipped in it. */
export type Snapshot = { rungs: Rungs; slipped: Record<string, string> };

type Ladder = Pick<Capability, 'id' | 'domain' | 'steps'>;

/**
 * The four quarters of one team. Q4 is drawn around the typical team and settled on its prerequisites; earlier quarters follow by
 * undoing climbs, those first that nothing else stands on. `platform` gives the rungs of the organisation's own answers in a quarter.
 */
export function simulate(
  story: TeamStory,
  ladders: Ladder[],
  platform: (quarter: Quarter['title']) => Rungs,
): Record<Quarter['title'], Snapshot> {
  const own = ladders.filter(({ id }) => story.excluded?.[id] === undefined);
  const mayRunAhead = (capability: string) => chance(`${story.slug} ahead ${capability}`) < 0.04;
  const stand = (rungs: Rungs, quarter: Quarter['title']): Rungs => {
    const settled = settle(own, { ...platform(quarter), ...rungs }, mayRunAhead);
    return Object.fromEntries(own.map(({ id }) => [id, settled[id] ?? 0]));
  };

  const quarters = {} as Record<Quarter['title'], Snapshot>;
  let rungs = draw(story, own);
  for (const { title } of QUARTERS.toReversed()) {
    rungs = stand(rungs, title);
    const { before, slipped } = undo(story, own, { ...platform(title), ...rungs }, title);
    quarters[title] = { rungs, slipped };
    rungs = Object.fromEntries(own.map(({ id }) => [id, before[id] ?? 0]));
  }
  return quarters;
}

function draw({ slug, unit, maturity }: TeamStory, ladders: Ladder[]): Rungs {
  const random = randomFrom(`${slug} draws`);
  return Object.fromEntries(
    ladders.map(({ id, domain }) => {
      const middle = (TYPICAL[id] ?? 1.5) + (LEANS[unit][domain] ?? 0) + 0.8 * maturity;
      const rung = Math.round(middle + 0.5 * bell(random));
      return [id, Math.max(0, Math.min(3, rung)) as Rung];
    }),
  );
}

/** The quarter before: some climbs not yet made, and now and then one rung that was lost since. */
function undo({ slug, pace }: TeamStory, ladders: Ladder[], now: Rungs, quarter: string) {
  const random = randomFrom(`${slug} climbs ${quarter}`);
  const before = { ...now };
  const [fewest, most] = pace;
  const climbs = fewest + Math.floor(random() * (most - fewest + 1));
  for (let climb = 0; climb < climbs; climb += 1) {
    const free = ladders.filter(
      ({ id }) => (before[id] ?? 0) > 0 && before[id] === now[id] && !carries(id, ladders, before),
    );
    const capability = pick(free, ({ id }) => (before[id] ?? 0) ** 2, random())?.id;
    if (capability !== undefined) before[capability] = ((before[capability] ?? 1) - 1) as Rung;
  }
  const slipped: Record<string, string> = {};
  const possible = SLIPS.filter(({ capability, to }) => {
    const ladder = ladders.find(({ id }) => id === capability);
    return (
      ladder !== undefined &&
      now[capability] === to &&
      before[capability] === to &&
      standsOn(ladder, to + 1, before)
    );
  });
  const slip = random() < 0.35 ? pick(possible, () => 1, random()) : undefined;
  if (slip !== undefined) {
    before[slip.capability] = (slip.to + 1) as Rung;
    slipped[slip.capability] = slip.note;
  }
  return { before, slipped };
}

function pick<Item>(items: Item[], weight: (item: Item) => number, at: number): Item | undefined {
  let left = at * items.reduce((sum, item) => sum + weight(item), 0);
  return items.find((item) => (left -= weight(item)) < 0);
}
