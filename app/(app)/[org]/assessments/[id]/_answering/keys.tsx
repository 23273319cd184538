import { useEffect, useRef, useSyncExternalStore, type RefObject } from 'react';
import { placeBefore } from '@/lib/domain/answering-place';
import { Button } from '../../../../../ui/button';
import { isChoiceKey } from './choice';
import { shelf } from './device';
import { HEADING } from './heading';
import type { Answering } from './use-answering';

const SWITCH = 'rungs:single-keys';
const switched = new Set<() => void>();
const onSwitch = (listener: () => void) => {
  switched.add(listener);
  return () => void switched.delete(listener);
};

/** Keys of one letter, which can be switched off on this device (WCAG 2.1.4); Enter and Escape stay. */
export function useKeys(answering: Answering, showOutline: () => void) {
  const dialog = useRef<HTMLDialogElement>(null);
  const single = useSyncExternalStore(
    onSwitch,
    () => shelf.get(SWITCH) !== 'off',
    () => true,
  );
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (
        isForPage(event, dialog) &&
        act(event.key, { answering, single, showOutline, dialog: dialog.current })
      )
        event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
  const choose = (on: boolean): void => {
    if (on) shelf.remove(SWITCH);
    else shelf.set(SWITCH, 'off');
    for (const listener of switched) listener();
  };
  return { dialog, single, choose };
}

/** Not while somebody types, holds a key of the system, or uses a control that has a meaning of its own for Enter. */
function isForPage(event: KeyboardEvent, dialog: RefObject<HTMLDialogElement | null>): boolean {
  const { target, key } = event;
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (dialog.current?.open === true || !(target instanceof HTMLElement)) return false;
  if (target.matches('textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])')) {
    if (key === 'Escape') document.getElementById(HEADING)?.focus();
    return false;
  }
  return !(key === 'Enter' && target.matches('a, button, summary, input'));
}

type Reach = {
  answering: Answering;
  single: boolean;
  showOutline: () => void;
  dialog: HTMLDialogElement | null;
};

/** Whether the key meant something here. */
function act(key: string, { answering, single, showOutline, dialog }: Reach): boolean {
  const { place } = answering;
  if (key === 'Enter') return press('[data-enter]');
  if (!single) return false;
  if (key === '?') {
    dialog?.showModal();
    return true;
  }
  if (key === 'o') {
    showOutline();
    return true;
  }
  if (key === 'u' && !answering.readOnly) {
    answering.undo();
    return true;
  }
  return place.kind === 'question' && actOnQuestion(key, answering, place.capability);
}

function actOnQuestion(key: string, answering: Answering, id: string): boolean {
  if (key === 'b') {
    answering.go(placeBefore(answering.view.groups, id));
    return true;
  }
  if (key === 'v') return unfold('vendors', 'summary');
  if (answering.readOnly) return false;
  if (isChoiceKey(key)) {
    const radio = document.querySelector<HTMLInputElement>(`#question input[name=choice][value="${key}"]`);
    answering.choose(id, key);
    radio?.focus({ preventScroll: true });
    return radio !== null;
  }
  if (key === 'y') return press('[data-keep]');
  if (key === 's') return unfold('rungs', 'summary');
  if (key === 'c') return unfold('note', 'textarea');
  if (key === 'e') return unfold('evidence', 'input');
  if (key === 'f') answering.change(id, { flagged: !answering.contentOf(id).flagged });
  return key === 'f';
}

function press(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector);
  found?.click();
  return found !== null;
}

/** Opens a fold and goes into it; one without a field is closed again by the same key. */
function unfold(id: string, inside: string): boolean {
  const fold = document.getElementById(id);
  if (!(fold instanceof HTMLDetailsElement)) return false;
  fold.open = inside !== 'summary' || !fold.open;
  const to = fold.open ? fold.querySelector<HTMLElement>(inside) : document.getElementById(HEADING);
  to?.focus();
  if (fold.open) fold.scrollIntoView({ block: 'nearest' });
  return true;
}

const KEYS: [string, string][] = [
  ['0 1 2 3 4', 'choose a rung'],
  ['d', 'don’t know'],
  ['n', 'not applicable, where that is possible'],
  ['y', 'still true: keeps what was said last time'],
  ['s', 'all five rungs, where only the last answer is shown'],
  ['Enter', 'next'],
  ['b', 'back'],
  ['c', 'note'],
  ['e', 'evidence'],
  ['f', 'flag'],
  ['u', 'undo the last change here'],
  ['v', 'what vendors say'],
  ['o', 'all questions'],
  ['Ctrl K', 'find a question, statement, team or page'],
  ['?', 'these keys'],
  ['↑ ↓', 'inside the ladder: one rung up or down'],
  ['Esc', 'out of a text field'],
];

export function KeysDialog({ dialog, single, choose }: ReturnType<typeof useKeys>) {
  return (
    <dialog
      ref={dialog}
      aria-labelledby="keys-title"
      className="border-border bg-raised text-ink m-auto w-full max-w-md rounded-md border p-6 backdrop:bg-[rgb(0_0_0/0.45)]"
    >
      <h2 id="keys-title" className="mb-3 text-lg">
        Keys
      </h2>
      <dl className="mb-4 grid grid-cols-[6rem_1fr] gap-y-1 text-sm">
        {KEYS.map(([key, words]) => (
          <div key={key} className="contents">
            <dt className="font-medium">{key}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <label className="mb-4 flex min-h-8 items-center gap-2 text-sm">
        <input
          type="checkbox"
          checked={single}
          onChange={(event) => choose(event.target.checked)}
          className="accent-accent size-4"
        />
        Keys of one letter or digit work on this device
      </label>
      <Button onClick={() => dialog.current?.close()}>Close</Button>
    </dialog>
  );
}
