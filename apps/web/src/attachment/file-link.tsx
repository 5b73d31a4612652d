import { useLanguage } from '../language/language';

/** A file to download, with its name and size. */
export function FileLink({ file }: { file: { readonly url: string; readonly name: string; readonly bytes: number } }) {
  const { number } = useLanguage();
  return (
    <a href={file.url} download={file.name}>
      {file.name} ({number((file.bytes / 1e6).toFixed(1))} MB)
    </a>
  );
}
