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
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '');
  return plain === '' || RESERVED.has(plain) ? fallback : plain;
}
