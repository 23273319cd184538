import { crossAtPeak, crossAtPoints, loadOf, moveOne, type Plan } from './schedule-crossover';
import { generate, generateJustified, isBetter, isLeast, type Cost, type Run } from './schedule-run';
import { byLatestStart, byWeight, sampleOrder } from './schedule-sampling';

/** Between them, half as many members as the schedules are times the activities: long lists need many generations more than many members. */
const FEWEST = 10;
const MOST = 150;

/** How closely the first lists follow the rule: loosely, as justification makes up for it and the members should differ. */
const BIAS = 0.5;

/** Moves of a child in proportion to the generations to come, which would otherwise end with all members alike. */
const MOVES = 0.03;
const MOST_MOVES = 6;

/** The part of the schedules after which only the weights are looked at, so that they get some where the bound is not reached. */
const FOR_MAKESPAN = 0.7;

/** What a search may spend. */
export type Budget = {
  /** Generated schedules, forward or backward. */
  schedules: number;
  isOver: () => boolean;
};

type Member = Plan & { cost: Cost };

/**
 * A genetic search (Hartmann 1998) with his crossover and that of Debels and Vanhoucke (2007) by turns, and double justification of every
 * child. Each member in turn has a child with the better of two others, and gives way to it unless it is better or the child is there.
 */
export function searchByGenes(run: Run, given: Int32Array[], budget: Budget): void {
  const { problem, random, order } = run;
  const members = firstMembers(run, given, budget);
  const moves = Math.min(MOST_MOVES, (MOVES * budget.schedules) / problem.count);
  const load = loadOf(problem);
  const used = new Uint8Array(problem.count);
  const pick = (): Member => members[Math.floor(random() * members.length)] as Member;
  for (let turn = 0; members.length > 1 && !isOver(run, budget); turn += 1) {
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

/** The lists given, one by each rule, and samples around the rules. */
function firstMembers(run: Run, given: Int32Array[], budget: Budget): Member[] {
  const { problem, random, order } = run;
  const { count } = problem;
  const rules = problem.weighted ? [byLatestStart(problem), byWeight(problem)] : [byLatestStart(problem)];
  if (run.objective === 'weighted') rules.reverse();
  const wanted = Math.round(Math.min(MOST, Math.max(FEWEST, budget.schedules / (2 * count))));
  const size = Math.max(wanted, given.length + rules.length);
  const members: Member[] = [];
  for (let index = 0; index < size && (index === 0 || !isOver(run, budget)); index += 1) {
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

function make(run: Run, budget: Budget): void {
  if (justifies(run, budget)) generateJustified(run);
  else generate(run);
}

/** Whether another child would exceed the budget, or nothing is left to win. */
function isOver(run: Run, budget: Budget): boolean {
  const next = run.generated + (justifies(run, budget) ? 3 : 1) + (run.problem.limited ? 1 : 0);
  return isLeast(run) || next > budget.schedules || budget.isOver();
}

/** Justification shortens schedules; it does not put the weighty activities early. */
function justifies({ objective, best, least, generated, problem }: Run, { schedules }: Budget): boolean {
  if (objective !== 'makespan' || generated + 3 > schedules) return false;
  if (best.missed === 0 && best.first <= least.first) return false;
  return !problem.weighted || generated < schedules * FOR_MAKESPAN;
}

function isSame(member: Member, { start, cost }: Run): boolean {
  if (member.cost.first !== cost.first || member.cost.second !== cost.second) return false;
  for (let index = 0; index < start.length; index += 1)
    if (member.start[index] !== start[index]) return false;
  return true;
}
