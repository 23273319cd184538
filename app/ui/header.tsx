import type { ReactNode } from 'react';
import { signOut } from '../actions';
import { Link } from './link';
import { Mark } from './mark';
import { ServerForm } from './server-form';

/** The bar on top: the way home, where one is, and who one is. */
export function Header({ person, children }: { person?: string | undefined; children?: ReactNode }) {
  return (
    <header className="border-line bg-paper border-b print:hidden">
      <div className="relative mx-auto flex min-h-14 max-w-6xl flex-wrap items-center gap-x-5 gap-y-1 px-4 py-2 text-sm sm:px-6">
        <Link href="/" className="flex items-center gap-2 font-semibold">
          <Mark />
          Rungs
        </Link>
        <div className="order-last flex w-full min-w-0 flex-wrap items-center gap-x-4 gap-y-1 sm:order-none sm:w-auto sm:flex-1">
          {children}
        </div>
        {person === undefined ? (
          <Link href="/signin" className="link ml-auto">
            Sign in
          </Link>
        ) : (
          <details className="relative ml-auto">
            <summary className="hover:bg-sunken flex min-h-8 list-none items-center rounded-md px-2">
              {person} ▾
            </summary>
            <div className="border-border bg-raised absolute right-0 z-10 mt-1 w-40 rounded-md border p-1">
              <Link href="/account" className="hover:bg-sunken block rounded-sm px-3 py-2">
                Your account
              </Link>
              <ServerForm action={signOut}>
                <button type="submit" className="hover:bg-sunken block w-full rounded-sm px-3 py-2 text-left">
                  Sign out
                </button>
              </ServerForm>
            </div>
          </details>
        )}
      </div>
    </header>
  );
}
