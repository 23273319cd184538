import { addressIn } from './client-address';

test.each([null, '', '203.0.113.9', '203.0.113.9, 198.51.100.7', 'direct'])(
  'without a trusted proxy everybody is one, whatever the header says (%j)',
  (header) => {
    expect(addressIn(header, 0)).toBe('direct');
  },
);

test('what a client writes into the header itself changes nothing', () => {
  for (const invented of ['', '1.2.3.4, ', '1.2.3.4, 5.6.7.8, ', 'direct, ', '::1,'])
    expect(addressIn(`${invented}203.0.113.9`, 1)).toBe('203.0.113.9');
});

test('of several proxies the outermost saw the client', () => {
  expect(addressIn('1.2.3.4, 203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9');
});

test.each([
  [null, 1],
  ['203.0.113.9', 2],
  ['unknown', 1],
  ['203.0.113.9, _hidden', 1],
])('a header with no such address in it (%j, %d proxies) is everybody together', (header, proxies) => {
  expect(addressIn(header, proxies)).toBe('direct');
});

test.each([
  ['203.0.113.9:4711', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['[2001:db8:1:2::7]:4711', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::7', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s counts as %s', (hop, client) => {
  expect(addressIn(hop, 1)).toBe(client);
});
