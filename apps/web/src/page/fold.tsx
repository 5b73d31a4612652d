import { Details } from '@digdir/designsystemet-react';
import { useState, type ReactNode } from 'react';
import { useOnPaper } from './on-paper';

/**
 * A fold-out whose content is made when it is first opened: a page of many forms stays light. It is opened for paper,
 * but for one that is `offPaper`: a form, or what has to be fetched first.
 */
export function Fold({
  title,
  open = false,
  offPaper = false,
  children,
}: {
  title: string;
  open?: boolean;
  offPaper?: boolean;
  children: ReactNode;
}) {
  const [seen, setSeen] = useState(open);
  const printed = useOnPaper();
  return (
    <Details className={offPaper ? 'off-paper' : undefined} defaultOpen={open} onToggle={() => setSeen(true)}>
      <Details.Summary>{title}</Details.Summary>
      <Details.Content>{(seen || (printed && !offPaper)) && children}</Details.Content>
    </Details>
  );
}
