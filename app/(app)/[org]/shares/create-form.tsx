'use client';

import { useActionState, type ReactNode } from 'react';
import type { FormState, ShownState } from '@/lib/action';
import { dateText } from '@/lib/domain/labels';
import type { CreatedShare } from '@/lib/shares/make-link';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { HiddenFields } from '../../../ui/hidden-fields';
import { Notice } from '../../../ui/notice';
import { SecretLink } from '../../../ui/secret-link';

type Props = {
  action: (state: ShownState<CreatedShare>, form: FormData) => Promise<ShownState<CreatedShare>>;
  /** What is sent along: whose it is, and what the link opens. */
  hidden: Record<string, string>;
  /** What the link opens, in words: `the scorecard as it is now`. */
  opens: string;
  button: string;
  /** Fields of its own. */
  children?: (values: FormState['values']) => ReactNode;
};

/** Makes a link and shows it this once; posts and works the same without JavaScript. */
export function CreateForm({ action, hidden, opens, button, children }: Props) {
  const [{ message, fields, values, value }, submit, pending] = useActionState(action, {});
  // What was sent is done with once there is a link: the next one starts empty.
  const kept = value === undefined ? values : undefined;
  return (
    <>
      {value !== undefined && <Created {...value} opens={opens} />}
      <form action={submit} className="max-w-md space-y-5" aria-busy={pending} noValidate>
        <HiddenFields of={hidden} />
        {message !== undefined && fields === undefined && <Notice kind="warn">{message}</Notice>}
        <TextField
          label="What the link is for"
          name="title"
          required
          hint="For the list below, such as “Board meeting in December”. Readers do not see it."
          defaultValue={kept?.['title']}
          error={fields?.['title']}
        />
        <TextField
          label="Days until it ends"
          name="days"
          type="number"
          min={1}
          max={365}
          required
          defaultValue={kept?.['days'] ?? 30}
          error={fields?.['days']}
        />
        <TextField
          label="Code, if one is to be asked for"
          name="code"
          autoComplete="off"
          hint="At least 6 characters. Give it to the reader in another way than the link. After ten wrong codes in a row the link locks."
          defaultValue={kept?.['code']}
          error={fields?.['code']}
        />
        <TextField
          label="Send the link to"
          name="to"
          type="email"
          autoComplete="off"
          hint="One e-mail address, if you like. The code is not in the mail."
          defaultValue={kept?.['to']}
          error={fields?.['to']}
        />
        {children?.(kept)}
        <Button kind="primary" type="submit" disabled={pending}>
          {button}
        </Button>
      </form>
    </>
  );
}

const MAILED = {
  sent: 'The mail with the link is on its way.',
  'not configured': 'This installation sends no mail, so pass the link on yourself.',
  failed: 'The mail could not be sent, so pass the link on yourself.',
};

function Created({ link, expiresAt, mailed, opens }: CreatedShare & { opens: string }) {
  return (
    <div role="status" className="mb-8">
      <Notice>
        <p className="font-medium">The link is made. It is shown this once, so copy it now.</p>
        <SecretLink link={link} />
        <p className="text-sm">
          It opens {opens}, until {dateText(expiresAt)}.
        </p>
        {mailed !== null && <p className="mt-1 text-sm">{MAILED[mailed]}</p>}
      </Notice>
    </div>
  );
}
