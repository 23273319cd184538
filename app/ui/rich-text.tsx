import type { Block, Inline, RichText as Tree } from '@/lib/domain/rich-text';

/** A person's text with its lists, marks and links; elements of ours alone, so that nothing typed becomes a part of the page. */
export function RichText({ text, className = '' }: { text: Tree; className?: string }) {
  return (
    <div className={`space-y-2 break-words ${className}`}>
      {text.map((block, index) => (
        <BlockOf key={index} block={block} />
      ))}
    </div>
  );
}

function BlockOf({ block }: { block: Block }) {
  if (block.kind === 'paragraph')
    return (
      <p>
        <Inlines of={block.of} />
      </p>
    );
  const items = block.items.map((item, index) => (
    <li key={index}>
      <Inlines of={item} />
    </li>
  ));
  return block.ordered ? (
    <ol start={block.start} className="list-decimal space-y-1 pl-6">
      {items}
    </ol>
  ) : (
    <ul className="list-disc space-y-1 pl-6">{items}</ul>
  );
}

const Inlines = ({ of }: { of: Inline[] }) =>
  of.map((inline, index) => <InlineOf key={index} inline={inline} />);

function InlineOf({ inline }: { inline: Inline }) {
  if (inline.kind === 'text') return inline.text;
  if (inline.kind === 'code')
    return <code className="bg-sunken rounded-sm px-1 font-mono text-[0.92em]">{inline.text}</code>;
  const within = <Inlines of={inline.of} />;
  if (inline.kind === 'strong') return <strong className="font-semibold">{within}</strong>;
  if (inline.kind === 'emphasis') return <em>{within}</em>;
  return (
    <a href={inline.href} rel="noopener noreferrer nofollow" className="link">
      {within}
    </a>
  );
}
