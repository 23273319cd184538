import type { NextConfig } from 'next';

const fonts = [
  'node_modules/@expo-google-fonts/inter/{400Regular,400Regular_Italic,600SemiBold,700Bold}/*.ttf',
  'node_modules/@expo-google-fonts/{vazirmatn,noto-sans-hebrew,biz-udpgothic,nanum-gothic,noto-emoji}/{400Regular,700Bold}/*.ttf',
  'node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-{Regular,Bold}.otf',
];

const config: NextConfig = {
  // To serve without the rest of this folder, and without the command line; `next start` warns that it cannot serve such a build.
  ...(process.env['RUNGS_STANDALONE'] === '1' ? { output: 'standalone' as const } : {}),
  typedRoutes: true,
  poweredByHeader: false,
  // The others with native code (better-sqlite3, argon2, pg) are on Next's own list.
  serverExternalPackages: ['@myriaddreamin/typst-ts-node-compiler', '@resvg/resvg-js'],
  // A logo of 2 MB with what a form has around it; more than that, proxy.ts sends back before it is read.
  experimental: { serverActions: { bodySizeLimit: '3mb' } },
  outputFileTracingIncludes: {
    '/*': ['content/**/*', 'db/migrations/**/*'],
    '/[org]/assessments/[id]/report/pdf': ['lib/pdf/*', ...fonts],
    '/[org]/assessments/[id]/report/[report]': ['lib/pdf/*'],
    '/[org]/assessments/[id]/report/[report]/file': ['lib/pdf/*', ...fonts],
    '/s/[token]/file': ['lib/pdf/*', ...fonts],
    '/[org]/scorecard/report': ['lib/pdf/*', ...fonts],
    '/[org]/scorecard/pdf': ['lib/pdf/*', ...fonts],
    '/[org]/settings/brand': ['lib/pdf/*', ...fonts],
    '/[org]/settings/brand/pdf': ['lib/pdf/*', ...fonts],
    '/s/[token]/pdf': ['lib/pdf/*', ...fonts],
    '/[org]/assessments/[id]/roadmap/export': ['lib/pdf/*', ...fonts],
    '/[org]/rounds/[round]': ['lib/pdf/*', ...fonts],
    '/[org]/library/questionnaire': ['lib/pdf/*', ...fonts],
  },
};

export default config;
