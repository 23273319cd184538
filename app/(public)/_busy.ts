/** What a page says whose form was sent back unread, as more passwords came than are looked at (`PASSWORDS` of proxy.ts). */
export const BUSY =
  'Very many passwords come in at this moment, so yours was not looked at. Try again in a few seconds.';
