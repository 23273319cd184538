import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { sendMail, type Mail } from './mail';

type Received = { from: string; to: string[]; raw: string };

const received: Received[] = [];
let refuses = false;

/** A mail server of its own, which takes what it is sent and keeps it. */
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, callback) => callback(refuses ? new Error('no such mailbox') : null),
  onData: (stream, { envelope }, callback) => {
    let raw = '';
    stream.setEncoding('utf8');
    stream.on('data', (part: string) => (raw += part));
    stream.on('end', () => {
      const { mailFrom, rcptTo } = envelope;
      received.push({
        from: mailFrom === false ? '' : mailFrom.address,
        to: rcptTo.map(({ address }) => address),
        raw,
      });
      callback(null);
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(resolve));
});
beforeEach(() => {
  received.length = 0;
  refuses = false;
});

const port = () => (server.server.address() as AddressInfo).port;

const settings = () => ({
  SMTP_URL: `smtp://127.0.0.1:${port()}`,
  MAIL_FROM: 'rungs@harbour.example',
});

/** Through the server above, unless the settings are others. */
const send = (mail: Partial<Mail>, other: Parameters<typeof sendMail>[1] = settings()) =>
  sendMail({ to: 'cio@harbour.example', subject: 'S', text: 'T', ...mail }, other);

const head = ({ raw }: Received) =>
  raw
    .slice(0, raw.indexOf('\r\n\r\n'))
    .replaceAll(/\r\n[ \t]/g, ' ')
    .split('\r\n');

test('a mail arrives as plain text, from the configured address, at one receiver', async () => {
  expect(await send({ subject: 'Straße', text: 'Größe: 1\n\n.\n' })).toBe('sent');
  expect(received).toMatchObject([{ from: 'rungs@harbour.example', to: ['cio@harbour.example'] }]);
  const lines = received.flatMap(head);
  expect(lines).toContain('From: Rungs <rungs@harbour.example>');
  expect(lines).toContain('To: cio@harbour.example');
  expect(lines.some((line) => line.startsWith('Content-Type: text/plain'))).toBe(true);
});

test('a subject can add no header, and no line that ends the headers', async () => {
  const subject = 'Harbour\r\nBcc: thief@evil.example\n\nbody\u2028Cc: x@evil.example';
  expect(await send({ subject })).toBe('sent');
  expect(received).toMatchObject([{ to: ['cio@harbour.example'] }]);
  expect(received.flatMap(head).filter((line) => /^b?cc:/i.test(line))).toEqual([]);
});

test.each([
  'a@harbour.example, b@evil.example',
  'a@harbour.example\r\nBcc: b@evil.example',
  'Ana <a@harbour.example>',
  'all: a@harbour.example;',
  'nobody',
  '',
])('a receiver that is not one address gets nothing: %j', async (to) => {
  expect(await send({ to })).toBe('failed');
  expect(received).toEqual([]);
});

test('without a mail server, or without a sender, nothing is sent, and that is no failure', async () => {
  const { SMTP_URL, MAIL_FROM } = settings();
  for (const half of [{}, { SMTP_URL }, { MAIL_FROM }])
    expect(await send({}, { SMTP_URL: undefined, MAIL_FROM: undefined, ...half })).toBe('not configured');
  expect(received).toEqual([]);
});

test('a server that refuses, or is not there, is told of and thrown at nobody', async () => {
  refuses = true;
  expect(await send({})).toBe('failed');
  expect(await send({}, { ...settings(), SMTP_URL: 'smtp://127.0.0.1:1' })).toBe('failed');
});
