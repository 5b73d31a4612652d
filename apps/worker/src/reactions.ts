import type { Reactions } from '@samanker/outbox';

/** What reacts to what, all of it: event → jobs. An event that nobody reacts to stands here with an empty list. */
export const reactions = {} as const satisfies Reactions;
