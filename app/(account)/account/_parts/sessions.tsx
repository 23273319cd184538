import { dateText } from '@/lib/domain/labels';
import type { SessionEntry } from '@/lib/users/sessions';
import { Button } from '../../../ui/button';
import { HiddenFields } from '../../../ui/hidden-fields';
import { ServerForm } from '../../../ui/server-form';
import { endOtherSessionsAction, endSessionAction } from '../actions';

/** One row for each browser that is signed in, this one first. */
export function Sessions({ entries }: { entries: SessionEntry[] }) {
  return (
    <>
      <ul className="mb-4">
        {entries.map(({ id, device, lastSeenOn, since, here }) => (
          <li
            key={id}
            className="border-line flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b py-2"
          >
            <span>
              {device}
              {here && <span className="font-medium"> · this one</span>}
              <span className="text-quiet block text-sm">
                last seen {dateText(lastSeenOn)}, signed in {dateText(since)}
              </span>
            </span>
            {!here && (
              <ServerForm action={endSessionAction}>
                <HiddenFields of={{ id }} />
                <Button type="submit" aria-label={`End it: ${device}, signed in ${dateText(since)}`}>
                  End it
                </Button>
              </ServerForm>
            )}
          </li>
        ))}
      </ul>
      {entries.length > 1 && (
        <ServerForm action={endOtherSessionsAction}>
          <Button type="submit">End all others</Button>
        </ServerForm>
      )}
    </>
  );
}
