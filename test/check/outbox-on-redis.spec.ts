import { outboxSuite } from '../environment/outbox-suite';
import { startRedis } from '../environment/redis';

outboxSuite('Redis', async () => {
  const redis = await startRedis();
  return { url: () => redis.url, lose: () => redis.flush(), close: () => redis.stop() };
});
