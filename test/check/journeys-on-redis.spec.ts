import { startRedis, type TestRedis } from '../environment/redis';

// The journeys that need the queue, once more, with Redis as the doorbell. Hooks of this file run before theirs.
let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
  process.env.TEST_QUEUE_URL = redis.url;
});
afterAll(async () => {
  delete process.env.TEST_QUEUE_URL;
  await redis?.stop();
});

import '../journeys/the-thread.spec';
import '../journeys/merge-proposal.spec';
import '../journeys/reminder.spec';
import '../journeys/reminder-sending.spec';
import '../journeys/volume.spec';
