/** The editions that Rungs has published, by their hash. A line is added with each edition and none is taken away. */
export const PUBLISHED: readonly string[] = [
  // 2026.1
  'a615078b595bf651925d7e1d2fa8cea5952a3fc7d8b9488e4731fadbbef20520',
];
