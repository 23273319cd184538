'use client';

import { useActionState, type ReactNode } from 'react';
import { list, plural } from '@/lib/domain/labels';
import type { RoundFilter } from '@/lib/domain/round-state';
import type { Reminder } from '@/lib/rounds/remind';
import { Button } from '../../../../../ui/button';
import { CopyText } from '../../../../../ui/copy-text';
import { inputClass } from '../../../../../ui/field';
import { Notice } from '../../../../../ui/notice';
import { remindAction } from '../../actions';

type Props = {
  org: string;
  id: string;
  filter: RoundFilter | undefined;
  /** Teams that the filter lets through, on all pages, and that have not finished. */
  count: number;
  /** The table, whose rows have a button of this form each. */
  children: ReactNode;
};

/** Reminds the teams that are shown, or one of them, and gives the text to pass on. */
export function Remind({ org, id, filter = 'unfinished', count, children }: Props) {
  const [{ message, value }, submit, pending] = useActionState(remindAction, {});
  return (
    <form action={submit} aria-busy={pending} className="space-y-4">
      <input type="hidden" name="org" value={org} />
      <input type="hidden" name="id" value={id} />
      {message !== undefined && <Notice kind="warn">{message}</Notice>}
      {value !== undefined && <ReminderText key={value.all.text} reminder={value} />}
      {count > 0 && (
        <Button type="submit" name="state" value={filter} disabled={pending}>
          {count === 1 ? 'Remind this team' : `Remind these ${plural(count, 'team')}`}
        </Button>
      )}
      {children}
    </form>
  );
}

/** So many teams are named; the text has all. */
const NAMED = 5;

function ReminderText({ reminder: { all, teams, mails, unknown } }: { reminder: Reminder }) {
  const byHand = mails.filter(({ mailed }) => mailed !== 'sent');
  return (
    <div className="bg-sunken border-line space-y-3 rounded-md border-l-4 px-4 py-3">
      <p role="status">
        Noted as reminded today: {named(teams)}. {sentText(mails)}
      </p>
      <textarea
        aria-label="Text of the reminder"
        readOnly
        rows={Math.min(14, all.text.split('\n').length)}
        value={all.text}
        className={`${inputClass} text-sm`}
      />
      <CopyText
        text={`${all.subject}

${all.text}`}
      >
        Copy the text
      </CopyText>
      {byHand.length > 0 && (
        <div className="text-sm">
          <p>Open a mail to who began or last answered their newest assessment:</p>
          <ul className="flex max-h-40 flex-wrap gap-x-4 overflow-y-auto">
            {byHand.map(({ to, subject, text }) => (
              <li key={to}>
                <a
                  className="link inline-block min-h-6"
                  href={`mailto:${encodeURIComponent(to)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`}
                >
                  {to}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {unknown.length > 0 && (
        <p className="text-quiet text-sm">
          For {named(unknown)} nobody is known to write to: pass the text on yourself.
        </p>
      )}
    </div>
  );
}

/** Where mail is configured it has gone out; what failed, and all of it where it is not, is passed on by hand. */
function sentText(mails: Reminder['mails']): string {
  const sent = mails.filter(({ mailed }) => mailed === 'sent').length;
  const failed = mails.filter(({ mailed }) => mailed === 'failed').length;
  if (sent === 0 && failed === 0) return 'This is the text to pass on.';
  return `${plural(sent, 'mail')} sent${failed === 0 ? '' : `, ${failed} could not be sent`}. This is the text.`;
}

const named = (names: readonly string[]): string =>
  list([
    ...names.slice(0, NAMED),
    ...(names.length > NAMED ? [plural(names.length - NAMED, 'more team', 'more teams')] : []),
  ]);
