'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { anywhere } from '@/lib/auth/places';
import { deletePhrase, deletePhraseInput } from '@/lib/phrases/delete-phrase';
import { savePhrase, savePhraseInput } from '@/lib/phrases/save-phrase';

export const savePhraseAction = action({
  for: 'phrase.keep',
  input: savePhraseInput,
  at: anywhere,
  run: savePhrase,
  then: ({ id }, { org }) => redirect(`/${org}/settings/phrases?saved=${id}#phrase-${id}` as Route),
});

export const deletePhraseAction = action({
  for: 'phrase.keep',
  input: deletePhraseInput,
  at: anywhere,
  run: deletePhrase,
  then: (_value, { org }) => redirect(`/${org}/settings/phrases` as Route),
});
