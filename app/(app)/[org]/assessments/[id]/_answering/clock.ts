import { dateText } from '@/lib/domain/labels';

/** `14:02` where the person is. Only for what happened while the page is open: the server does not know their clock. */
export const timeText = (iso: string): string =>
  new Date(iso).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

/** `14:02`, or `3 Nov 2026` for another day. */
export function whenText(iso: string): string {
  const then = new Date(iso);
  return then.toDateString() === new Date().toDateString() ? timeText(iso) : dateText(iso);
}

/** The ISO day so many months from today, where the person is; the last of a month that is shorter. */
export function inMonths(months: number): string {
  const today = new Date();
  const last = new Date(today.getFullYear(), today.getMonth() + months + 1, 0);
  const day = Math.min(today.getDate(), last.getDate());
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${last.getFullYear()}-${pad(last.getMonth() + 1)}-${pad(day)}`;
}
