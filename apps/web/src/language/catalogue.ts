import type { nb } from './nb';

/** The shape of a catalogue without its very words: texts stay texts, sentences with blanks keep their blanks. */
export type Said<Text> = Text extends (...blanks: infer Blanks) => string
  ? (...blanks: Blanks) => string
  : Text extends string
    ? string
    : { readonly [Key in keyof Text]: Said<Text[Key]> };

/** Every text of the pages. A key that one language has and another lacks does not compile. */
export type Catalogue = Said<typeof nb>;
