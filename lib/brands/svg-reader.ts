import { SaxesParser, type SaxesTagNS } from 'saxes';
import { done, failed, type Result } from '../errors';
import { cleanAttributes, cleanStyleSheet, ELEMENTS, NAMED_OTHERWISE, UNSAID } from './svg-allowed';
import type { Element } from './svg-element';

export const NAMESPACE = 'http://www.w3.org/2000/svg';
const DEEPEST = 40;
const TEXTS = new Set(['text', 'tspan', 'textPath']);
const OF_A_LINK = new Set(['href', 'target', 'rel', 'download']);

/** The elements that are on the list, as a tree; saxes knows no entities but the five of XML, and stops at the first fault. */
export function parseSvg(text: string, removed: Set<string>): Result<Element> {
  const reader = new SvgReader(removed);
  const parser = new SaxesParser({ xmlns: true });
  parser.on('doctype', (doctype) => reader.doctype(doctype));
  parser.on('processinginstruction', () => removed.add('processing instructions'));
  parser.on('opentag', (tag) => reader.opened(tag));
  parser.on('closetag', () => reader.closed());
  parser.on('text', (text) => reader.text(text));
  parser.on('cdata', (text) => reader.text(text));
  try {
    parser.write(text).close();
  } catch (error) {
    return failed('invalid', reader.refused ?? `The SVG is broken: ${faultOf(error)}.`);
  }
  if (reader.refused !== undefined) return failed('invalid', reader.refused);
  return reader.root === undefined ? failed('invalid', 'The file holds no SVG.') : done(reader.root);
}

/** `1:24: unclosed tag: svg.`, as a sentence goes on. */
const faultOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .replace(/^(\d+):\d+: /, 'line $1, ')
    .replace(/\.$/, '');

class SvgReader {
  root: Element | undefined;
  /** Why the whole file is refused. */
  refused: string | undefined;
  private readonly open: Element[] = [];
  /** How many elements up it is to what was left out; 0 outside of such. */
  private skipping = 0;

  constructor(private readonly removed: Set<string>) {}

  doctype(doctype: string): void {
    if (doctype.includes('[')) this.refused = 'The SVG declares entities. Save it again as plain SVG.';
    else this.removed.add('its document type');
  }

  opened(tag: SaxesTagNS): void {
    const { local, uri } = tag;
    // Inside a page an SVG needs no namespace, and some are saved like that.
    const isSvg = uri === NAMESPACE || uri === '';
    const name = NAMED_OTHERWISE.get(local) ?? local;
    const kept = isSvg && ELEMENTS.has(name) && (this.root !== undefined || local === 'svg');
    if (this.skipping > 0 || !kept) {
      if (this.skipping === 0) this.leaveOut(tag, isSvg);
      this.skipping += 1;
      return;
    }
    if (local === 'a') this.removed.add('links');
    if (this.open.length > DEEPEST) this.refused ??= `The SVG nests its parts more than ${DEEPEST} deep.`;
    const attributes = attributesOf(tag).filter(({ name }) => local !== 'a' || !OF_A_LINK.has(name));
    const element: Element = {
      name,
      attributes: cleanAttributes(name, attributes, this.removed),
      children: [],
    };
    this.open.at(-1)?.children.push(element);
    this.root ??= element;
    this.open.push(element);
  }

  private leaveOut({ name, local }: SaxesTagNS, isSvg: boolean): void {
    if (this.root === undefined) this.refused ??= `The file begins with <${name}> instead of <svg>.`;
    else if (TEXTS.has(local))
      this.refused ??= 'The SVG holds text in a font. Turn the text into outlines and save it again.';
    else if (isSvg && !UNSAID.has(local)) this.removed.add(`<${local}>`);
  }

  closed(): void {
    if (this.skipping > 0) this.skipping -= 1;
    else this.open.pop();
  }

  text(text: string): void {
    const element = this.open.at(-1);
    if (this.skipping === 0 && element?.name === 'style')
      element.children.push(cleanStyleSheet(text, this.removed));
  }
}

/** Names as SVG 2 writes them, without `xlink:`. */
const attributesOf = ({ attributes }: SaxesTagNS): { name: string; value: string }[] =>
  Object.values(attributes).map(({ prefix, local, value }) => ({
    name: prefix === '' || (prefix === 'xlink' && local === 'href') ? local : `${prefix}:${local}`,
    value,
  }));
