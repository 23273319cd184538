import type { Metadata } from 'next';
import { newContext } from '@/lib/context';
import { closedSentence } from '@/lib/gatherings/guest';
import { guestView } from '@/lib/gatherings/own-view';
import { FirstScreen } from '../../../(app)/[org]/assessments/[id]/_alone/first-screen';
import { OwnAnswering } from '../../../(app)/[org]/assessments/[id]/_alone/own-answering';
import { beginAsGuestAction, endAsGuestAction, guestAnswerAction } from './actions';

// The same for every link: nothing is told to whoever looks at an address that was guessed.
export const metadata: Metadata = {
  title: 'Questions for you',
  description: 'Questions on how machine learning is run.',
  robots: { index: false, follow: false },
};

/** What a guest is asked, by a link that is theirs. Looking at it changes nothing: beginning is a button. */
export default async function GuestPage({ params, searchParams }: PageProps<'/answer/[token]'>) {
  const [{ token }, { order }] = await Promise.all([params, searchParams]);
  const own = await guestView(newContext(), { token, order: typeof order === 'string' ? order : undefined });
  if (typeof own === 'string')
    return (
      <div className="max-w-prose py-8">
        <h1 className="text-xl">There is nothing to answer here</h1>
        <p className="mt-4">{closedSentence(own)}</p>
      </div>
    );
  if (!own.begun)
    return <FirstScreen view={own.view} begin={{ action: beginAsGuestAction, fields: { token } }} />;
  return (
    <OwnAnswering
      view={own.view}
      tabs={null}
      posting={{ action: guestAnswerAction, fields: { token } }}
      ending={{ action: endAsGuestAction, fields: { token } }}
    />
  );
}
