import {
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DevelopmentMailbox } from './development-mailbox';
import { DevelopmentMailboxController } from './development-mailbox.controller';
import { MAIL_SETTINGS, type MailSettings, readMailSettings } from './mail-settings';
import { MailTransport } from './smtp-transport';

/** How a process uses the mail library. */
export interface MailModuleOptions {
  /** Settings; without them they are read from the environment. */
  settings?: MailSettings;
  /** Whether this process hosts the development mailbox (SMTP and its HTTP pages). Without effect in production. */
  hostMailbox?: boolean;
}

/** Sending mail; in development also the mailbox that catches it. */
@Module({})
export class MailModule {
  static register(options: MailModuleOptions = {}): DynamicModule {
    const settings = options.settings ?? readMailSettings(process.env);
    const module: DynamicModule = {
      module: MailModule,
      providers: [{ provide: MAIL_SETTINGS, useValue: settings }, MailTransport],
      exports: [MAIL_SETTINGS, MailTransport],
    };
    if (!options.hostMailbox || settings.production) return module;
    return {
      ...module,
      controllers: [DevelopmentMailboxController],
      providers: [
        ...(module.providers ?? []),
        { provide: DevelopmentMailbox, useFactory: () => new DevelopmentMailbox(settings.mailboxFolder) },
        MailboxHost,
      ],
      exports: [...(module.exports ?? []), DevelopmentMailbox],
    };
  }
}

/** Opens the mailbox with the process and closes it with it. */
class MailboxHost implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(DevelopmentMailbox) private readonly mailbox: DevelopmentMailbox,
    @Inject(MAIL_SETTINGS) private readonly settings: MailSettings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.mailbox.start(this.settings.mailboxPort);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.mailbox.stop();
  }
}
