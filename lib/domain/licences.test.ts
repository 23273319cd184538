import { isLicence, isOpenSource } from './licences';

test.each([
  ['Apache-2.0', true, true],
  ['MIT OR CC0-1.0', true, true],
  ['BUSL-1.1', true, false],
  ['CC-BY-4.0', true, false],
  ['proprietary', true, false],
  ['Apache', false, false],
  ['', false, false],
])('%j is a known licence: %p, open source: %p', (licence, known, open) => {
  expect([isLicence(licence), isOpenSource(licence)]).toEqual([known, open]);
});
