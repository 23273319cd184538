import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { content, loadContent, named, publishedFolder } from './load';
import { PUBLISHED } from './published';

/** A content folder of somebody's own, read by the command line in a process of its own. */

const root = mkdtempSync(path.join(tmpdir(), 'rungs-house-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A copy of the published content, changed. */
function copyWith(name: string, change: (folder: string) => void): string {
  const folder = path.join(root, name);
  cpSync(publishedFolder(), folder, { recursive: true });
  change(folder);
  return folder;
}

const inFile = (file: string, change: (text: string) => string) => (folder: string) =>
  writeFileSync(path.join(folder, file), change(readFileSync(path.join(folder, file), 'utf8')));

const called = (house: string) =>
  inFile('lifecycle.yaml', (text) => text.replace(/^version: .*$/m, (line) => `${line}\nhouse: ${house}`));

/** One capability more, asked after the way back. */
function oneMore(folder: string): void {
  const rollback = path.join(folder, 'capabilities/release/rollback.yaml');
  const text = readFileSync(rollback, 'utf8').replace(/^id: rollback$/m, 'id: acme-way-back');
  writeFileSync(path.join(folder, 'capabilities/release/acme-way-back.yaml'), text);
  inFile('lifecycle.yaml', (lines) => lines.replace(/\brollback\b/, 'rollback, acme-way-back'))(folder);
}

function rungs(folder: string, ...args: string[]) {
  // Without a database there is no installation to ask.
  const { DATABASE_URL: _none, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/cli/main.ts', ...args],
    { encoding: 'utf8', env: { ...env, NODE_OPTIONS: '', CONTENT_DIR: folder } },
  );
  return { status, said: stdout + stderr };
}

test('the content that Rungs brings along is an edition as published; a new one gets its line in lib/content/published.ts', () => {
  expect(PUBLISHED).toContain(content().edition.hash);
  expect(content().edition.version).toBe(content().lifecycle.version);
});

test('a house edition with a capability of its own is read, and every result of it says so', () => {
  const folder = copyWith('acme', (at) => {
    called('acme')(at);
    oneMore(at);
  });
  const loaded = loadContent(folder);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  expect(named(loaded.content).edition.version).toBe('2026.1+acme');
  expect(loaded.content.capabilities).toHaveLength(content().capabilities.length + 1);

  const answers = path.join(root, 'answers.yaml');
  writeFileSync(
    answers,
    'rungs: 1\nsubject: Fraud\ndate: 2026-10-01\nanswers: { acme-way-back: { rung: 0 } }\n',
  );
  for (const ending of ['md', 'json']) {
    const out = path.join(root, `report.${ending}`);
    expect(rungs(folder, 'report', answers, '-o', out)).toMatchObject({ status: 0 });
    expect(readFileSync(out, 'utf8')).toContain('2026.1+acme');
  }
  expect(readFileSync(path.join(root, 'report.md'), 'utf8')).toContain(
    '2026.1+acme, a house edition of acme, changed from the edition as published',
  );
  const sealed = path.join(root, 'report.json');
  expect(rungs(folder, 'verify', sealed).said).toContain('the answers in the file give every figure');
  expect(rungs(publishedFolder(), 'verify', sealed).said).toContain(
    'the content edition 2026.1+acme that it was made by is not here',
  );
});

test('a change that nobody signed is marked all the same', () => {
  const folder = copyWith(
    'unsigned',
    inFile('roles.yaml', (text) => text.replace(/title: .*/, 'title: Wizard')),
  );
  const loaded = loadContent(folder);
  expect(loaded.ok && named(loaded.content).edition.version).toBe('2026.1+changed');
});

test('a copy that changes nothing is the published edition', () => {
  const loaded = loadContent(copyWith('same', () => undefined));
  expect(loaded.ok && named(loaded.content).edition.version).toBe('2026.1');
});

test('a folder that is not there, is empty or is broken is named, with the file and its line', () => {
  const missing = path.join(root, 'nowhere');
  expect(rungs(missing, 'check')).toEqual({
    status: 2,
    said: `CONTENT_DIR: there is no folder ${missing}\n`,
  });

  const empty = path.join(root, 'empty');
  mkdirSync(empty);
  const none = rungs(empty, 'check');
  expect(none.status).toBe(2);
  for (const file of ['models/aws.yaml', 'roles.yaml', 'lifecycle.yaml'])
    expect(none.said).toContain(`${empty}/${file}:1: is missing or cannot be read`);

  const broken = copyWith(
    'broken',
    inFile('capabilities/release/rollback.yaml', (text) => `colour: green\n${text}`),
  );
  const faulty = rungs(broken, 'check');
  expect(faulty.status).toBe(2);
  expect(faulty.said).toContain(`${broken}/capabilities/release/rollback.yaml:1: colour: `);

  const nameless = copyWith('nameless', called('"changed"'));
  expect(rungs(nameless, 'check').said).toMatch(/lifecycle\.yaml:2: house: expected a short name/);
});
