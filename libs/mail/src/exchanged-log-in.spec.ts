import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { buildMessage } from './mail.rules';
import { readMailSettings } from './mail-settings';
import { MailTransport } from './smtp-transport';

const sender = { address: 'samanker@agder.example', name: 'Samanker', publicUrl: 'https://samanker.example' };

describe('the log-in of the mail server is exchanged while mails go out', () => {
  let password = 'first-k3Jd9sQw81mZ';
  const logIns: string[] = [];
  const server = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (auth, _, done) => {
      logIns.push(String(auth.password));
      if (auth.password === password) done(null, { user: auth.username });
      else done(new Error('no'));
    },
    onData: (stream, _, done) => {
      stream.resume();
      stream.on('end', () => done());
    },
  });
  let transport: MailTransport;
  let inFile = password;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const { port } = server.server.address() as AddressInfo;
    const address = (): string => `smtp://samanker:${inFile}@127.0.0.1:${port}`;
    transport = new MailTransport({ ...readMailSettings({}), smtpUrl: address(), smtpUrlNow: address });
  });
  afterAll(async () => {
    transport?.close();
    await new Promise<void>((done) => server.close(() => done()));
  });

  const send = (mailId: string) =>
    transport.send(
      buildMessage(
        {
          mailId,
          to: 'kari@amli.example',
          language: 'nb',
          subject: 'Åmli: send saken innen 28.01.2016',
          action: 'Send saken innen 28.01.2016.',
          link: { label: 'Åpne saken', url: 'https://samanker.example/tasks' },
          sections: [],
          writtenAt: new Date('2016-01-14T07:00:00Z'),
        },
        sender,
      ),
    );

  it('the next mail logs in with the new one, and none fails', async () => {
    const before = await Promise.all(['1', '2', '3'].map(send));
    password = inFile = 'second-p0Qw2xLr7vB4';
    const after = await Promise.all(['4', '5', '6'].map(send));
    expect([...before, ...after].map(({ kind }) => kind)).toEqual(Array(6).fill('sent'));
    expect(new Set(logIns)).toEqual(new Set(['first-k3Jd9sQw81mZ', 'second-p0Qw2xLr7vB4']));
  });
});
