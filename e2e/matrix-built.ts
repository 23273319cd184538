import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { ACTIONS, WRAPPING, type ActionRow } from './matrix-actions';
import { CHANGE, ELSEWHERE, FILES, PAGES } from './matrix-routes';

export type Action = { name: string; row: ActionRow };

/** Every row of the table, by the file and the name of its action. */
export const ALL: Action[] = Object.entries(ACTIONS).flatMap(([file, rows]) =>
  Object.entries(rows).map(([name, row]) => ({ name: `${file}#${name}`, row })),
);

/** Ids of the server actions that the build has, by file and name. */
export function builtActions(): Map<string, string> {
  const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as {
    node: Record<string, { filename: string; exportedName: string }>;
  };
  return new Map(
    Object.entries(manifest.node).map(([id, { filename, exportedName }]) => [
      `${filename}#${exportedName}`,
      id,
    ]),
  );
}

/** That the tables name what was built, all of it and nothing else. */
export function describeTables(): void {
  test('every page and route handler of the built application has a row', () => {
    const paths = Object.keys(
      JSON.parse(readFileSync('.next/server/app-paths-manifest.json', 'utf8')) as object,
    );
    const built = paths.map(
      (key) => key.replaceAll(/\/\([^)]*\)/g, '').replace(/\/(page|route)$/, '') || '/',
    );
    const known = [...Object.keys(PAGES), ...Object.keys(FILES), ...Object.keys(ELSEWHERE), CHANGE.route];
    expect(built.toSorted()).toEqual(known.toSorted());
  });

  test('every server action of the built application has a row', () => {
    const known = [...ALL.map(({ name }) => name), ...WRAPPING];
    expect([...builtActions().keys()].toSorted()).toEqual(known.toSorted());
  });
}
