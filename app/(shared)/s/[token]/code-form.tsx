'use client';

import { ActionForm } from '../../../ui/action-form';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { enterCodeAction } from './actions';

/** Asks for the code; says nothing of what is behind it. */
export function CodeForm({ token }: { token: string }) {
  return (
    <div className="mx-auto max-w-sm space-y-6 py-8">
      <h1 className="text-xl">This view asks for a code</h1>
      <ActionForm action={enterCodeAction}>
        {({ fields }) => (
          <>
            <input type="hidden" name="token" value={token} />
            <TextField
              label="Code"
              name="code"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              required
              hint="From whoever sent you the link. After ten wrong codes in a row the link locks."
              error={fields?.['code']}
            />
            <Button kind="primary" type="submit">
              Open
            </Button>
          </>
        )}
      </ActionForm>
    </div>
  );
}
