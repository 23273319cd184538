'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition, type ReactNode } from 'react';
import { Button } from '../../../../../../ui/button';

/** After the last movement of a slider, so that one drag asks for a few plans and not for fifty. */
const PAUSE_MS = 150;

/** A form whose fields are the address. With JavaScript the plan follows each change; without, the button asks for it. */
export function LiveForm({ path, children }: { path: Route; children: ReactNode }) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const follow = (form: HTMLFormElement) => {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') query.set(name, value);
    start(() => router.replace(`${path}?${query}` as Route, { scroll: false }));
  };
  return (
    <form
      method="get"
      action={path}
      aria-busy={pending}
      onInput={({ currentTarget: form }) => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => follow(form), PAUSE_MS);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        clearTimeout(timer.current);
        follow(event.currentTarget);
      }}
    >
      {children}
      <div className="mt-4 flex items-center gap-4">
        <Button type="submit">Plan with these</Button>
        <span role="status" className="text-quiet text-sm">
          {pending ? 'Planning …' : ''}
        </span>
      </div>
    </form>
  );
}
