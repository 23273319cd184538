import type { Capability, Rung } from '@/lib/domain/schema/content';

/** By capability id. */
export type Rungs = Record<string, Rung>;

type Ladder = Pick<Capability, 'id' | 'steps'>;

type Prerequisites = Capability['steps'][number]['after'];

/** A simulation asks for the same few a million times. */
const known = new WeakMap<Ladder['steps'], Prerequisites[]>();

/** What a climb to this rung, and to each rung below it, asks of other capabilities. */
function prerequisites({ steps }: Ladder, rung: number): Prerequisites {
  const ofSteps = known.get(steps) ?? [];
  known.set(steps, ofSteps);
  return (ofSteps[rung] ??= steps.filter(({ to }) => to <= rung).flatMap(({ after }) => after));
}

/** Whether everything that this rung builds on is there. A capability that is not listed does not apply and holds nothing up. */
export function standsOn(ladder: Ladder, rung: number, rungs: Rungs): boolean {
  return prerequisites(ladder, rung).every((part) => (rungs[part.capability] ?? 4) >= part.rung);
}

/** Whether another ladder builds on this capability being as high as it is. */
export function carries(capability: string, ladders: Ladder[], rungs: Rungs): boolean {
  return ladders.some((ladder) =>
    prerequisites(ladder, rungs[ladder.id] ?? 0).some(
      (part) => part.capability === capability && part.rung >= (rungs[capability] ?? 0),
    ),
  );
}

/** Lowers every rung that does not stand on its prerequisites, except those that may run ahead of them. */
export function settle(ladders: Ladder[], rungs: Rungs, mayRunAhead: (capability: string) => boolean): Rungs {
  const settled = { ...rungs };
  let moved = true;
  while (moved) {
    moved = false;
    for (const ladder of ladders) {
      const rung = settled[ladder.id];
      if (rung === undefined || rung === 0 || mayRunAhead(ladder.id)) continue;
      if (standsOn(ladder, rung, settled)) continue;
      settled[ladder.id] = (rung - 1) as Rung;
      moved = true;
    }
  }
  return settled;
}
