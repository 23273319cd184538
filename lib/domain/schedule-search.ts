import { crossAtPeak, crossAtPoints, loadOf, mutate, type Plan } from './schedule-crossover';
import { generate, generateJustified, isBetter, isLeast, type Cost, type Run } from './schedule-run';
import { byLatestStart, byWeight, sampleOrder } from './schedule-sampling';

export const T = { c: 1, min: 10, max: 150, points: 0.5, mut: 0.05, tour: 2, bias: 1 };

/** What a search may spend. */
export type Budget = {
  /** Generated schedules, forward or backward. */
  schedules: number;
  isOver: () => boolean;
};

type Member = Plan & { cost: Cost };

/**
 * A genetic search (Hartmann 1998) with the crossovers of Debels and Vanhoucke (2007) and of Hartmann by turns and double justification of
 * every child. Each member in turn has a child with the better of two others, and gives way to it unless it is better or the child is there.
 */
export function searchByGenes(run: Run, first: Int32Array[], budget: Budget): void {
  const { problem, random } = run;
  const { count } = problem;
  const over = () => isLeast(run) || run.generated >= budget.schedules || budget.isOver();
  const members: Member[] = [];
  const make = () => (justifies(run) ? generateJustified(run) : generate(run));
  const enter = (member: Member) => {
    member.order.set(run.order);
    member.start.set(run.start);
    member.cost.first = run.cost.first;
    member.cost.second = run.cost.second;
  };
  const size = sizeFor(count, budget.schedules, first.length);
  const rules = problem.weighted ? [byLatestStart(problem), byWeight(problem)] : [byLatestStart(problem)];
  if (run.objective === 'weighted') rules.reverse();
  for (let index = 0; index < size && (members.length === 0 || !over()); index += 1) {
    const given = first[index];
    const sampled = index - first.length;
    const rule = rules[sampled % rules.length] ?? new Float64Array(count);
    if (given === undefined)
      sampleOrder(problem, rule, { bias: sampled < rules.length ? Infinity : T.bias, random }, run.order);
    else run.order.set(given);
    make();
    const member = { order: new Int32Array(count), start: new Int32Array(count), cost: { ...run.cost } };
    enter(member);
    members.push(member);
  }
  const load = loadOf(problem);
  const used = new Uint8Array(count);
  const pick = (): Member => members[Math.floor(random() * members.length)] as Member;
  for (let turn = 0; members.length > 1 && !over(); turn += 1) {
    const own = members[turn % members.length] as Member;
    const [one, other] = [pick(), pick()];
    let mate = isBetter(other.cost, one.cost) ? other : one;
    while (mate === own) mate = pick();
    const parents: [Member, Member] = random() < 0.5 ? [own, mate] : [mate, own];
    if (random() < T.points) crossAtPoints(problem, used, parents, random, run.order);
    else crossAtPeak(problem, load, parents, random, run.order);
    mutate(problem, T.mut, random, run.order);
    make();
    if (!isBetter(own.cost, run.cost) && !members.some((member) => isSame(member, run))) enter(own);
  }
}

/** Justification shortens schedules; it does not put the weighty activities early. */
const justifies = ({ objective, best, least }: Run): boolean =>
  objective === 'makespan' && (best.missed > 0 || best.first > least.first);

/** Long lists need many generations more than many members. */
const sizeFor = (count: number, schedules: number, given: number): number =>
  Math.max(given + 2, Math.min(T.max, Math.max(T.min, Math.round((T.c * schedules) / count))));

function isSame(member: Member, { start, cost }: Run): boolean {
  if (member.cost.first !== cost.first || member.cost.second !== cost.second) return false;
  for (let index = 0; index < start.length; index += 1)
    if (member.start[index] !== start[index]) return false;
  return true;
}
