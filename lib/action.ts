import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import type * as z from 'zod';
import { barredFrom, memberAt } from './auth/actor';
import type { Membership } from './auth/enter';
import type { Place } from './auth/places';
import { signedIn, type SignedIn } from './auth/session';
import { clientAddress } from './client-address';
import { schemaFaults } from './content/schema-faults';
import { newContext, type ActorContext, type Context } from './context';
import { can, type Action } from './domain/policy';
import { BARRED } from './domain/sign-in-rule';
import { env } from './env';
import { done, failed, HTTP_STATUS, type Failure, type Result } from './errors';
import { allowed, type LimitKind } from './rate-limit';
import { jsonBody } from './request-body';
import { requestPlace, sentHeaders } from './request-place';
import { mishap } from './running/mishap';

/**
 * The one door for every change, and for every download: parse → who → may they → use case → map errors. Server actions come in as
 * forms, route handlers as requests; both end in `enter`. Nothing else may call a use case that writes.
 */
type Door<Input, Value> =
  | { for: 'anyone'; run: (ctx: Context, input: Input) => Promise<Result<Value>> }
  | { for: 'signed-in'; run: (ctx: Context & { person: SignedIn }, input: Input) => Promise<Result<Value>> }
  | {
      for: Action;
      /** Of what the input speaks: there the person's role is asked for. */
      at: (input: Input) => Place;
      run: (
        ctx: ActorContext & Pick<Membership, 'person' | 'org' | 'grants'>,
        input: Input,
      ) => Promise<Result<Value>>;
    };

type Spec<Schema extends z.ZodType, Value> = Door<z.output<Schema>, Value> & {
  input: Schema;
  /** How often one person, or one client without an account, may have it. */
  limit?: LimitKind;
};

async function enter<Schema extends z.ZodType, Value>(
  spec: Spec<Schema, Value>,
  raw: unknown,
): Promise<Result<Value>> {
  const parsed = spec.input.safeParse(raw);
  if (!parsed.success) return invalid(parsed.error);
  const place = await requestPlace();
  if (spec.for === 'anyone') {
    const ctx = { ...newContext(), place };
    const counted = await within(spec.limit, ctx, clientAddress);
    return counted.ok ? spec.run(ctx, parsed.data) : counted;
  }
  const person = await signedIn();
  if (person === null) return failed('signed-out', 'Your session ended. Sign in to go on.');
  if (spec.for === 'signed-in') return spec.run({ ...newContext(), place, person }, parsed.data);
  const member = await memberAt(spec.at(parsed.data));
  if (member === null) {
    const barred = await barredFrom(spec.at(parsed.data).org);
    return barred === null
      ? failed('not-found', 'There is no such organisation.')
      : failed('signed-out', BARRED[barred]);
  }
  const { actor } = member.ctx;
  if (!can(actor, spec.for, { orgId: member.org.id })) {
    return actor.role === null
      ? failed('not-found', 'There is no such thing, or you have no access to it.')
      : failed('forbidden', 'Your role in this organisation does not allow that.');
  }
  const counted = await within(spec.limit, member.ctx, () => person.userId);
  if (!counted.ok) return counted;
  const { ctx, person: by, org, grants } = member;
  return spec.run({ ...ctx, place, person: by, org, grants }, parsed.data);
}

async function within(
  limit: LimitKind | undefined,
  ctx: Context,
  key: () => string | Promise<string>,
): Promise<Result<null>> {
  return limit === undefined ? done(null) : allowed(ctx, limit, await key());
}

function invalid(error: z.ZodError): Failure {
  const faults = schemaFaults(error).map(({ path, message }) => [String(path[0] ?? ''), message] as const);
  const summary = faults
    .map(([field, message]) => (field === '' ? message : `${field}: ${message}`))
    .join('; ');
  return failed('invalid', summary, { fields: Object.fromEntries(faults.toReversed()) });
}

/** What a form shows after it was sent: what went wrong, and what had been typed, so that nothing is lost. */
export type FormState = {
  message?: string;
  fields?: Record<string, string>;
  values?: Record<string, string>;
  /** Of checkboxes of one name, where several were chosen. */
  lists?: Record<string, string[]>;
};

/** A form that stays where it is shows what came out of it as well. */
export type ShownState<Value> = FormState & { value?: Value };

const ownOrigin = (): string => new URL(env().NEXTAUTH_URL).origin;

const FOREIGN = failed('forbidden', 'This request comes from another site.');

/** A server action for a form: from a page of this address only, for whoever is signed in. Leaving the page is for `then`, which usually redirects; without it the value is shown. */
export function action<Schema extends z.ZodType, Value>(
  spec: Spec<Schema, Value> & { then?: (value: Value, input: z.output<Schema>) => void | Promise<void> },
): (state: FormState, form: FormData) => Promise<ShownState<Value>> {
  return async (_state, form) => {
    const raw = formObject(form);
    try {
      const foreign = spec.for !== 'anyone' && (await sentHeaders())?.get('origin') !== ownOrigin();
      const result = foreign ? FOREIGN : await enter(spec, raw);
      if (!result.ok)
        return {
          message: result.message,
          ...(result.fields && { fields: result.fields }),
          ...typed(raw),
        };
      if (spec.then === undefined) return { value: result.value, ...typed(raw) };
      await spec.then(result.value, spec.input.parse(raw));
      return {};
    } catch (error) {
      unstable_rethrow(error);
      return { message: mishap(error, 'action').message, ...typed(raw) };
    }
  };
}

/** For a page that somebody may see without an account, where seeing it is counted; every other page only reads. */
export function visit<Schema extends z.ZodType, Value>(
  spec: Spec<Schema, Value>,
): (raw: z.input<Schema>) => Promise<Result<Value>> {
  return (raw) => enter(spec, raw);
}

type Sent = Record<string, string | string[] | File>;

/** Repeated fields become lists; of files a field has one. */
function formObject(form: FormData | URLSearchParams): Sent {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith('$ACTION'));
  return Object.fromEntries(
    names.map((name) => {
      const sent = form.getAll(name);
      if (sent.length === 1 && sent[0] instanceof File) return [name, sent[0]];
      const values = sent.filter((value) => typeof value === 'string');
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

/** What opens something is typed again rather than sent back and forth, where it would stand in a page. */
const SECRET_FIELDS = new Set(['password', 'newPassword', 'presentPassword', 'code', 'token']);

/** What had been typed and chosen, except secrets, and files: a browser lets no page fill them in. */
function typed(raw: Sent): Pick<FormState, 'values' | 'lists'> {
  const entries = Object.entries(raw).filter(([name]) => !SECRET_FIELDS.has(name));
  const lists = entries.filter((entry): entry is [string, string[]] => Array.isArray(entry[1]));
  return {
    values: Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    ...(lists.length === 0 ? {} : { lists: Object.fromEntries(lists) }),
  };
}

type RouteSpec<Schema extends z.ZodType, Value> = Spec<Schema, Value> & {
  /** The parts of the address; a JSON body, where there is one, comes under `body`. */
  respond: (value: Value) => Response;
};

/** A route handler that changes something: same origin and JSON only, as browsers send neither from elsewhere without asking. */
export function writeRoute<Schema extends z.ZodType, Value>(spec: RouteSpec<Schema, Value>) {
  return async (request: Request, route: { params: Promise<object> }): Promise<Response> => {
    if (request.headers.get('origin') !== ownOrigin()) return refuse(FOREIGN, asJson);
    if (!request.headers.get('content-type')?.startsWith('application/json'))
      return refuse(failed('invalid', 'Expected application/json.'), asJson);
    const body = await jsonBody(request);
    return body.ok
      ? answer(spec, { ...(await route.params), body: body.value }, asJson)
      : refuse(body, asJson);
  };
}

/**
 * A route handler that only reads, which is a download: the parts of the address and of the query. Each person has so many at a time.
 * Who followed a link and may not have what is there reads why in words, and signs in first where the session ended.
 */
export function readRoute<Schema extends z.ZodType, Value>(spec: RouteSpec<Schema, Value>) {
  return async (request: Request, route: { params: Promise<object> }): Promise<Response> => {
    const { pathname, search, searchParams } = new URL(request.url);
    const byLink = request.headers.get('accept')?.includes('text/html') === true;
    return answer(
      { ...spec, limit: 'export' },
      { ...formObject(searchParams), ...(await route.params) },
      byLink ? asPage(pathname + search) : asJson,
    );
  };
}

/**
 * A route handler that is listened to for as long as a page is open, or asked again and again: it only reads, and is no download. Its
 * input has `listen`, whether a stream is wanted; how many are open at a time is the use case's to bound (`lib/live/streams.ts`).
 */
export function streamRoute<Schema extends z.ZodType, Value>(
  spec: Spec<Schema, Value> & { respond: (value: Value, request: Request) => Response },
) {
  return async (request: Request, route: { params: Promise<object> }): Promise<Response> => {
    const listen = request.headers.get('accept')?.includes('text/event-stream') === true;
    const raw = { ...formObject(new URL(request.url).searchParams), ...(await route.params), listen };
    return answer({ ...spec, respond: (value: Value) => spec.respond(value, request) }, raw, asJson);
  };
}

async function answer<Schema extends z.ZodType, Value>(
  spec: RouteSpec<Schema, Value>,
  raw: unknown,
  say: Saying,
): Promise<Response> {
  try {
    const result = await enter(spec, raw);
    return result.ok ? spec.respond(result.value) : refuse(result, say);
  } catch (error) {
    // Without a code, by which a page that holds answers knows that they were not refused, and sends them again.
    const { status, message, retryAfter } = mishap(error, 'route');
    const response = say(status, { message });
    if (retryAfter !== undefined) response.headers.set('retry-after', String(retryAfter));
    return response;
  }
}

/** How a refusal is put to whom asked. */
type Saying = (
  status: number,
  said: { code?: Failure['code']; message: string; detail?: unknown },
) => Response;

const asJson: Saying = (status, said) => Response.json(said, { status });

const asPage =
  (here: string): Saying =>
  (status, { code, message }) =>
    code === 'signed-out'
      ? new Response(null, { status: 303, headers: { location: `/signin?to=${encodeURIComponent(here)}` } })
      : new Response(`${message}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });

function refuse({ code, message, detail, retryAfter }: Failure, say: Saying): Response {
  const response = say(HTTP_STATUS[code], { code, message, ...(detail === undefined ? {} : { detail }) });
  if (retryAfter !== undefined) response.headers.set('retry-after', String(retryAfter));
  return response;
}
