'use client';

import { useActionState } from 'react';
import { list } from '@/lib/domain/labels';
import type { AskedMembers } from '@/lib/gatherings/ask-members';
import type { PeopleView } from '@/lib/gatherings/people-view';
import { Button } from '../../../../../../ui/button';
import { HiddenFields } from '../../../../../../ui/hidden-fields';
import { Notice } from '../../../../../../ui/notice';
import { askMembersAction } from '../actions';
import type { Of } from './of';

type Props = { of: Of; others: PeopleView['others']; mails: boolean };

/** Asks members who may answer for this team and are not asked yet, several at once. */
export function AskMembers({ of, others, mails }: Props) {
  const [{ message, value }, ask, asking] = useActionState(askMembersAction, {});
  return (
    <div className="max-w-3xl space-y-4">
      {message !== undefined && <Notice kind="warn">{message}</Notice>}
      {value !== undefined && <Told {...value} />}
      {others.length === 0 ? (
        <p>
          Every member who may answer for this team is asked. Others get a role in Settings, under People.
        </p>
      ) : (
        <form action={ask} className="space-y-3" aria-busy={asking}>
          <HiddenFields of={of} />
          <fieldset>
            <legend className="text-quiet mb-1 text-sm">
              Members who may answer for this team.{' '}
              {mails ? 'They are told by mail.' : 'Tell them yourself: this installation sends no mail.'}
            </legend>
            <ul className="max-h-80 overflow-y-auto">
              {others.map(({ userId, name, email }) => (
                <li key={userId}>
                  <label className="flex min-h-9 items-center gap-2.5">
                    <input
                      type="checkbox"
                      name="people"
                      value={userId}
                      className="accent-accent size-4 shrink-0"
                    />
                    <span className="min-w-0 break-words">
                      {name} <span className="text-quiet text-sm">{email}</span>
                    </span>
                  </label>
                </li>
              ))}
            </ul>
          </fieldset>
          <Button type="submit" disabled={asking}>
            Ask them
          </Button>
        </form>
      )}
    </div>
  );
}

function Told({ people }: AskedMembers) {
  const untold = people.filter(({ mailed }) => mailed !== 'sent').map(({ name }) => name);
  return (
    <div role="status">
      <Notice>
        Asked: {list(people.map(({ name }) => name))}.
        {untold.length > 0 && ` No mail went out to ${list(untold)}: tell them yourself.`} They also find it
        under “For you”.
      </Notice>
    </div>
  );
}
