'use client';

import type { Route } from 'next';
import { useActionState } from 'react';
import { dateText } from '@/lib/domain/labels';
import type { PeopleView, PersonRow } from '@/lib/gatherings/people-view';
import { Button } from '../../../../../../ui/button';
import { HiddenFields } from '../../../../../../ui/hidden-fields';
import { Link } from '../../../../../../ui/link';
import { Notice } from '../../../../../../ui/notice';
import { newLinkAction, remindRespondentsAction, removeRespondentAction } from '../actions';
import { GuestLink } from './guest-link';
import type { Of } from './of';
import { Reminded } from './reminded';

const KINDS = { member: 'member', guest: 'guest', interview: 'interview' };

/** All who are asked with how far they are, and for facilitators what can be done about each. */
export function PeopleList({ of, view }: { of: Of; view: PeopleView }) {
  const { people, mayGather, status, opened, settings } = view;
  const [reminded, remind, reminding] = useActionState(remindRespondentsAction, {});
  const changes = mayGather && status === 'draft' && opened === null;
  const late = people.filter(({ done, kind }) => !done && kind !== 'interview').length;
  if (people.length === 0)
    return (
      <p className="max-w-prose">
        Nobody is asked by name yet.
        {settings.way === 'together' && ' Whoever may answer for the team can answer nevertheless.'}
      </p>
    );
  return (
    <div className="max-w-4xl space-y-4">
      {reminded.message !== undefined && <Notice kind="warn">{reminded.message}</Notice>}
      {reminded.value !== undefined && <Reminded {...reminded.value} />}
      <ul className="divide-line divide-y">
        {people.map((person) => (
          <li key={person.id} className="py-3 first:pt-0">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
              <p className="min-w-0 break-words">
                <span className="font-medium">{person.name}</span>{' '}
                <span className="text-quiet text-sm">{kindWords(person)}</span>
              </p>
              {mayGather && <p className="text-quiet text-sm">{person.state}</p>}
            </div>
            {changes && <Doing of={of} person={person} remind={remind} reminding={reminding} />}
          </li>
        ))}
      </ul>
      {changes && late > 1 && (
        <form action={remind}>
          <HiddenFields of={of} />
          <Button type="submit" disabled={reminding}>
            Remind all who are not done
          </Button>
        </form>
      )}
    </div>
  );
}

function kindWords({ kind, email, recorder, recordedByYou }: PersonRow): string {
  if (kind === 'interview') return `said by them, recorded by ${recordedByYou ? 'you' : recorder}`;
  return [KINDS[kind], ...(email === null ? [] : [email])].join(' · ');
}

function Doing({
  of,
  person,
  remind,
  reminding,
}: {
  of: Of;
  person: PersonRow;
  remind: (form: FormData) => void;
  reminding: boolean;
}) {
  const { id, name, kind, done, remindedOn, linkUntil, linkEnded, recordedByYou } = person;
  const [linked, renew, renewing] = useActionState(newLinkAction, {});
  const [removed, remove, removing] = useActionState(removeRespondentAction, {});
  const page = `/${of.org}/assessments/${of.id}/people/${id}`;
  const message = linked.message ?? removed.message;
  return (
    <>
      {message !== undefined && <Notice kind="warn">{message}</Notice>}
      {linked.value !== undefined && <GuestLink {...linked.value} />}
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <Link href={page as Route} className="link inline-flex min-h-8 items-center">
          Roles and questions<span className="sr-only"> of {name}</span>
        </Link>
        {recordedByYou && (
          <Link href={`${page}/answers` as Route} className="link inline-flex min-h-8 items-center">
            Write down answers<span className="sr-only"> of {name}</span>
          </Link>
        )}
        {!done && kind !== 'interview' && (
          <form action={remind}>
            <HiddenFields of={{ ...of, respondents: id }} />
            <button type="submit" className="link min-h-8" disabled={reminding}>
              Remind<span className="sr-only"> {name}</span>
            </button>
          </form>
        )}
        {kind === 'guest' && (
          <form action={renew}>
            <HiddenFields of={{ ...of, respondent: id }} />
            <button type="submit" className="link min-h-8" disabled={renewing}>
              New link<span className="sr-only"> for {name}</span>
            </button>
          </form>
        )}
        <form action={remove}>
          <HiddenFields of={{ ...of, respondent: id }} />
          <button type="submit" className="link min-h-8" disabled={removing}>
            Remove<span className="sr-only"> {name}</span>
          </button>
        </form>
        <span className="text-quiet">
          {[
            ...(remindedOn === null ? [] : [`reminded ${dateText(remindedOn)}`]),
            ...(linkUntil === null
              ? []
              : [`link ${linkEnded ? 'ended' : 'works until'} ${dateText(linkUntil)}`]),
          ].join(' · ')}
        </span>
      </div>
    </>
  );
}
