import { sendMail, type Mail } from './mail';
import { mailServer, type Received } from './mail-testing';

let server: Awaited<ReturnType<typeof mailServer>>;

beforeAll(async () => {
  server = await mailServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.received.length = 0;
  server.behaviour.refuses = false;
});

/** Through that server, unless the settings are others. */
const send = (mail: Partial<Mail>, other: Parameters<typeof sendMail>[1] = server.settings) =>
  sendMail({ to: 'cio@harbour.example', subject: 'S', text: 'T', ...mail }, other);

const head = ({ raw }: Received) =>
  raw
    .slice(0, raw.indexOf('\r\n\r\n'))
    .replaceAll(/\r\n[ \t]/g, ' ')
    .split('\r\n');

test('a mail arrives as plain text, from the configured address, at one receiver', async () => {
  expect(await send({ subject: 'Straße', text: 'Größe: 1\n\n.\n' })).toBe('sent');
  expect(server.received).toMatchObject([{ from: 'rungs@harbour.example', to: ['cio@harbour.example'] }]);
  const lines = server.received.flatMap(head);
  expect(lines).toContain('From: Rungs <rungs@harbour.example>');
  expect(lines).toContain('To: cio@harbour.example');
  expect(lines.some((line) => line.startsWith('Content-Type: text/plain'))).toBe(true);
});

test('a page goes along under its name, and is a PDF to who opens it', async () => {
  const bytes = new TextEncoder().encode('%PDF-1.7 of a test');
  expect(await send({ pdf: { name: 'Größe – 2026.pdf', bytes } })).toBe('sent');
  const [{ raw } = { raw: '' }] = server.received;
  expect(raw).toMatch(/Content-Type: application\/pdf/);
  expect(raw).toContain(Buffer.from(bytes).toString('base64'));
});

test('a subject can add no header, and no line that ends the headers', async () => {
  const subject = 'Harbour\r\nBcc: thief@evil.example\n\nbody\u2028Cc: x@evil.example';
  expect(await send({ subject })).toBe('sent');
  expect(server.received).toMatchObject([{ to: ['cio@harbour.example'] }]);
  expect(server.received.flatMap(head).filter((line) => /^b?cc:/i.test(line))).toEqual([]);
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
  expect(server.received).toEqual([]);
});

test('without a mail server, or without a sender, nothing is sent, and that is no failure', async () => {
  const { SMTP_URL, MAIL_FROM } = server.settings;
  for (const half of [{}, { SMTP_URL }, { MAIL_FROM }])
    expect(await send({}, { SMTP_URL: undefined, MAIL_FROM: undefined, ...half })).toBe('not configured');
  expect(server.received).toEqual([]);
});

test('a server that refuses, or is not there, is told of and thrown at nobody', async () => {
  server.behaviour.refuses = true;
  expect(await send({})).toBe('failed');
  expect(await send({}, { ...server.settings, SMTP_URL: 'smtp://127.0.0.1:1' })).toBe('failed');
});
