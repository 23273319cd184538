import { CopyText } from './copy-text';

/** A link that is shown this once, to be copied and passed on. */
export function SecretLink({ link }: { link: string }) {
  return (
    <p className="my-3 flex flex-wrap items-center gap-2">
      <code className="bg-raised border-border rounded-md border px-2 py-1 text-sm break-all select-all">
        {link}
      </code>
      <CopyText text={link}>Copy the link</CopyText>
    </p>
  );
}
