import { hyphenated } from '../domain/hyphenated';

/** First parts of addresses that belong to the application, never to an organisation. */
const RESERVED = new Set([
  'api',
  'about',
  'account',
  'answer',
  'blank',
  'check',
  'confirm',
  'demo',
  'invite',
  's',
  'signin',
  'signup',
  'signout',
  'sample',
  'verify',
  'password',
  'settings',
  'library',
  'licences',
  'new',
  'org',
  'static',
  'public',
  'icon',
  'favicon',
]);

/** A readable address from a name: `Crédit & Co.` becomes `credit-co`; `fallback` where nothing is left. */
export function slugFrom(name: string, fallback: string): string {
  const plain = hyphenated(name).slice(0, 48).replace(/-$/, '');
  return plain === '' || RESERVED.has(plain) ? fallback : plain;
}
