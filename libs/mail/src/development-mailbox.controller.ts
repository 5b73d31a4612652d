import { Controller, Delete, Get, Header, HttpCode, Inject, NotFoundException, Param, Query } from '@nestjs/common';
import { DevelopmentMailbox } from './development-mailbox';
import type { StoredMail, StoredMailSummary } from './stored-mail';

/** Shown HTML can run nothing, load nothing and reach nothing: it is somebody else's text. */
const HTML_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

/** The development mailbox over HTTP; the module does not register it in production. */
@Controller('development/mailbox')
export class DevelopmentMailboxController {
  constructor(@Inject(DevelopmentMailbox) private readonly mailbox: DevelopmentMailbox) {}

  /** `GET /development/mailbox?to=&limit=&offset=`: the newest first. */
  @Get()
  @Header('cache-control', 'no-store')
  list(
    @Query('to') to?: string,
    @Query('limit') limit?: string,
    @Query('offset') offset?: string,
  ): Promise<{ total: number; messages: StoredMailSummary[] }> {
    return this.mailbox.list({
      to: typeof to === 'string' && to ? to : undefined,
      limit: wholeNumber(limit, 50, 200),
      offset: wholeNumber(offset, 0, 2_000),
    });
  }

  /** `GET /development/mailbox/:id`: subject, text, HTML, attachments and header lines as JSON. */
  @Get(':id')
  @Header('cache-control', 'no-store')
  read(@Param('id') id: string): Promise<StoredMail> {
    return this.find(id);
  }

  /** `GET /development/mailbox/:id/html`: the HTML part alone, sandboxed. */
  @Get(':id/html')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', HTML_POLICY)
  @Header('x-frame-options', 'SAMEORIGIN')
  @Header('x-content-type-options', 'nosniff')
  @Header('referrer-policy', 'no-referrer')
  @Header('cache-control', 'no-store')
  async html(@Param('id') id: string): Promise<string> {
    return (await this.find(id)).html;
  }

  /** `DELETE /development/mailbox`: empties it. */
  @Delete()
  @HttpCode(204)
  clear(): Promise<void> {
    return this.mailbox.clear();
  }

  private async find(id: string): Promise<StoredMail> {
    const mail = await this.mailbox.read(id);
    if (!mail) throw new NotFoundException('No such message');
    return mail;
  }
}

function wholeNumber(text: unknown, otherwise: number, largest: number): number {
  return typeof text === 'string' && /^\d{1,6}$/.test(text) ? Math.min(Number(text), largest) : otherwise;
}
