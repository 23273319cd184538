/**
 * An address as it is kept and looked up. Letters of full width and other forms of a Latin letter become that letter (NFKC), capitals
 * small. What is not of ASCII after that belongs to no account, as `emailSchema` takes none: so no look-alike of an address, such as one
 * with a Cyrillic `а`, ever stands beside it, and whatever is typed, mails go to the address that is kept and to no other.
 */
export function normalEmail(typed: string): string {
  return typed.trim().normalize('NFKC').toLowerCase();
}
