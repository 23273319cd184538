import { clientAddress } from './client-address';

const sent = (forwarded: string) => new Headers({ 'x-forwarded-for': forwarded });

test.each([
  ['without a proxy of one’s own nothing is believed', '192.0.2.7', 0, null],
  ['behind one, what it saw', '10.9.9.9, 192.0.2.7', 1, '192.0.2.7'],
  ['behind two, what the outer one saw', '10.9.9.9, 192.0.2.7, 10.0.0.2', 2, '192.0.2.7'],
  ['no address is no address', 'unknown<script>', 1, null],
  ['fewer hops than proxies', '192.0.2.7', 3, null],
])('%s', (_what, forwarded, trusted, expected) => {
  expect(clientAddress(sent(forwarded), trusted)).toBe(expected);
});
