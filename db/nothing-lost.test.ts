import * as fc from 'fast-check';
import { NO_ANSWER } from '../app/(app)/[org]/assessments/[id]/_answering/choice';
import { KeptAnswers } from '../app/(app)/[org]/assessments/[id]/_answering/kept-answers';
import { outcomeOf, type Outcome } from '../app/(app)/[org]/assessments/[id]/_answering/outcome';
import { SaveQueue } from '../app/(app)/[org]/assessments/[id]/_answering/save-queue';
import { aClock, aShelf } from '../app/(app)/[org]/assessments/[id]/_answering/testing';
import { together } from '../app/(app)/[org]/assessments/[id]/_answering/together';
import { undone, withStep, type Step } from '../app/(app)/[org]/assessments/[id]/_answering/undo-steps';
import { putBackAnswer } from '../lib/assessments/answer-history';
import type { AnswerContent } from '../lib/assessments/answering-view';
import { assessmentNow, changesSince } from '../lib/assessments/changes-since';
import { saveAnswer } from '../lib/assessments/save-answer';
import { contextOf } from '../lib/testing';
import { answersOf } from './answers';
import { commit } from './commit';
import { aUser, aWorld, type World } from './fixtures';
import { pastAnswersOf } from './past-answers';
import type { User } from './schema/people';
import { freshDb } from './testing';
import { insertUser } from './users';

/** Two people with two tabs each over the real queue, the real use cases and a real database, whatever comes when. */

const fresh = freshDb();
/** Each takes about a second; more were run when this was written. */
const RUNS = 15;
const CAPABILITIES = ['rollback', 'data-validation'];

type Network = 'on' | 'off' | 'deaf';
type Tab = { queue: SaveQueue; steps: readonly Step[] };

class Writer {
  network: Network = 'on';
  readonly #shelf = aShelf();
  readonly tabs: Tab[] = [];

  constructor(
    private readonly model: Model,
    readonly user: User,
  ) {}

  async open(index: number): Promise<void> {
    const now = await this.model.now();
    const known = (now?.answers ?? []).map(
      (each) => [each.capability, { content: contentOf(each), version: each.version }] as const,
    );
    const queue = new SaveQueue(
      {
        kept: new KeptAnswers(this.#shelf, this.user.id, 'autumn'),
        send: (capability, { content, seen }) => this.model.sent(this, capability, content, seen),
        timer: this.model.clock.timer,
        newId: () => this.model.newId(),
        announce: (capability, saved) => {
          for (const other of this.tabs) if (other.queue !== queue) other.queue.learn(capability, saved);
        },
      },
      new Map(known),
    );
    this.tabs[index] = { queue, steps: [] };
    queue.takeUp();
  }

  /** As the storage event of a browser does. */
  tellTabs(from: Tab, capability: string): void {
    for (const other of this.tabs) if (other !== from) other.queue.reread(capability);
  }
}

class Model {
  readonly clock = aClock();
  readonly stored: { capability: string; content: AnswerContent }[] = [];
  readonly #inFlight = new Set<Promise<unknown>>();
  #ids = 0;
  #minutes = 5;

  constructor(readonly world: World) {}

  newId = (): string => String((this.#ids += 1));

  now = () => assessmentNow(fresh.db, this.world.org.id, this.world.assessment.id);

  ctx({ user }: Writer) {
    this.#minutes += 1;
    return contextOf(fresh.db, { ...this.world, user }, { minutes: this.#minutes / 3 });
  }

  sent(writer: Writer, capability: string, content: AnswerContent, seen: number): Promise<Outcome> {
    const sending = this.#send(writer, capability, content, seen);
    const ended = sending.catch(() => undefined).finally(() => this.#inFlight.delete(ended));
    this.#inFlight.add(ended);
    return sending;
  }

  async #send(writer: Writer, capability: string, content: AnswerContent, seen: number): Promise<Outcome> {
    if (writer.network === 'off') throw new TypeError('no connection');
    const { org, assessment } = this.world;
    const body = { org: org.slug, seen, as: writer.user.id, ...content };
    const saved = await saveAnswer(this.ctx(writer), { id: assessment.id, capability, body });
    if (saved.ok) this.stored.push({ capability, content });
    if ((writer.network as Network) !== 'on') throw new TypeError('the answer was lost');
    return outcomeOf(JSON.parse(JSON.stringify(saved.ok ? saved.value : saved)));
  }

  async quiet(): Promise<void> {
    while (this.#inFlight.size > 0) {
      await Promise.all(this.#inFlight);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async versions(capability: string) {
    const which = { orgId: this.world.org.id, assessmentId: this.world.assessment.id, capability };
    const [answers, past] = await Promise.all([
      answersOf(fresh.db, which.orgId, which.assessmentId),
      pastAnswersOf(fresh.db, which, { limit: 1_000 }),
    ]);
    return { now: answers.find((each) => each.capability === capability), past };
  }

  /** Every text that was ever stored stands in the answer, or in what it was before. */
  async expectNothingLost(): Promise<void> {
    // What is stored while this reads may be missing from what it read.
    const stored = [...this.stored];
    for (const capability of CAPABILITIES) {
      const { now, past } = await this.versions(capability);
      const all = [...past, ...(now === undefined ? [] : [now])];
      for (const { content } of stored.filter((each) => each.capability === capability)) {
        const holds = all.some(
          ({ note, evidence }) =>
            (note ?? '').includes(content.note ?? '') &&
            content.evidence.every(({ title }) => evidence.some((each) => each.title === title)),
        );
        if (!holds) throw new Error(`lost: ${JSON.stringify(content)} of ${JSON.stringify(all)}`);
      }
    }
  }
}

const contentOf = ({ choice, note, evidence, flagged, vendorsSeenFirst }: AnswerContent): AnswerContent => ({
  ...{ choice, note, evidence, flagged, vendorsSeenFirst },
});

type Command = (model: Model, writer: Writer, tab: Tab, index: number) => unknown;

function change(
  tab: Tab,
  writer: Writer,
  model: Model,
  capability: string,
  part: Partial<AnswerContent>,
  delay: number,
) {
  const before = tab.queue.state().answers.get(capability)?.content ?? NO_ANSWER;
  const after = { ...before, ...part };
  tab.steps = withStep(tab.steps, { capability, before, after, at: Number(model.newId()) * 700 });
  tab.queue.write(capability, after, delay);
  writer.tellTabs(tab, capability);
}

const capability = fc.constantFrom(...CAPABILITIES);
const delay = fc.constantFrom(0, 400, 800);

const commands: fc.Arbitrary<{ name: string; run: Command }> = fc.oneof(
  fc.record({ of: capability, on: fc.boolean(), delay }).map(({ of, on, delay: ms }) => ({
    name: `type ${of}${on ? ' on' : ''} in ${ms}`,
    run: (model: Model, writer: Writer, tab: Tab) => {
      const before = on ? (tab.queue.state().answers.get(of)?.content.note ?? '') : '';
      change(tab, writer, model, of, { note: `${before}(${model.newId()})` }, ms);
    },
  })),
  fc.record({ of: capability, rung: fc.constantFrom(0, 1, 2), delay }).map(({ of, rung, delay: ms }) => ({
    name: `choose ${of} ${rung} in ${ms}`,
    run: (model: Model, writer: Writer, tab: Tab) =>
      change(tab, writer, model, of, { choice: { rung: rung as 0 } }, ms),
  })),
  capability.map((of) => ({
    name: `evidence for ${of}`,
    run: (model: Model, writer: Writer, tab: Tab) =>
      change(tab, writer, model, of, { evidence: [{ title: `run ${model.newId()}` }] }, 0),
  })),
  fc.constant({
    name: 'undo',
    run: (_model: Model, writer: Writer, tab: Tab) => {
      const step = tab.steps.at(-1);
      const { answers, conflicts } = tab.queue.state();
      if (step === undefined || conflicts.has(step.capability)) return;
      const back = undone(step, answers.get(step.capability)?.content ?? NO_ANSWER);
      if (back === null) return;
      tab.steps = tab.steps.slice(0, -1);
      tab.queue.write(step.capability, back, 0);
      writer.tellTabs(tab, step.capability);
    },
  }),
  fc.constantFrom('mine', 'theirs', 'both').map((which) => ({
    name: `decide: ${which}`,
    run: (_model: Model, writer: Writer, tab: Tab) => decide(writer, tab, which),
  })),
  fc.record({ of: capability, which: fc.nat(5) }).map(({ of, which }) => ({
    name: `put ${of} back`,
    run: async (model: Model, writer: Writer) => {
      const { now, past } = await model.versions(of);
      const version = past[which]?.version;
      if (writer.network !== 'on' || now === undefined || version === undefined) return;
      const { org, assessment } = model.world;
      const input = { org: org.slug, id: assessment.id, capability: of, version, seen: now.version };
      await putBackAnswer(model.ctx(writer), input);
    },
  })),
  fc.constant({
    name: 'hear',
    run: async (model: Model, writer: Writer, tab: Tab) => {
      const now = writer.network === 'on' ? await model.now() : null;
      if (now === null) return;
      const seen = new Map(CAPABILITIES.map((each) => [each, tab.queue.versionOf(each)]));
      for (const answer of changesSince(now, seen, writer.user.id).answers)
        tab.queue.hear(answer.capability, answer);
    },
  }),
  fc.constantFrom<Network>('on', 'on', 'off', 'deaf').map((network) => ({
    name: `network ${network}`,
    run: (_model: Model, writer: Writer, tab: Tab) => {
      writer.network = network;
      if (network === 'on') tab.queue.sendNow();
    },
  })),
  fc.constant({
    name: 'reload',
    run: (_model: Model, writer: Writer, _tab: Tab, index: number) => writer.open(index),
  }),
  fc.record({ ms: fc.constantFrom(10, 500, 2_000, 40_000), wait: fc.boolean() }).map(({ ms, wait }) => ({
    name: `${ms} ms pass${wait ? ', and all arrives' : ''}`,
    run: async (model: Model) => {
      await model.clock.pass(ms);
      if (wait) await model.quiet();
    },
  })),
);

function decide(writer: Writer, tab: Tab, which: string): boolean {
  const [first] = tab.queue.state().conflicts;
  if (first === undefined) return false;
  const [of, theirs] = first;
  const mine = tab.queue.state().answers.get(of)?.content ?? NO_ANSWER;
  const both = together(theirs, mine, { name: writer.user.name, elsewhere: theirs.byYou });
  tab.queue.decide(of, which === 'mine' ? mine : which === 'both' ? both : null);
  writer.tellTabs(tab, of);
  return true;
}

async function twoWriters(): Promise<{ model: Model; writers: Writer[] }> {
  const world = await aWorld(fresh.db);
  const ben = aUser({ name: 'Ben' });
  await commit(fresh.db, (tx) => [insertUser(tx, ben)]);
  const model = new Model(world);
  const writers = [world.user, ben].map((user) => new Writer(model, user));
  for (const writer of writers) for (const index of [0, 1]) await writer.open(index);
  return { model, writers };
}

/** Everybody is connected again and decides whatever is to be decided. */
async function settle(model: Model, writers: Writer[]): Promise<void> {
  for (const writer of writers) writer.network = 'on';
  for (let round = 0; round < 40; round += 1) {
    for (const { queue } of writers.flatMap(({ tabs }) => tabs)) queue.sendNow();
    await model.clock.pass(60_000);
    await model.quiet();
    for (const writer of writers)
      for (const [index, tab] of writer.tabs.entries())
        while (decide(writer, tab, ['mine', 'theirs', 'both'][(round + index) % 3] ?? ''));
    if (writers.every(({ tabs }) => tabs.every(({ queue }) => queue.state().waiting === 0))) return;
  }
  throw new Error('something is never sent');
}

test('however two people write, undo, put back, lose connections and decide, no text that was stored is lost, and all is sent', async () => {
  const step = fc.record({ command: commands, writer: fc.nat(1), tab: fc.nat(1) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const { model, writers } = await twoWriters();
      for (const { command, writer: who, tab } of steps) {
        const writer = writers[who];
        const there = writer?.tabs[tab];
        if (writer === undefined || there === undefined) continue;
        await command.run(model, writer, there, tab);
      }
      await model.expectNothingLost();
      await settle(model, writers);
      await model.expectNothingLost();
    }),
    { numRuns: RUNS },
  );
}, 300_000);
