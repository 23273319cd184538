import { Agent, request } from 'node:http';

export type Sent = { status: number; body: string; bytes: number };

export type Call = {
  method?: 'GET' | 'PUT';
  url: string;
  cookie: string;
  /** Sent as JSON, from a page of the same address. */
  body?: unknown;
};

/** Sends requests over connections that stay open, with as little work of its own as can be: it has the same cores as the server. */
export type Client = { send: (call: Call) => Promise<Sent>; close: () => void };

export function client(connections: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return { send: (call) => sendBy(agent, call), close: () => agent.destroy() };
}

function sendBy(agent: Agent, { method = 'GET', url, cookie, body }: Call): Promise<Sent> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        ...{ agent, method },
        headers: {
          cookie,
          ...(text !== undefined && {
            ...{ origin: new URL(url).origin, 'content-type': 'application/json' },
            'content-length': Buffer.byteLength(text),
          }),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const all = Buffer.concat(chunks);
          resolve({ status: response.statusCode ?? 0, body: all.toString(), bytes: all.length });
        });
      },
    );
    asked.on('error', reject);
    asked.end(text);
  });
}

/**
 * Lets each of so many connections send one request after the other until the time is over; milliseconds of each in the order of their
 * ends, and how many there were a second.
 */
export async function closedLoop(
  connections: number,
  forMs: number,
  send: (connection: number) => Promise<void>,
): Promise<{ times: number[]; perSecond: number }> {
  const times: number[] = [];
  const begun = performance.now();
  const until = begun + forMs;
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      while (performance.now() < until) {
        const sent = performance.now();
        await send(connection);
        times.push(performance.now() - sent);
      }
    }),
  );
  return { times, perSecond: times.length / ((performance.now() - begun) / 1_000) };
}
