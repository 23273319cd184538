import { dateText } from '@/lib/domain/labels';
import type { ProviderState } from '@/lib/users/connect-provider';
import { Button } from '../../../ui/button';
import { ServerForm } from '../../../ui/server-form';
import { disconnectProviderAction } from '../actions';
import { ConnectForm } from './connect-form';

/** Whether the OpenID Connect provider lets somebody into this account. */
export function Provider({ name, connectedOn, mayDisconnect }: { name: string } & ProviderState) {
  if (connectedOn === null)
    return (
      <>
        <p className="mb-4 max-w-prose">
          Not connected. Once it is, whoever signs in there as you comes into this account, without its
          password and codes.
        </p>
        <ConnectForm name={name} />
      </>
    );
  return (
    <>
      <p className="mb-4 max-w-prose">
        Connected to {name} since {dateText(connectedOn)}: whoever signs in there as you comes into this
        account.
      </p>
      {mayDisconnect ? (
        <ServerForm action={disconnectProviderAction}>
          <Button type="submit">Disconnect {name}</Button>
        </ServerForm>
      ) : (
        <p className="text-quiet text-sm">
          This account has no password, so nothing else would open it. It can be disconnected once a password
          is set.
        </p>
      )}
    </>
  );
}
