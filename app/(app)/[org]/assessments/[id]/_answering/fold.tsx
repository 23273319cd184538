import { useState, type ReactNode } from 'react';

type Props = {
  id?: string;
  /** Opens it when it becomes true; it is closed by hand alone, so nothing folds up under somebody's fingers. */
  open?: boolean;
  className?: string;
  summaryClass: string;
  summary: ReactNode;
  children: ReactNode;
};

/** A native fold, which works without JavaScript. */
export function Fold({ id, open = false, className = '', summaryClass, summary, children }: Props) {
  const [isOpen, setOpen] = useState(open);
  return (
    <details
      id={id}
      open={isOpen || open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className={className}
    >
      <summary className={summaryClass}>{summary}</summary>
      {children}
    </details>
  );
}
