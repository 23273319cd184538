import { cookies } from 'next/headers';
import { chooseTheme } from '../actions';
import { THEMES, themeOf } from '../theme';
import { Link } from './link';
import { ServerForm } from './server-form';

const WORDS = { system: 'As the system', light: 'Light', dark: 'Dark' };

/** Version, content edition and the choice of look; the form works without JavaScript. */
export async function Footer({ version, edition }: { version: string; edition: string }) {
  const theme = themeOf(await cookies());
  return (
    <footer className="border-line mt-auto border-t print:hidden">
      <div className="text-quiet mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-8 gap-y-3 px-4 py-5 text-xs sm:px-6">
        <p>
          Rungs {version} · content {edition} ·{' '}
          <Link href="/about" className="link">
            About and licences
          </Link>{' '}
          ·{' '}
          <Link href="/verify" className="link">
            Check a report
          </Link>
        </p>
        <ServerForm action={chooseTheme} className="flex gap-1" label="Look">
          {THEMES.map((each) => (
            <button
              key={each}
              name="theme"
              value={each}
              type="submit"
              aria-pressed={each === theme}
              className="hover:bg-sunken aria-pressed:bg-sunken aria-pressed:text-ink min-h-7 rounded-sm px-2"
            >
              {WORDS[each]}
            </button>
          ))}
        </ServerForm>
      </div>
    </footer>
  );
}
