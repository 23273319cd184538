import 'server-only';
import * as z from 'zod';
import { stillMay } from '../auth/still-may';
import type { SignedIn } from '../auth/session';
import type { ActorContext } from '../context';
import { done, failed, type Result } from '../errors';
import { eventStream, type Sink } from '../live/event-stream';
import { admit, type Slot } from '../live/streams';
import { changesHub } from './changes-hub';
import { assessmentNow, changesSince, type AssessmentNow, type Changes } from './changes-since';

const MOST_SEEN = 20_000;

export const watchChangesInput = z.object({
  org: z.string(),
  id: z.string(),
  /** Whether to stay and listen. */
  listen: z.boolean(),
  /** What the page has: `rollback.3,drift.1` is the third version of one answer and the first of another. */
  seen: z
    .string()
    .max(MOST_SEEN)
    .regex(
      /^([a-z\d-]+\.\d{1,9}(,[a-z\d-]+\.\d{1,9})*)?$/,
      'expected capability.version, with commas between',
    )
    .default('')
    .transform(
      (text) =>
        new Map(
          text === ''
            ? []
            : text.split(',').map((each): [string, number] => {
                const [capability = '', version = ''] = each.split('.');
                return [capability, Number(version)];
              }),
        ),
    ),
});

type WatchInput = z.output<typeof watchChangesInput>;

export type Watched = { changes: Changes; listening: Listening | null };
type Listening = { slot: Slot; person: SignedIn; orgId: string; input: WatchInput; now: AssessmentNow };

/** What of an assessment's answers changed since the reader's page was rendered; with `listen`, a place among those who are told more. */
export async function watchChanges(
  { db, actor, person }: ActorContext & { person: SignedIn },
  input: WatchInput,
): Promise<Result<Watched>> {
  const now = await assessmentNow(db, actor.orgId, input.id);
  if (now === null) return failed('not-found', 'There is no such assessment.');
  const changes = changesSince(now, input.seen, person.userId);
  if (!input.listen) return done({ changes, listening: null });
  const slot = admit(person.userId);
  if (!slot.ok) return slot;
  return done({ changes, listening: { slot: slot.value, person, orgId: actor.orgId, input, now } });
}

/** The answer to the request: the changes as JSON, or a stream that begins with them. */
export function watchResponse({ changes, listening }: Watched, { signal }: Request): Response {
  if (listening === null) return Response.json(changes, { headers: { 'cache-control': 'no-store' } });
  const { slot, person, input } = listening;
  return eventStream(signal, {
    slot,
    stillMay: () => stillMay(person, { org: input.org, assessment: input.id }, 'org.read'),
    open: (sink) => tellChanges(sink, listening),
  });
}

/** The first message is sent where nothing changed too: it shows that nothing on the way holds messages back. */
function tellChanges(sink: Sink, { orgId, input, now, person }: Listening): () => void {
  const seen = new Map(input.seen);
  let shape: string | null = null;
  const tell = (state: AssessmentNow | null): void => {
    if (state === null) return sink.end('gone');
    const changes = changesSince(state, seen, person.userId);
    // A statement or a target was changed, of which the page is not told.
    if (changes.answers.length === 0 && changes.shape === shape) return;
    ({ shape } = changes);
    for (const { capability, version } of changes.answers) seen.set(capability, version);
    sink.send('changes', changes);
  };
  tell(now);
  return changesHub().add({ orgId, id: input.id, version: now.version, tell });
}
