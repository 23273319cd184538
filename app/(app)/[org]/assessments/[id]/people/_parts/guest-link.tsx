import type { AskedGuest } from '@/lib/gatherings/ask-guest';
import { Notice } from '../../../../../../ui/notice';
import { SecretLink } from '../../../../../../ui/secret-link';

/** That a guest was sent their link, or the link itself, this once. */
export function GuestLink({ name, email, mailed, link }: AskedGuest) {
  return (
    <div role="status" className="my-3">
      <Notice>
        {link === null ? (
          <p>
            The link of {name} is on its way to {email}.
          </p>
        ) : (
          <>
            <p className="font-medium">
              {mailed === 'failed'
                ? `The mail to ${email} could not be sent.`
                : 'This installation sends no mail.'}{' '}
              Pass this link on to {name} yourself. It is shown this once, and whoever has it answers as{' '}
              {name}.
            </p>
            <SecretLink link={link} />
          </>
        )}
      </Notice>
    </div>
  );
}
