import { md } from '@/lib/export/markdown';
import type { ReportDocument } from '@/lib/domain/report-document';
import { webAddress } from '@/lib/pdf/glyphs';
import type { PrintedContent } from '@/lib/pdf/view-roadmap';
import type { Block, Column, Line, Row, Run } from './blocks';
import { chaptersOf } from './chapters';
import { written } from './plain-text';
import { issueName, sourceOf, type DocumentOptions, type Source } from './source';

/** The whole report as GitHub-flavoured Markdown. Every text of a person is text and nothing else. */
export function reportMarkdown(
  document: ReportDocument,
  content: PrintedContent,
  options: DocumentOptions,
): string {
  const source = sourceOf(document, content, options);
  const chapters = chaptersOf(source);
  const places = placesIn(source.view.title, chapters);
  const parts = [
    `# ${line(source.view.title)}`,
    head(source),
    ...chapters.flatMap(({ title, blocks }) => [
      `## ${line(title)}`,
      ...blocks.map((block) => blockText(block, places)),
    ]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function head({ document, view, names }: Source): string {
  const facts = view.cover.facts.map(({ name, lines }) => `- ${line(name)}: ${lines.map(line).join('; ')}`);
  return [`${line(names.client)} · ${line(issueName(document))}`, '', ...facts].join('\n');
}

/** Where GitHub and others place the headings that are linked to, by anchor. */
type Places = ReadonlyMap<string, string>;

function placesIn(title: string, chapters: ReturnType<typeof chaptersOf>): Places {
  const places = new Map<string, string>();
  const used = new Map<string, number>();
  const place = (text: string): string => {
    const plain = slugOf(text);
    const before = used.get(plain) ?? 0;
    used.set(plain, before + 1);
    return before === 0 ? plain : `${plain}-${before}`;
  };
  place(title);
  for (const chapter of chapters) {
    place(chapter.title);
    for (const block of chapter.blocks) {
      if (block.kind !== 'heading') continue;
      const slug = place(block.text);
      if (block.anchor !== undefined && block.anchor !== null) places.set(block.anchor, slug);
    }
  }
  return places;
}

/** The name that a heading gets by its words: small letters, no punctuation, a hyphen for each space. */
const slugOf = (text: string): string =>
  written(text)
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');

function blockText(block: Block, places: Places): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${line(block.text)}`;
    case 'text': {
      const text = inline(block.line, places);
      if (block.as === 'quote') return `> ${text}`;
      return block.as === 'label' ? `**${text}**` : text;
    }
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${inline(item, places)}`)
        .join('\n');
    case 'table':
      return table(block.columns, block.rows, places);
    case 'facts':
      return block.facts
        .map(({ name, lines }) => `- ${line(name)}: ${lines.map(line).join('; ')}`)
        .join('\n');
    case 'tracks':
      return block.tracks
        .map(({ mark, name, now, segments }) => {
          const levels = segments.map(
            ({ label, count, reached }) => `${label}${reached ? ' ✓' : ''}: ${count}`,
          );
          return `- **${line(`${mark} ${name}`)}** ${line(now)}. ${line(levels.join(', '))}`;
        })
        .join('\n');
    case 'strip':
      return [
        line(block.strip.legend),
        table(
          [
            { head: 'Area', width: 1 },
            { head: 'Answers', width: 1 },
          ],
          block.strip.rows.map(({ name, cells, count }) => ({
            cells: [
              [[{ text: name }]],
              [
                [
                  {
                    text: `${cells.map(({ mark }) => mark).join(' ')}${count === null ? '' : ` (${count} hold)`}`,
                  },
                ],
              ],
            ],
          })),
          places,
        ),
      ].join('\n\n');
    case 'picture':
    default:
      return line(block.picture.alt);
  }
}

/** One line of a text, escaped. A text that is an address by itself stays one, as it shows where it leads. */
const line = (text: string): string => md(written(text));

/** Spaces at the ends of a run are between it and its neighbours. */
function escaped(text: string): string {
  const said = written(text);
  const [, before = '', , after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(said) ?? [];
  return `${before}${line(said)}${said.trim() === '' ? '' : after}`;
}

const inline = (runs: Line, places: Places): string =>
  runs
    .map((run) => runText(run, places))
    .join('')
    .trim();

function runText({ text, as, to = null, square }: Run, places: Places): string {
  const said = escaped(text);
  const link = to === null ? null : 'href' in to ? webTarget(to.href) : placeTarget(to.anchor, places);
  if (link !== null)
    // No link stands in another.
    return `[${said.replace(/^<(.*)>$/s, '$1')}](${link})`;
  if (said.trim() === '') return said;
  if (as === 'code') return `\`${written(text).replaceAll('`', '')}\``;
  const marks = as === 'strong' || square !== undefined ? '**' : as === 'emphasis' ? '_' : null;
  if (marks === null) return said;
  // Emphasis that begins or ends with a space is none.
  const [, before = '', inside = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(said) ?? [];
  return `${before}${marks}${inside}${marks}${after}`;
}

function webTarget(href: string): string | null {
  const address = webAddress(href);
  return address === null ? null : `<${address.replaceAll(/[<>\\]/g, encodeURIComponent)}>`;
}

function placeTarget(anchor: string, places: Places): string | null {
  const place = places.get(anchor);
  return place === undefined ? null : `#${place}`;
}

function table(columns: readonly Column[], rows: readonly Row[], places: Places): string {
  const write = (cells: readonly string[]) => `| ${cells.map((cell) => cell || '–').join(' | ')} |`;
  const rules = columns.map(({ align }) => (align === undefined ? '---' : align === 'right' ? '--:' : ':-:'));
  return [
    `| ${columns.map(({ head: title }) => line(title) || ' ').join(' | ')} |`,
    write(rules),
    ...rows.map((row) =>
      'group' in row
        ? write(columns.map((_, index) => (index === 0 ? `**${line(row.group)}**` : ' ')))
        : write(
            columns.map((_, index) =>
              (row.cells[index] ?? []).map((each) => inline(each, places)).join('<br>'),
            ),
          ),
    ),
  ].join('\n');
}
