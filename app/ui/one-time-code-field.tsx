import type { ComponentProps } from 'react';
import { TextField } from './field';

type Props = Pick<ComponentProps<typeof TextField>, 'error' | 'hint' | 'id'>;

/** A code of the second factor, which the browser may offer and never keeps. */
export const OneTimeCodeField = (props: Props) => (
  <TextField
    label="Code"
    name="code"
    autoComplete="one-time-code"
    autoCapitalize="none"
    spellCheck={false}
    required
    hint="Six digits of the app, or a recovery code."
    {...props}
  />
);
