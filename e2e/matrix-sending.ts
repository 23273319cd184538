import type { ActionRow } from './matrix-actions';
import { type Caller, CHANGE, PAGES } from './matrix-routes';
import { filled, type Things, type World } from './matrix-world';

/** What an action said, and where it led; both empty where it went through and the page stays. */
export type Said = { status: number; message: string; to: string | null; body: string };

type Sending = { id: string; row: ActionRow; fields: ActionRow['fields']; things: Things };

const named = (fields: ActionRow['fields'], things: Things): [string, string | File][] =>
  Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'string' ? filled(value, things) : value,
  ]);

/** Sends the form of an action as the scripts of the page do, which shows what the action said whatever the page is. */
export async function send(world: World, caller: Caller, sending: Sending): Promise<Said> {
  const form = new FormData();
  for (const [name, value] of named(sending.fields, sending.things)) form.append(`_1_${name}`, value);
  form.append('0', '[{},"$K1"]');
  const answer = await post(world, caller, sending, form, { 'next-action': sending.id });
  const body = await answer.text();
  const message = /"message":("(?:[^"\\]|\\.)*")/.exec(body)?.[1] ?? '""';
  return {
    ...{ status: answer.status, message: String(JSON.parse(message)), body },
    to: answer.headers.get('x-action-redirect'),
  };
}

/** Sends it as a browser without scripts does, which shows a page again. */
export async function sendPlainly(world: World, caller: Caller, sending: Sending): Promise<Said> {
  const form = new FormData();
  form.append('$ACTION_REF_1', '');
  form.append('$ACTION_1:0', JSON.stringify({ id: sending.id, bound: '$@1' }));
  form.append('$ACTION_1:1', '[{}]');
  form.append('$ACTION_KEY', 'k1');
  for (const [name, value] of named(sending.fields, sending.things)) form.append(name, value);
  const answer = await post(world, caller, sending, form, {});
  const body = await answer.text();
  return { status: answer.status, message: '', body, to: answer.headers.get('location') };
}

const post = (
  { address, cookies }: World,
  caller: Caller,
  { row, things }: Sending,
  body: FormData,
  headers: Record<string, string>,
): Promise<Response> =>
  fetch(`${address}${filled(PAGES[row.on]?.address ?? '', things)}`, {
    method: 'POST',
    headers: { ...headers, cookie: cookies[caller], origin: address },
    body,
    redirect: 'manual',
  });

/** Sends an answer as the page of an assessment does while somebody answers. */
export function sendAnswer({ address, cookies }: World, caller: Caller, things: Things): Promise<Response> {
  const { url, body } = CHANGE;
  return fetch(`${address}${filled(url, things)}`, {
    method: 'PUT',
    headers: { cookie: cookies[caller], origin: address, 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, org: things['org'] }),
  });
}
