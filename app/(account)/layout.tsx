import type { ReactNode } from 'react';
import { signedIn } from '@/lib/auth/session';
import { version } from '@/lib/version';
import { DeletionNotice } from '../_deletion/deletion-notice';
import { Footer } from '../ui/footer';
import { Header } from '../ui/header';

/** The frame of pages about the account itself, which belong to no organisation. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const person = await signedIn();
  return (
    <>
      <Header person={person?.name} />
      <main id="main" className="mx-auto w-full max-w-3xl px-4 pt-6 pb-16 sm:px-6">
        {person !== null && <DeletionNotice person={person} />}
        {children}
      </main>
      <Footer {...version()} />
    </>
  );
}
