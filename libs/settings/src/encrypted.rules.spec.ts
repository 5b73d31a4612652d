import { isReadableOnTheWay } from './encrypted.rules';

const PG = 'postgres://samanker_app:k3Jd9sQw81mZ@';

describe('connections that somebody on the way could read', () => {
  it.each([
    `${PG}db.example.no:5432/s`,
    `${PG}10.0.0.7/s`,
    `${PG}db/s?sslmode=disable`,
    `${PG}db/s?sslmode=prefer`,
    `${PG}db/s?sslmode=no-verify`,
    `${PG}db/s?ssl=true&sslmode=disable`,
    `${PG}db/s?sslmode=verify-full&sslmode=disable`,
    `${PG}db/s?uselibpqcompat=true&sslmode=require`,
    `${PG}localhost/s?host=db.example.no`,
    `${PG}127.0.0.1.example.no/s`,
    'redis://:k3Jd9sQw81mZ@redis.example.no:6379',
    'smtp://smtp.example.no:587',
    'smtp://smtp.example.no:587?requireTLS=false',
    'smtp://smtp.example.no:587?requireTLS=true&tls.rejectUnauthorized=false',
    'smtps://smtp.example.no:465?tls.rejectUnauthorized=false',
  ])('%s', (address) => {
    expect(isReadableOnTheWay(address)).toBe(true);
  });

  it.each([
    `${PG}db/s?sslmode=verify-full`,
    `${PG}db/s?sslmode=require`,
    `${PG}db/s?ssl=true`,
    `${PG}localhost:5432/s`,
    `${PG}127.0.0.1/s`,
    `${PG}[::1]/s`,
    `${PG}localhost/s?host=/var/run/postgresql`,
    'rediss://:k3Jd9sQw81mZ@redis.example.no:6380',
    'redis://localhost:6379',
    'smtps://smtp.example.no:465',
    'smtp://smtp.example.no:587?requireTLS=true',
    'smtp://127.0.0.1:25',
    'no address at all',
  ])('not %s', (address) => {
    expect(isReadableOnTheWay(address)).toBe(false);
  });
});
