import path from 'node:path';
import { Document, Font, Image, Link, Page, StyleSheet, Text, View } from '@react-pdf/renderer';
import type { Block, Line, Picture, Row, Run } from '../documents/blocks';
import { EDGE, HAIR, SOFT, TONES } from '../documents/colours';
import type { View as ReportView } from '../pdf/view';

/** A block with its pictures drawn already, which is not what is measured. */
export type Drawn = Exclude<Block, { kind: 'picture' }> | { kind: 'drawn'; png: string; size: Size };
type Size = Pick<Picture, 'width' | 'height'>;

/** The same view as Typst gets, and its chapters as Word prints them. */
export type Told = {
  view: Pick<ReportView, 'title' | 'author' | 'running' | 'cover' | 'accent'>;
  chapters: { id: string; title: string; blocks: Drawn[] }[];
};

const INTER = path.resolve('node_modules/@expo-google-fonts/inter');
const inter = (name: string) => path.join(INTER, name, `Inter_${name}.ttf`);

/** The fonts of the report. Words are not hyphenated there either, which saves the other one work. */
export function registerFonts(): void {
  Font.register({
    family: 'Inter',
    fonts: [
      { src: inter('400Regular') },
      { src: inter('400Regular_Italic'), fontStyle: 'italic' },
      { src: inter('700Bold'), fontWeight: 'bold' },
    ],
  });
  Font.registerHyphenationCallback((word) => [word]);
}

const hex = (colour: string) => `#${colour}`;

const styles = StyleSheet.create({
  page: { fontFamily: 'Inter', fontSize: 8.5, padding: 56, paddingTop: 62 },
  // Not of the page: a running line with a number inherits it anew on each page, until it is too large to be written.
  body: { fontSize: 8.5, lineHeight: 1.4 },
  running: {
    ...{ position: 'absolute', left: 56, right: 56, fontSize: 7, color: hex(SOFT) },
    ...{ flexDirection: 'row', justifyContent: 'space-between' },
  },
  title: { fontSize: 26, fontWeight: 'bold', marginTop: 160, lineHeight: 1.2 },
  chapter: { fontSize: 18, fontWeight: 'bold', marginBottom: 10 },
  heading: { fontSize: 11, fontWeight: 'bold', marginTop: 12, marginBottom: 4 },
  text: { marginBottom: 5 },
  lead: { fontSize: 10.5 },
  note: { fontSize: 7.5, color: hex(SOFT) },
  label: { fontWeight: 'bold' },
  quote: { paddingLeft: 8, borderLeft: `2 solid ${hex(HAIR)}` },
  row: { flexDirection: 'row', borderTop: `0.5 solid ${hex(HAIR)}`, paddingVertical: 2.5 },
  cell: { flexBasis: 0, paddingRight: 6 },
  head: { color: hex(SOFT), fontSize: 7.5 },
  strong: { fontWeight: 'bold' },
  quiet: { color: hex(SOFT) },
  emphasis: { fontStyle: 'italic' },
  code: { backgroundColor: hex(HAIR) },
  square: { width: 11, height: 11, marginRight: 1.5, border: `0.5 solid ${hex(EDGE)}`, textAlign: 'center' },
});

/** The report set by react-pdf: the same chapters, the same tables with the same rows, in plain looks. */
export function ReactPdfReport({ view, chapters }: Told) {
  return (
    <Document title={view.title} author={view.author} language="en-GB">
      <Page size="A4" style={styles.page}>
        <Text style={styles.lead}>{view.cover.client}</Text>
        <Text style={styles.title}>{view.title}</Text>
        <Facts facts={view.cover.facts} />
      </Page>
      {chapters.map(({ id, title, blocks }) => (
        <Page key={id} size="A4" style={styles.page} bookmark={title}>
          <Running at={{ top: 30 }} left={view.running.left} right={view.running.right} />
          <Text style={styles.chapter}>{title}</Text>
          <View style={styles.body}>
            {blocks.map((block, index) => (
              <Part key={index} block={block} />
            ))}
          </View>
          <Running at={{ bottom: 28 }} left={view.running.footLeft} />
        </Page>
      ))}
    </Document>
  );
}

/** A line on every page; on the right what is given, or the number of the page. */
function Running({
  at,
  left,
  right,
}: {
  at: { top: number } | { bottom: number };
  left: string;
  right?: string;
}) {
  return (
    <View style={[styles.running, at]} fixed>
      <Text>{left}</Text>
      {right === undefined ? <Text render={({ pageNumber }) => String(pageNumber)} /> : <Text>{right}</Text>}
    </View>
  );
}

function Part({ block }: { block: Drawn }) {
  switch (block.kind) {
    case 'heading':
      return (
        <Text style={styles.heading} minPresenceAhead={40} {...idOf(block.anchor)}>
          {block.text}
        </Text>
      );
    case 'text':
      return (
        <Text style={[styles.text, block.as === undefined ? {} : styles[block.as]]}>
          <Runs line={block.line} />
        </Text>
      );
    case 'list':
      return block.items.map((item, index) => (
        <Text key={index} style={[styles.text, { paddingLeft: 10 }]}>
          {block.ordered ? `${index + 1}. ` : '• '}
          <Runs line={item} />
        </Text>
      ));
    case 'table':
      return <Table {...block} />;
    case 'facts':
      return <Facts facts={block.facts} />;
    case 'tracks':
      return block.tracks.map((track) => <Track key={track.name} track={track} />);
    case 'strip':
      return <Strip strip={block.strip} />;
    case 'drawn':
    default:
      return <Image src={block.png} style={fitted(block.size)} />;
  }
}

const idOf = (anchor: string | null | undefined) =>
  anchor === undefined || anchor === null ? {} : { id: anchor };

const WIDTH = 483;

function fitted({ width, height }: Size): Size {
  const scale = Math.min(1, WIDTH / width);
  return { width: width * scale, height: height * scale };
}

function Runs({ line }: { line: Line }) {
  return line.map((run, index) => <Piece key={index} run={run} />);
}

function Piece({ run: { text, as, to, square } }: { run: Run }) {
  const tone = square === undefined ? undefined : TONES[square];
  const style = {
    ...(as !== undefined && styles[as]),
    ...(tone !== undefined && { backgroundColor: hex(tone.fill), color: hex(tone.ink) }),
  };
  if (to === undefined || to === null) return <Text style={style}>{text}</Text>;
  return (
    <Link src={'href' in to ? to.href : `#${to.anchor}`} style={style}>
      {text}
    </Link>
  );
}

function Table({ columns, rows }: Extract<Block, { kind: 'table' }>) {
  const widths = columns.map(({ width, align }) => ({ flexGrow: width, ...(align && { textAlign: align }) }));
  return (
    <View style={{ marginBottom: 8 }}>
      <View style={[styles.row, styles.head]} wrap={false}>
        {columns.map(({ head }, index) => (
          <Text key={index} style={[styles.cell, widths[index] ?? {}]}>
            {head}
          </Text>
        ))}
      </View>
      {rows.map((row, index) => (
        <TableRow key={index} row={row} widths={widths} />
      ))}
    </View>
  );
}

function TableRow({ row, widths }: { row: Row; widths: { flexGrow: number }[] }) {
  if ('group' in row) return <Text style={[styles.strong, { marginTop: 5 }]}>{row.group}</Text>;
  return (
    <View style={styles.row} wrap={false}>
      {row.cells.map((lines, cell) => (
        <View key={cell} style={[styles.cell, widths[cell] ?? {}]}>
          {lines.map((line, index) => (
            <Text key={index}>
              <Runs line={line} />
            </Text>
          ))}
        </View>
      ))}
    </View>
  );
}

function Facts({ facts }: { facts: { name: string; lines: string[] }[] }) {
  return facts.map(({ name, lines }) => (
    <View key={name} style={styles.row} wrap={false}>
      <Text style={[styles.cell, styles.quiet, { flexGrow: 1 }]}>{name}</Text>
      <Text style={[styles.cell, { flexGrow: 3 }]}>{lines.join('\n')}</Text>
    </View>
  ));
}

type Tracks = Extract<Block, { kind: 'tracks' }>['tracks'];

function Track({ track: { mark, name, now, segments } }: { track: Tracks[number] }) {
  return (
    <View style={styles.row} wrap={false}>
      <Text style={[styles.cell, { flexGrow: 2 }]}>{`${mark} ${name}\n${now}`}</Text>
      {segments.map(({ label, solid, hatched, count, when }) => (
        <View key={label} style={[styles.cell, { flexGrow: 2 }]}>
          <Text style={styles.strong}>{label}</Text>
          <View style={{ flexDirection: 'row', height: 9, border: `0.5 solid ${hex(EDGE)}` }}>
            <View style={{ width: `${solid * 100}%`, backgroundColor: hex(TONES['rung-3'].fill) }} />
            <View style={{ width: `${hatched * 100}%`, backgroundColor: hex(TONES['rung-1'].fill) }} />
          </View>
          <Text>{when === null ? count : `${count}, ${when}`}</Text>
        </View>
      ))}
    </View>
  );
}

function Strip({ strip: { title, legend, rows } }: Pick<Extract<Block, { kind: 'strip' }>, 'strip'>) {
  return (
    <View wrap={false} style={{ marginVertical: 8 }}>
      <Text style={styles.label}>{title}</Text>
      <Text style={styles.note}>{legend}</Text>
      {rows.map(({ name, cells, count }) => (
        <View key={name} style={{ flexDirection: 'row', marginTop: 2 }}>
          <Text style={{ width: 130 }}>{name}</Text>
          {cells.map(({ mark, tone }, index) => (
            <Text
              key={index}
              style={[styles.square, { backgroundColor: hex(TONES[tone].fill), color: hex(TONES[tone].ink) }]}
            >
              {mark}
            </Text>
          ))}
          {count !== null && <Text style={styles.quiet}>{count}</Text>}
        </View>
      ))}
    </View>
  );
}
