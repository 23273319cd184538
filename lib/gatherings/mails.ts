import 'server-only';
import { WAY_WORDS } from '../domain/gathering-words';
import { dateText } from '../domain/labels';
import type { Gathering } from '@/db/schema/gatherings';
import { env } from '../env';
import { sendMail, type Mailed } from '../mail';

/** What a mail about being asked speaks of. */
export type AskedFor = {
  organisation: string;
  team: string;
  title: string;
  /** Who asks. */
  by: string;
  way: Gathering['way'];
  dueOn: string | null;
};

/** A text to send, or to pass on by hand where no mail goes out. */
export type Text = { subject: string; text: string };

const site = (): string => new URL(env().NEXTAUTH_URL).origin;

const worded = (subject: string, paragraphs: string[]): Text => ({
  subject,
  text: `${paragraphs.join('\n\n')}\n\nRungs at ${site()}\n`,
});

const what = ({ team, title, organisation }: AskedFor): string => `${title} of ${team} at ${organisation}`;
const due = ({ dueOn }: AskedFor): string => (dueOn === null ? '' : ` by ${dateText(dueOn)}`);
const how = ({ way }: AskedFor): string => `${WAY_WORDS[way].title}: ${WAY_WORDS[way].words}`;

export const addressOfAssessment = (org: string, id: string): string =>
  new URL(`/${org}/assessments/${id}`, env().NEXTAUTH_URL).href;

export const askText = (asked: AskedFor, link: string): Text =>
  worded(`You are asked to answer: ${asked.title}`, [
    `${asked.by} asks you to answer the questions of ${what(asked)}${due(asked)}.`,
    link,
    how(asked),
  ]);

export const askGuestText = (asked: AskedFor, link: string, until: Date): Text =>
  worded(`You are asked to answer: ${asked.title}`, [
    `${asked.by} asks you to answer the questions of ${what(asked)}${due(asked)}. You need no account:`,
    link,
    how(asked),
    `The link is yours alone and works until ${dateText(until.toISOString())}. If you expect no such mail, do nothing.`,
  ]);

/** A guest's own link is known to nobody else, so they are reminded of the mail that it came with. */
export const reminderText = (asked: AskedFor, link: string | null): Text =>
  worded(`A reminder to answer: ${asked.title}`, [
    `${asked.by} reminds you of the questions of ${what(asked)}, which wait for your answers${due(asked)}.`,
    link ?? 'Use the link that you were sent before. If you no longer find it, ask for a new one.',
  ]);

/** What a mail about evidence speaks of. */
export type EvidenceAsked = Pick<AskedFor, 'organisation' | 'team' | 'title' | 'by'> & {
  /** The title of the capability. */
  on: string;
  note: string | null;
};

export const askEvidenceText = (
  { organisation, team, title, by, on, note }: EvidenceAsked,
  link: string,
): Text =>
  worded(`You are asked for evidence: ${on}`, [
    `${by} asks you for evidence on ${on} in ${title} of ${team} at ${organisation}.`,
    ...(note === null ? [] : [note]),
    link,
    'It is enough to say what can be shown and where it is. If you have none, say so there.',
  ]);

export const mailText = (to: string, text: Text): Promise<Mailed> => sendMail({ to, ...text });
