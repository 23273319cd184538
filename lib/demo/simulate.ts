import type { Capability, Rung } from '@/lib/domain/schema/content';
import { randomFrom } from '@/lib/domain/seeded-random';
import { carries, settle, standsOn, type Rungs } from './climb';
import { SLIPS, TYPICAL } from './profile';
import { bell, chance } from './random';

/** What the simulation has to know of a team. */
export type Story = {
  /** Its own, and the seed of everything about it. */
  slug: string;
  /** Where it stands in the last round against the typical team: −1 far behind, 1 far ahead. */
  maturity: number;
  /** By how much its unit is ahead (+) or behind (−) in a domain. */
  leans: Record<string, number>;
  /** Fewest and most climbs in a round. */
  pace: [number, number];
  /** Capabilities that do not apply to it, with the reason. */
  excluded?: Record<string, string>;
};

/** A team at the end of a round: its own rungs, and by capability the notes on what slipped in it. */
export type Snapshot = { rungs: Rungs; slipped: Record<string, string> };

type Ladder = Pick<Capability, 'id' | 'domain' | 'steps'>;

/**
 * The rounds of one team, given oldest first. The last is drawn around the typical team and settled on its prerequisites; earlier ones
 * follow by undoing climbs, those first that nothing else stands on. `platform` gives the rungs of the organisation's own answers.
 */
export function simulate<Round extends string>(
  story: Story,
  ladders: Ladder[],
  rounds: readonly Round[],
  platform: (round: Round) => Rungs,
): Record<Round, Snapshot> {
  const own = ladders.filter(({ id }) => story.excluded?.[id] === undefined);
  const mayRunAhead = (capability: string) => chance(`${story.slug} ahead ${capability}`) < 0.04;
  const stand = (rungs: Rungs, round: Round): Rungs => {
    const settled = settle(own, { ...platform(round), ...rungs }, mayRunAhead);
    return Object.fromEntries(own.map(({ id }) => [id, settled[id] ?? 0]));
  };

  const snapshots = {} as Record<Round, Snapshot>;
  let rungs = draw(story, own);
  for (const round of rounds.toReversed()) {
    rungs = stand(rungs, round);
    const { before, slipped } = undo(story, own, { ...platform(round), ...rungs }, round);
    snapshots[round] = { rungs, slipped };
    rungs = Object.fromEntries(own.map(({ id }) => [id, before[id] ?? 0]));
  }
  return snapshots;
}

function draw({ slug, leans, maturity }: Story, ladders: Ladder[]): Rungs {
  const random = randomFrom(`${slug} draws`);
  return Object.fromEntries(
    ladders.map(({ id, domain }) => {
      const middle = (TYPICAL[id] ?? 1.5) + (leans[domain] ?? 0) + 0.8 * maturity;
      const rung = Math.round(middle + 0.5 * bell(random));
      return [id, Math.max(0, Math.min(3, rung)) as Rung];
    }),
  );
}

/** The round before: some climbs not yet made, and now and then one rung that was lost since. */
function undo({ slug, pace }: Story, ladders: Ladder[], now: Rungs, round: string) {
  const random = randomFrom(`${slug} climbs ${round}`);
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
