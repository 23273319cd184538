/** Licences of tools by their SPDX identifiers. `proprietary` stands for whatever is sold or run as a service. */

const OPEN_SOURCE = [
  'AGPL-3.0-only',
  'AGPL-3.0-or-later',
  'Apache-2.0',
  'BSD-3-Clause',
  'GPL-2.0-only',
  'GPL-3.0-or-later',
  'MIT',
  'MPL-2.0',
];

/** BUSL-1.1 shows its source and restricts its use; the CC licences cover words, not software. */
const OTHERS = ['BUSL-1.1', 'CC0-1.0', 'CC-BY-4.0', 'proprietary'];

const parts = (licence: string): string[] => licence.split(' OR ');

export const isLicence = (licence: string): boolean =>
  parts(licence).every((part) => OPEN_SOURCE.includes(part) || OTHERS.includes(part));

/** Whether at least one of the licences to choose from is an open-source one. */
export const isOpenSource = (licence: string): boolean =>
  parts(licence).some((part) => OPEN_SOURCE.includes(part));
