import { dateText } from '@/lib/domain/labels';

/** `14:02` where the person is. Only for what happened while the page is open: the server does not know their clock. */
export const timeText = (iso: string): string =>
  new Date(iso).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

/** `14:02`, or `3 Nov 2026` for another day. */
export function whenText(iso: string): string {
  const then = new Date(iso);
  return then.toDateString() === new Date().toDateString() ? timeText(iso) : dateText(iso);
}
