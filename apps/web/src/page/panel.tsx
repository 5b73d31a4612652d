import { Button } from '@digdir/designsystemet-react';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

/** A button and what it opens below itself. Escape, a click beside it and the step to something else close it again. */
export function Panel({ button, children }: { button: ReactNode; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    // A click is over when it is heard of, so what moves up as the panel closes is not missed by it.
    const clicked = ({ target }: Event): void => {
      if (target instanceof Node && !box.current?.contains(target)) setOpen(false);
    };
    const stepped = (event: Event): void => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) clicked(event);
    };
    document.addEventListener('click', clicked);
    document.addEventListener('focusin', stepped);
    return () => {
      document.removeEventListener('click', clicked);
      document.removeEventListener('focusin', stepped);
    };
  }, [open]);
  const escape = ({ key }: { key: string }): void => {
    if (key !== 'Escape' || !open) return;
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  };
  return (
    <div className="panel" ref={box} onKeyDown={escape}>
      <Button
        variant="tertiary"
        data-size="sm"
        className="panel-button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {button}
        <svg className="sign" viewBox="0 0 24 24" width="16" height="16" aria-hidden="true" focusable="false">
          <path d={open ? 'M6 15l6-6 6 6' : 'M6 9l6 6 6-6'} fill="none" stroke="currentColor" strokeWidth="2.4" />
        </svg>
      </Button>
      {open && (
        <div className="panel-content" id={id}>
          {children}
        </div>
      )}
    </div>
  );
}
