'use server';

import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { keepAccount, keepAccountInput } from '@/lib/users/delete-account';

export const keepAccountAction = action({
  for: 'signed-in',
  input: keepAccountInput,
  run: keepAccount,
  then: () => redirect('/account?kept=1'),
});
