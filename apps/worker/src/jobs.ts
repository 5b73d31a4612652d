import type { Type } from '@nestjs/common';
import type { JobHandler } from '@samanker/outbox';

/** Every job handler of the words. */
export const jobs: Type<JobHandler>[] = [];
