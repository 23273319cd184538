import '@fontsource-variable/inter/wght.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { themeOf } from './theme';

// Preloaded: what nearly every page needs (`npm run font`). The stylesheet above has all other letters, fetched by the pages that use them.
const inter = localFont({
  src: './fonts/inter-latin.woff2',
  variable: '--font-inter',
  weight: '400 700',
  // It would come before the other letters of Inter: globals.css names its own after them.
  adjustFontFallback: false,
});

export const metadata: Metadata = {
  title: { default: 'Rungs', template: '%s · Rungs' },
  description:
    'Score your organisation against the AWS, Microsoft and Google MLOps maturity models from one set of answers.',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#141716' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeOf(await cookies());
  return (
    <html lang="en" className={inter.variable} {...(theme === 'system' ? {} : { 'data-theme': theme })}>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#main"
          className="bg-accent text-accent-ink absolute top-2 left-2 z-20 -translate-y-20 rounded-md px-3 py-2 focus:translate-y-0"
        >
          Skip to the content
        </a>
        {children}
      </body>
    </html>
  );
}
