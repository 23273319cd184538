import { expect, test } from '@playwright/test';
import type { ActionRow } from './matrix-actions';
import { ALL, builtActions, type Action } from './matrix-built';
import { fingerprints } from './matrix-database';
import {
  CHANGE,
  CODED,
  FILES,
  gets,
  isSignedOut,
  PAGES,
  QUERIES,
  type Caller,
  type Row,
} from './matrix-routes';
import { send, sendAnswer, sendPlainly } from './matrix-sending';
import { filled, startWorld, type Engine, type Things, type World } from './matrix-world';

/** What the door says to whom it does not let in. */
const REFUSALS = {
  signedOut: 'Your session ended. Sign in to go on.',
  outside: 'There is no such organisation.',
  elsewhere: 'There is no such thing, or you have no access to it.',
  weaker: 'Your role in this organisation does not allow that.',
};

function refusalOf(caller: Caller, { ownTeam }: ActionRow): string {
  if (isSignedOut(caller)) return REFUSALS.signedOut;
  if (caller === 'stranger' || caller === 'removed') return REFUSALS.outside;
  return caller === 'team' && ownTeam !== true ? REFUSALS.elsewhere : REFUSALS.weaker;
}

/** Asks the built application over this engine for everything it has, as each of these callers. */
export function describeMatrix(engine: Engine, callers: readonly Caller[]): void {
  // Some ask a thousand times.
  test.describe.configure({ timeout: 180_000 });
  let world: World;
  let ids: Map<string, string>;

  test.beforeAll(async () => {
    world = await startWorld(engine);
    ids = builtActions();
  });
  test.afterAll(() => world.stop());

  const idOf = (name: string): string => ids.get(name) ?? '';

  async function ask(caller: Caller, address: string, things: Things = world.things) {
    const answer = await fetch(`${world.address}${filled(address, things)}`, {
      headers: { cookie: world.cookies[caller], accept: '*/*' },
      redirect: 'manual',
    });
    const body = await answer.text();
    return { status: answer.status, to: answer.headers.get('location'), body };
  }

  const toSignIn = ({ address }: Row) => `/signin?to=${encodeURIComponent(filled(address, world.things))}`;

  /** What it answers to each caller, so that a difference shows all of them at once. */
  async function asked(row: Row): Promise<Record<string, unknown>> {
    const answers: Record<string, unknown> = {};
    for (const caller of callers) {
      const { status, to } = await ask(caller, row.address);
      answers[caller] = to === null ? status : `${status} ${to}`;
    }
    return answers;
  }

  const expected = (answer: (caller: Caller) => unknown) =>
    Object.fromEntries(callers.map((caller) => [caller, answer(caller)]));

  test.describe('a page is there for whom the table says, and for others as if there were none:', () => {
    for (const [page, row] of Object.entries(PAGES))
      test(page, async () => {
        expect(await asked(row)).toEqual(
          expected((caller) => {
            if (caller === 'team' && page === '/[org]') return '307 /harbour-bank/teams';
            if (gets(caller, row)) return 200;
            return isSignedOut(caller) ? `307 ${toSignIn(row)}` : 404;
          }),
        );
      });
  });

  test.describe('a download is there for whom the table says, is refused to a weaker role, and not there for others:', () => {
    for (const [route, row] of Object.entries(FILES))
      test(route, async () => {
        expect(await asked(row)).toEqual(
          expected((caller) => {
            if (gets(caller, row)) return 200;
            if (isSignedOut(caller)) return 401;
            return ['stranger', 'removed', 'team'].includes(caller) ? 404 : 403;
          }),
        );
      });
  });

  /** Every row as every caller whom this concerns, one after the other. */
  async function sent(
    concerns: (caller: Caller, row: ActionRow) => boolean,
    work: (caller: Caller, action: Action) => Promise<unknown>,
  ): Promise<[string, Caller, unknown][]> {
    const answers: [string, Caller, unknown][] = [];
    for (const action of ALL)
      for (const caller of callers.filter((each) => concerns(each, action.row)))
        answers.push([action.name, caller, await work(caller, action)]);
    return answers;
  }

  const refused = (caller: Caller, row: ActionRow) => !gets(caller, row);

  test('a form is refused to whom the table does not name, in words, and nothing at all is changed', async () => {
    const before = await fingerprints(world.database);
    const sending = ({ name, row }: Action) => ({
      ...{ id: idOf(name), row, fields: row.fields, things: world.things },
    });
    const said = await sent(refused, async (caller, action) => {
      const { message, to } = await send(world, caller, sending(action));
      return [message, to];
    });
    expect(said).toEqual(await sent(refused, async (caller, { row }) => [refusalOf(caller, row), null]));
    expect(await fingerprints(world.database)).toEqual(before);
  });

  test('a form without scripts is refused to them as well: nothing is changed, and nobody outside reads anything', async () => {
    const some = callers.filter((caller) =>
      ['nobody', 'guest', 'stranger', 'team', 'viewer'].includes(caller),
    );
    const before = await fingerprints(world.database);
    const said = await sent(
      (caller, row) => some.includes(caller) && refused(caller, row),
      async (caller, { name, row }) => {
        const { status, body } = await sendPlainly(world, caller, {
          ...{ id: idOf(name), row, fields: row.fields, things: world.things },
        });
        const outside = isSignedOut(caller) || caller === 'stranger';
        return status >= 500 || (outside && tells(body, JSON.stringify(row.fields)));
      },
    );
    expect(said.filter(([, , wrong]) => wrong)).toEqual([]);
    expect(await fingerprints(world.database)).toEqual(before);
    const phrase = 'app/(app)/[org]/settings/phrases/actions.ts#savePhraseAction';
    const row = ALL.find(({ name }) => name === phrase)?.row;
    if (row === undefined) throw new Error(`there is no ${phrase}`);
    await sendPlainly(world, 'owner', { id: idOf(phrase), row, fields: row.fields, things: world.things });
    expect((await fingerprints(world.database))['phrase']).not.toEqual(before['phrase']);
  });

  test('who names a thing of another organisation in a form of their own is told that there is none, and nothing is changed', async () => {
    const before = await fingerprints(world.database);
    const wrong: unknown[] = [];
    for (const { name, row } of ALL)
      for (const [which, things] of foreign(JSON.stringify(row.fields))) {
        const { message, to, body } = await send(world, 'stranger', {
          ...{ id: idOf(name), row, fields: row.fields, things },
        });
        const inVain = row.foreign === 'nothing';
        const heard = inVain
          ? NOTHING.test(message)
          : (row.foreign instanceof RegExp ? row.foreign : NOT_THERE).test(message === '' ? body : message);
        if (!heard || (to !== null && !inVain) || tells(body))
          wrong.push([name, which, message === '' ? body.slice(0, 900) : message, to, tells(body)]);
      }
    expect(wrong).toEqual([]);
    expect(changedOf(before, await fingerprints(world.database))).toEqual([]);
  });

  test('who has a role in one team alone changes nothing of another by naming it among their own', async () => {
    const before = await fingerprints(world.database);
    const wrong: unknown[] = [];
    for (const { name, row } of ALL.filter(({ row: { ownTeam } }) => ownTeam === true))
      for (const [which, things] of swapped(
        JSON.stringify(row.fields),
        world.things,
        ofOneTeam(world.beside),
      )) {
        const { message, to } = await send(world, 'team', {
          ...{ id: idOf(name), row, fields: row.fields, things },
        });
        if (to !== null || message === '') wrong.push([name, which, message, to]);
      }
    expect(wrong).toEqual([]);
    expect(changedOf(before, await fingerprints(world.database))).toEqual([]);
  });

  test('who names a thing of another organisation in an address of their own finds nothing there', async () => {
    const wrong: unknown[] = [];
    const rows = [...Object.values(PAGES), ...Object.values(FILES)].map(
      ({ address }) => [address, 404] as const,
    );
    for (const [address, expectedStatus] of [...rows, ...Object.entries(QUERIES)])
      for (const [which, things] of foreign(address)) {
        const { status, body } = await ask('stranger', address, things);
        if (![404, expectedStatus].includes(status) || tells(body))
          wrong.push([address, which, status, tells(body)]);
      }
    expect(wrong).toEqual([]);
  });

  test('an answer sent by script is taken from whom the table says alone, and for their own organisation', async () => {
    const before = await fingerprints(world.database);
    const [weak, may] = [
      callers.filter((each) => !gets(each, CHANGE)),
      callers.filter((each) => gets(each, CHANGE)),
    ];
    const status = async (caller: Caller, things = world.things) =>
      (await sendAnswer(world, caller, things)).status;
    for (const caller of weak)
      expect([caller, await status(caller)]).toEqual([
        caller,
        isSignedOut(caller) ? 401 : caller === 'viewer' ? 403 : 404,
      ]);
    for (const [, things] of foreign(CHANGE.url)) expect(await status('stranger', things)).toBe(404);
    expect(await fingerprints(world.database)).toEqual(before);
    for (const caller of may) expect([200, 409]).toContain(await status(caller));
  });

  test('a link that asks for a code tells with the pass for it alone what it shares', async () => {
    for (const { address, without, withPass, tells: told } of CODED)
      for (const caller of callers) {
        const { status, body } = await ask(caller, address);
        const guest = caller === 'guest';
        expect([address, caller, status, tells(body)]).toEqual([
          ...[address, caller, guest ? withPass : without, guest && told === true],
        ]);
      }
  });

  // The last, as it changes things.
  test('a form is not refused to whom the table names', async () => {
    const said = await sent(
      (caller, row) => !refused(caller, row) && (row.least !== 'everybody' || caller === 'nobody'),
      async (caller, { name, row }) => {
        const fields = { ...row.fields, ...row.spared };
        const { status, message } = await send(world, caller, {
          id: idOf(name),
          row,
          fields,
          things: world.things,
        });
        return status < 500 && message !== '' ? message : status < 400 ? '' : String(status);
      },
    );
    const refusals: unknown[] = [...Object.values(REFUSALS), '500', '404'];
    expect(said.filter(([, , message]) => refusals.includes(message) || BUG.test(String(message)))).toEqual(
      [],
    );
  });

  /** Whether a text holds what members of Harbour Bank alone may read. */
  function tells(body: string, sent = ''): boolean {
    const words = [world.secret, world.things['orgName'] ?? '', 'Fraud scoring'];
    // What somebody typed stands in the form again.
    return words.some((word) => !filled(sent, world.things).includes(word) && body.includes(word));
  }

  const foreign = (text: string) => swapped(text, world.own, world.things);
}

/** For a text that names things: one of them another's and the others one's own, and all of them another's. */
function swapped(text: string, own: Things, others: Things): [string, Things][] {
  const names = [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].filter(
    (name) => name in own && name in others && !['org', 'orgName', 'input'].includes(name),
  );
  const taken = (some: string[]): [string, Things] => [
    some.join(),
    { ...own, ...Object.fromEntries(some.map((name) => [name, others[name] ?? ''])) },
  ];
  return [...names.map((name) => taken([name])), ...(names.length > 1 ? [taken(names)] : [])];
}

/** Without what belongs to the organisation as a whole. */
const ofOneTeam = ({ team, finished, report, issue, scenario, finding }: Things): Things =>
  Object.fromEntries(
    Object.entries({ team, finished, report, issue, scenario, finding }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );

const NOT_THERE = /no such|There is no team/i;
const NOTHING = /^$/;
const BUG = /^Something went wrong/;

const changedOf = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(after).filter((table) => after[table] !== before[table]);
