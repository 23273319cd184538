import { readMailDomain } from './mail-domain';

test.each([
  ['example.org', 'example.org'],
  [' @Example.ORG. ', 'example.org'],
  ['mail.harbour-bank.example', 'mail.harbour-bank.example'],
  ['xn--e1afmkfd.example', 'xn--e1afmkfd.example'],
])('“%s” is the domain %s', (typed, domain) => {
  expect(readMailDomain(typed)).toEqual({ ok: true, domain });
});

test.each([
  ['ехample.org', 'Only the letters a to z'],
  ['exａmple.org', 'Only the letters a to z'],
  ['ban\u212a.example', 'Only the letters a to z'],
  ['exa\u200bmple.org', 'Only the letters a to z'],
  ['example', 'Enter a domain'],
  ['', 'Enter a domain'],
  ['10.0.0.1', 'Enter a domain'],
  ['ana@example.org', 'Enter a domain'],
  ['https://example.org', 'Enter a domain'],
  ['-a.example', 'Enter a domain'],
  [`${'a'.repeat(64)}.example`, 'Enter a domain'],
  ['Gmail.com', 'Anybody can have an address at gmail.com'],
  ['harbour.onmicrosoft.com', 'Anybody can have an address'],
])('“%s” is refused: %s', (typed, fault) => {
  expect(readMailDomain(typed)).toEqual({ ok: false, fault: expect.stringContaining(fault) });
});
