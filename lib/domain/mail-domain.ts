/** Anybody may have an address there, so it is nobody's own. */
const PUBLIC = new Set([
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'office365.com'],
  ...['yahoo.com', 'ymail.com', 'icloud.com', 'me.com', 'mac.com', 'aol.com', 'gmx.com', 'gmx.net', 'gmx.de'],
  ...['web.de', 't-online.de', 'freenet.de', 'mail.com', 'mail.ru', 'yandex.com', 'yandex.ru', 'proton.me'],
  ...['protonmail.com', 'pm.me', 'tuta.com', 'tutanota.com', 'zoho.com', 'fastmail.com', 'hey.com'],
  ...['orange.fr', 'free.fr', 'libero.it', 'qq.com', '163.com', '126.com', 'naver.com', 'onmicrosoft.com'],
]);

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

export type ReadDomain = { ok: true; domain: string } | { ok: false; fault: string };

/**
 * A domain of mail addresses as somebody typed it, in small letters. What is not of ASCII is refused rather than read as something like
 * it: addresses here are of ASCII alone (`normalEmail`), and a Cyrillic letter is not the Latin one that it looks like.
 */
export function readMailDomain(typed: string): ReadDomain {
  const bare = typed.trim().replace(/^@/, '').replace(/\.$/, '');
  // oxlint-disable-next-line no-control-regex -- ASCII is what is asked for
  if (!/^[\x00-\x7f]*$/.test(bare))
    return fault(
      'Only the letters a to z, digits and hyphens; write other letters in the form that begins with xn--.',
    );
  const domain = bare.toLowerCase();
  const labels = domain.split('.');
  const wellFormed = domain.length <= 253 && labels.length > 1 && labels.every((label) => LABEL.test(label));
  if (!wellFormed || /^\d+$/.test(labels.at(-1) ?? ''))
    return fault('Enter a domain such as example.org: what follows the @ of your addresses.');
  if ([...PUBLIC].some((open) => domain === open || domain.endsWith(`.${open}`)))
    return fault(`Anybody can have an address at ${domain}, so it cannot be the domain of one organisation.`);
  return { ok: true, domain };
}

const fault = (sentence: string): ReadDomain => ({ ok: false, fault: sentence });

/** The domain of an address, `example.org`. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** What the organisation publishes as a TXT record of the domain. */
export const domainRecord = (token: string): string => `rungs-verification=${token}`;
