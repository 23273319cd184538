import { crossAtPeak, crossAtPoints, loadOf, moveOne, type Plan } from './schedule-crossover';
import { sortByWeek } from './schedule-generation';
import { generate, generateJustified, isBetter, isLeast, type Cost, type Run } from './schedule-run';
import { byLatestStart, byWeight, sampleOrder } from './schedule-sampling';

/** Between them, half as many members as the schedules are times the activities: long lists need many generations more than many members. */
const FEWEST = 16;
const MOST = 150;

/** How closely the first lists follow the rule: loosely, as justification makes up for it and the members should differ. */
const BIAS = 0.5;

/** Moves of a child in proportion to the generations to come, which would otherwise end with all members alike. */
const MOVES = 0.03;
const MOST_MOVES = 6;

/** The part of the schedules for the genetic search where weights are given; the rest improves the best schedule. */
const FOR_GENES = 0.7;

/** How many children are justified where weights come first: it shortens schedules, and does not put the weighty activities early. */
const JUSTIFIED = 0.3;

/** What a search may spend. */
export type Budget = {
  /** Generated schedules, forward or backward. */
  schedules: number;
  /** The part of the time that is spent, from 0 to 1; 0 where there is no limit to it. */
  spent: () => number;
};

type Member = Plan & { cost: Cost };

/** Looks for a better schedule until the budget is spent or none can be better. `given` are lists to begin with. */
export function search(run: Run, given: Int32Array[], budget: Budget): void {
  const part = run.problem.weighted ? FOR_GENES : 1;
  const genetic = { schedules: Math.ceil(part * budget.schedules), spent: () => budget.spent() / part };
  searchByGenes(run, given, genetic);
  if (run.problem.weighted) climb(run, budget);
}

/**
 * A genetic search (Hartmann 1998) with his crossover and that of Debels and Vanhoucke (2007) by turns, and double justification of every
 * child. Each member in turn has a child with the better of two others, and gives way to it unless it is better or the child is there.
 */
function searchByGenes(run: Run, given: Int32Array[], budget: Budget): void {
  const { problem, random, order } = run;
  const members = firstMembers(run, given, budget);
  const moves = Math.min(MOST_MOVES, (MOVES * budget.schedules) / problem.count);
  const load = loadOf(problem);
  const used = new Uint8Array(problem.count);
  const pick = (): Member => members[Math.floor(random() * members.length)] as Member;
  for (let turn = 0; members.length > 1 && !isOver(run, budget, isShortest); turn += 1) {
    const own = members[turn % members.length] as Member;
    const [one, other] = [pick(), pick()];
    let mate = isBetter(other.cost, one.cost) ? other : one;
    while (mate === own) mate = pick();
    const parents: [Member, Member] = random() < 0.5 ? [own, mate] : [mate, own];
    if (random() < 0.5) crossAtPoints(problem, used, parents, random, order);
    else crossAtPeak(problem, load, parents, random, order);
    for (let left = moves + random(); left >= 1; left -= 1) moveOne(problem, random, order);
    make(run, budget);
    if (!isBetter(own.cost, run.cost) && !members.some((member) => isSame(member, run))) enter(own, run);
  }
}

/** Moves one or two activities of the best schedule as long as that is no worse: what weights gain from once it is short. */
function climb(run: Run, budget: Budget): void {
  const { problem, shop, random, order, best } = run;
  const { count } = problem;
  const top = { order: new Int32Array(count), start: new Int32Array(count), cost: { ...best } };
  const numbered = Int32Array.from(order, (_, index) => index);
  sortByWeek(problem, shop, best.start, numbered, top.order, 'start');
  while (!isOver(run, budget, isLeast)) {
    order.set(top.order);
    moveOne(problem, random, order);
    if (random() < 0.5) moveOne(problem, random, order);
    generate(run);
    if (!isBetter(top.cost, run.cost)) enter(top, run);
  }
}

/** The lists given, one by each rule, and samples around the rules. */
function firstMembers(run: Run, given: Int32Array[], budget: Budget): Member[] {
  const { problem, random, order } = run;
  const { count } = problem;
  const rules = problem.weighted ? [byLatestStart(problem), byWeight(problem)] : [byLatestStart(problem)];
  if (run.objective === 'weighted') rules.reverse();
  const wanted = Math.round(Math.min(MOST, Math.max(FEWEST, budget.schedules / (2 * count))));
  const size = Math.max(wanted, given.length + rules.length);
  const members: Member[] = [];
  for (let index = 0; index < size && (index === 0 || !isOver(run, budget, isShortest)); index += 1) {
    const list = given[index];
    const sampled = index - given.length;
    const rule = rules[sampled % rules.length];
    if (list !== undefined) order.set(list);
    else if (rule !== undefined)
      sampleOrder(problem, rule, { bias: sampled < rules.length ? Infinity : BIAS, random }, order);
    make(run, budget);
    const member = { order: new Int32Array(count), start: new Int32Array(count), cost: { ...run.cost } };
    enter(member, run);
    members.push(member);
  }
  return members;
}

function enter(member: Member, { order, start, cost }: Run): void {
  member.order.set(order);
  member.start.set(start);
  member.cost.first = cost.first;
  member.cost.second = cost.second;
}

function make(run: Run, { schedules }: Budget): void {
  const justified = run.objective === 'makespan' || run.random() < JUSTIFIED;
  if (justified && run.generated + (run.problem.limited ? 4 : 3) <= schedules) generateJustified(run);
  else generate(run);
}

/** Whether another schedule would exceed the budget, or nothing is left to win. */
function isOver(run: Run, budget: Budget, isBest: (run: Run) => boolean): boolean {
  const next = run.generated + (run.problem.limited ? 2 : 1);
  return isBest(run) || next > budget.schedules || budget.spent() >= 1;
}

/** Where the makespan comes first and is proven, weights alone are left. */
const isShortest = (run: Run): boolean =>
  isLeast(run) ||
  (run.objective === 'makespan' && run.best.missed === 0 && run.best.first <= run.least.first);

function isSame(member: Member, { start, cost }: Run): boolean {
  if (member.cost.first !== cost.first || member.cost.second !== cost.second) return false;
  for (let index = 0; index < start.length; index += 1)
    if (member.start[index] !== start[index]) return false;
  return true;
}
