import type { ReactNode } from 'react';
import { signedIn } from '@/lib/auth/session';
import { version } from '@/lib/version';
import { Footer } from '../ui/footer';
import { Header } from '../ui/header';

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const person = await signedIn();
  return (
    <>
      <Header person={person?.name} />
      <main id="main" className="mx-auto w-full max-w-6xl px-4 pt-8 pb-16 sm:px-6">
        {children}
      </main>
      <Footer {...version()} />
    </>
  );
}
