// Takes the place of the package `react-style-singleton` below GraphiQL, which puts <style> elements into the page: our
// policy allows none. Sheets that are made by a script are allowed, and do the same.
import { useEffect } from 'react';

interface Styles {
  readonly styles: string;
}

/** A component that applies its styles as long as it is on the page. */
export function styleSingleton(): (props: Styles) => null {
  return function Style({ styles }: Styles): null {
    useEffect(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(styles);
      document.adoptedStyleSheets.push(sheet);
      return () => {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
      };
    }, [styles]);
    return null;
  };
}
