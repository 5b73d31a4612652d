import { readFileSync } from 'node:fs';

/*
 * Prints what a reading program finds in a PDF: language, title, structure, words. A program of its own, because pdf.js is
 * an ES module and wants functions that Node 20 lacks; these stand here first.
 */
Promise.withResolvers ??= () => {
  let resolve, reject;
  const promise = new Promise((a, b) => ((resolve = a), (reject = b)));
  return { promise, resolve, reject };
};
Promise.try ??= (work, ...given) => new Promise((done) => done(work(...given)));
Map.prototype.getOrInsertComputed ??= function (key, make) {
  if (!this.has(key)) this.set(key, make(key));
  return this.get(key);
};
Map.prototype.getOrInsert ??= function (key, value) {
  if (!this.has(key)) this.set(key, value);
  return this.get(key);
};
Uint8Array.prototype.toHex ??= function () {
  return Buffer.from(this).toString('hex');
};

const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
const pdf = await getDocument({ data: new Uint8Array(readFileSync(process.argv[2])), verbosity: 0 }).promise;
const { info } = await pdf.getMetadata();
const trees = [];
const words = [];
for (let number = 1; number <= pdf.numPages; number++) {
  const page = await pdf.getPage(number);
  trees.push(await page.getStructTree());
  words.push(...(await page.getTextContent()).items.map(({ str }) => str));
}
process.stdout.write(JSON.stringify({ lang: info.Language, title: info.Title, trees, text: words.join(' ') }));
