'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { inputClass } from '../../../ui/field';
import { FindList, LIST, optionId } from './find-list';
import { useFound } from './use-found';

type Props = { org: string; assessment: string | undefined; close: () => void };

/** A field over the page with what there is by the name that is typed; arrows choose, Enter goes there, Esc leaves. */
export function FindDialog({ org, assessment, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const router = useRouter();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const answer = useFound(org, assessment, query.trim());
  const groups = answer !== null && 'found' in answer ? answer.found : [];
  const things = groups.flatMap((group) => group.things);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    // Newer browsers return a promise here, which is no effect's clean-up.
    document.getElementById(optionId(at))?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const go = (href: string | undefined, apart = false) => {
    if (href === undefined) return;
    dialog.current?.close();
    if (apart) window.open(href, '_blank', 'noopener');
    else router.push(href as Route);
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && things.length > 0) setAt((at + step + things.length) % things.length);
    else if (event.key === 'Enter') go(things[at]?.href, event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  };
  const clickOutside = (event: MouseEvent) => {
    if (event.target === dialog.current) dialog.current?.close();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Esc closes a dialog by itself
    <dialog
      ref={dialog}
      onClose={close}
      onClick={clickOutside}
      aria-label="Find"
      className="border-border bg-raised text-ink mx-auto mt-[10vh] mb-auto w-[min(40rem,calc(100vw-2rem))] rounded-md border p-0 backdrop:bg-[rgb(0_0_0/0.45)]"
    >
      <div className="flex max-h-[75vh] flex-col p-3">
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- what somebody opens to type in
          autoFocus
          type="text"
          role="combobox"
          aria-label="Name of a page, team, capability or statement"
          aria-expanded={things.length > 0}
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={things.length > 0 ? optionId(at) : undefined}
          placeholder="Capability, statement, team, setting …"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={press}
          className={inputClass}
        />
        <p role="status" className="text-quiet px-1 pt-2 text-sm">
          {statusOf(query.trim(), answer, things.length)}
        </p>
        <FindList groups={groups} at={at} point={setAt} go={go} />
      </div>
    </dialog>
  );
}

function statusOf(query: string, answer: ReturnType<typeof useFound>, count: number): ReactNode {
  if (query === '') return 'Type a part of a name, such as “rollback”, “A2-” or a team.';
  if (answer === null || answer.query !== query) return 'Looking …';
  if ('fault' in answer) return answer.fault;
  if (count === 0) return `Nothing is called “${query}”.`;
  return (
    <>
      <span className="lg:hidden">{count} found</span>
      <span className="max-lg:hidden">↑ ↓ choose, Enter goes there, Esc closes</span>
    </>
  );
}
