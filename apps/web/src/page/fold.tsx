import { Details } from '@digdir/designsystemet-react';
import { useState, type ReactNode } from 'react';

/** A fold-out whose content is made when it is first opened: a page of many forms stays light. */
export function Fold({ title, open = false, children }: { title: string; open?: boolean; children: ReactNode }) {
  const [seen, setSeen] = useState(open);
  return (
    <Details defaultOpen={open} onToggle={() => setSeen(true)}>
      <Details.Summary>{title}</Details.Summary>
      <Details.Content>{seen && children}</Details.Content>
    </Details>
  );
}
