import type { Metadata } from 'next';
import { Notice } from '../../ui/notice';
import { VerifyForm } from './verify-form';

export const metadata: Metadata = {
  title: 'Check a report',
  description:
    'Whether a report is unchanged, whether it was issued here, and whether its figures follow from its answers.',
};

export default async function VerifyPage({ searchParams }: PageProps<'/verify'>) {
  const { refused } = await searchParams;
  return (
    <article className="max-w-3xl space-y-6">
      <h1 className="text-xl">Check a report</h1>
      <p className="max-w-prose">
        Take the report as JSON and send it here. Two questions are answered apart: is it unchanged since it
        was sealed, and was it issued by this installation? Then the answers in it are scored anew, and every
        figure that differs is named. Nothing of the file is kept.
      </p>
      {refused === 'too-large' && (
        <Notice kind="warn">That file is too large. A report in JSON has at most 2.4 MB.</Notice>
      )}
      <VerifyForm />
      <p className="text-quiet max-w-prose text-sm">
        The same on a command line, on any machine: <code>npm run rungs -- verify REPORT.json</code>
      </p>
    </article>
  );
}
