import { Link } from '../ui/link';

/** What a link shows that was guessed, was used, has ended or was followed by a newer one: they look the same. */
export function OverLink({ title }: { title: string }) {
  return (
    <div className="mx-auto max-w-md space-y-6 py-8">
      <h1 className="text-xl">{title}</h1>
      <p>This link is not valid any more. It works once, for a while, and only the newest one does.</p>
      <p className="text-sm">
        <Link href="/signin" className="link">
          Sign in
        </Link>{' '}
        or{' '}
        <Link href="/password" className="link">
          ask for a new password
        </Link>
      </p>
    </div>
  );
}
