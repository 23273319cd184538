import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { freePort } from '../lib/dev/run';

export type Balancer = {
  address: string;
  /** Whom each request goes to, one after the other. */
  ports: number[];
  /** Requests answered, by port. */
  answered: Map<number, number>;
  /** Requests that an instance did not answer, and that went to the next. */
  passedOver: number;
  stop: () => void;
};

/**
 * Gives each request to the next instance, whoever sends it, as nginx does with nothing configured: where an instance ends before it
 * answers, the next one gets the request. Adds the address of the client, and passes on what comes as it comes.
 */
export async function startBalancer(): Promise<Balancer> {
  const port = await freePort();
  const balancer: Balancer = {
    ...{ address: `http://localhost:${port}`, ports: [], answered: new Map(), passedOver: 0 },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  let next = 0;
  const server = createServer((incoming, outgoing) => {
    void buffer(incoming).then(async (body) => {
      const first = (next += 1);
      for (let attempt = 0; attempt < balancer.ports.length; attempt += 1) {
        const to = balancer.ports[(first + attempt) % balancer.ports.length] ?? 0;
        if (await passOn(to, incoming, body, outgoing)) {
          balancer.answered.set(to, (balancer.answered.get(to) ?? 0) + 1);
          return;
        }
        balancer.passedOver += 1;
      }
      outgoing.writeHead(502).end();
    });
  });
  server.listen(port);
  return balancer;
}

/** False where the instance said nothing, and another one may be asked: a form may have been taken before the instance ended. */
function passOn(
  port: number,
  incoming: IncomingMessage,
  body: Buffer,
  outgoing: ServerResponse,
): Promise<boolean> {
  const { method, url: path, headers, socket } = incoming;
  return new Promise((resolve) => {
    const passed = request(
      { port, method, path, headers: { ...headers, 'x-forwarded-for': socket.remoteAddress ?? '' } },
      (answer) => {
        resolve(true);
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        outgoing.flushHeaders();
        answer.on('error', () => outgoing.destroy());
        answer.pipe(outgoing);
      },
    );
    passed.on('error', (error: NodeJS.ErrnoException) => {
      const maybeDone = method === 'POST' && error.code !== 'ECONNREFUSED';
      if (maybeDone) outgoing.writeHead(502).end();
      resolve(maybeDone);
    });
    outgoing.once('close', () => passed.destroy());
    passed.end(body);
  });
}
