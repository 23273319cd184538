'use client';

import { createContext } from 'react';
import type { FormState } from '@/lib/action';

/** How somebody who answers alone says to be done. */
export type Ending = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  fields: Record<string, string>;
};

export const EndingBy = createContext<Ending>({ action: (state) => Promise.resolve(state), fields: {} });
