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
  const parts = [
    `# ${line(source.view.title)}`,
    head(source),
    ...chaptersOf(source).flatMap(({ title, blocks }) => [`## ${line(title)}`, ...blocks.map(blockText)]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function head({ document, view }: Source): string {
  const facts = view.cover.facts.map(({ name, lines }) => `- ${line(name)}: ${lines.map(line).join('; ')}`);
  return [`${line(document.client)} · ${line(issueName(document))}`, '', ...facts].join('\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${line(block.text)}`;
    case 'text': {
      const text = inline(block.line);
      if (block.as === 'quote') return `> ${text}`;
      return block.as === 'label' ? `**${text}**` : text;
    }
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${inline(item)}`)
        .join('\n');
    case 'table':
      return table(block.columns, block.rows);
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

const inline = (runs: Line): string => runs.map(runText).join('').trim();

function runText({ text, as, to, square }: Run): string {
  const said = escaped(text);
  const link = to !== undefined && to !== null && 'href' in to ? webAddress(to.href) : null;
  if (link !== null)
    // No link stands in another.
    return `[${said.replace(/^<(.*)>$/s, '$1')}](<${link.replaceAll(/[<>\\]/g, encodeURIComponent)}>)`;
  if (said.trim() === '') return said;
  if (as === 'code') return `\`${written(text).replaceAll('`', '')}\``;
  if (as !== 'strong' && square === undefined) return said;
  // Emphasis that begins or ends with a space is none.
  const [, before = '', inside = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(said) ?? [];
  return `${before}**${inside}**${after}`;
}

function table(columns: readonly Column[], rows: readonly Row[]): string {
  const write = (cells: readonly string[]) => `| ${cells.map((cell) => cell || '–').join(' | ')} |`;
  const rules = columns.map(({ align }) => (align === undefined ? '---' : align === 'right' ? '--:' : ':-:'));
  return [
    `| ${columns.map(({ head: title }) => line(title) || ' ').join(' | ')} |`,
    write(rules),
    ...rows.map((row) =>
      'group' in row
        ? write(columns.map((_, index) => (index === 0 ? `**${line(row.group)}**` : ' ')))
        : write(columns.map((_, index) => (row.cells[index] ?? []).map(inline).join('<br>'))),
    ),
  ].join('\n');
}
