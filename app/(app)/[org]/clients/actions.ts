'use server';

import type { Route } from 'next';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { inOrg } from '@/lib/auth/places';
import { addClient, addClientInput } from '@/lib/clients/add-client';
import {
  changeClient,
  changeClientInput,
  removeClient,
  removeClientInput,
} from '@/lib/clients/change-client';

/** With the navigation anew, which names the clients once there are any. */
const toClients = (org: string): never => {
  refresh();
  return redirect(`/${org}/clients` as Route);
};

export const addClientAction = action({
  for: 'client.manage',
  input: addClientInput,
  at: inOrg,
  run: addClient,
  then: (_value, { org }) => toClients(org),
});

export const changeClientAction = action({
  for: 'client.manage',
  input: changeClientInput,
  at: inOrg,
  run: changeClient,
  then: (_value, { org }) => toClients(org),
});

export const removeClientAction = action({
  for: 'client.manage',
  input: removeClientInput,
  at: inOrg,
  run: removeClient,
  then: (_value, { org }) => toClients(org),
});
