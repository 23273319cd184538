import { buttonClass } from './ui/button';
import { Header } from './ui/header';
import { Link } from './ui/link';

export const metadata = { title: 'There is no such page' };

export default function NotFound() {
  return (
    <>
      <Header />
      <main id="main" className="mx-auto w-full max-w-6xl px-4 py-16 sm:px-6">
        <h1 className="text-xl">There is no such page</h1>
        <p className="mt-4 max-w-prose">
          The address may be mistyped, what stood here may be gone, or it belongs to an organisation that you
          are not a member of. From outside, all three look the same.
        </p>
        <p className="mt-6">
          <Link href="/" className={buttonClass('primary')}>
            Go to the start
          </Link>
        </p>
      </main>
    </>
  );
}
