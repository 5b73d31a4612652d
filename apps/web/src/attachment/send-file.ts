/** What the service says of a file that it has taken. */
export interface SentFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

/** The service does not take the file; the sentence is in the person's language. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
}

/** A file that is being sent. */
export interface Sending {
  readonly sent: Promise<SentFile>;
  readonly stop: () => void;
}

/** Sends a file for a participation or a step; `fetch` does not tell how far it has come, hence the older way. */
export function sendFile(file: File, subjectId: string, progress: (percent: number) => void): Sending {
  const request = new XMLHttpRequest();
  const sent = new Promise<SentFile>((taken, failed) => {
    request.open('POST', `/attachments?for=${encodeURIComponent(subjectId)}`);
    request.setRequestHeader('content-type', 'application/pdf');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.toWellFormed()));
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => progress(Math.floor((100 * loaded) / Math.max(1, total)));
    request.onload = () => {
      const answer = request.response as (SentFile & { error?: string }) | null;
      if (request.status === 201 && answer) taken(answer);
      else failed(answer?.error ? new FileRefused(answer.error) : new Error('no answer'));
    };
    request.onerror = () => failed(new Error('not reachable'));
    request.onabort = () => failed(new Error('stopped'));
    request.send(file);
  });
  return { sent, stop: () => request.abort() };
}
