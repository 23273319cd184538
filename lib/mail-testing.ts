import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Received = { from: string; to: string[]; raw: string };

/** A mail server on this machine, which keeps what it is sent, or refuses every receiver. For tests alone. */
export async function mailServer() {
  const received: Received[] = [];
  const behaviour = { refuses: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, callback) =>
      callback(behaviour.refuses ? new Error('no such mailbox') : null),
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
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    received,
    behaviour,
    settings: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'rungs@harbour.example' },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
