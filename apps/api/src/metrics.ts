import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** Prometheus metrics of this process. */
export class Metrics {
  readonly registry = new Registry();
  private readonly seconds = new Histogram({
    name: 'samanker_http_request_seconds',
    help: 'Time to answer an HTTP request, in seconds.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.5, 1, 5],
    registers: [this.registry],
  });

  private readonly refusals = new Counter({
    name: 'samanker_refused_total',
    help: 'Attempts at verbs that were turned away: not permitted, not found, or a log-in that is not enough.',
    labelNames: ['verb', 'because'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  answered(method: string, route: string, status: number, milliseconds: number): void {
    this.seconds.labels(method, route, String(status)).observe(milliseconds / 1000);
  }

  /** One attempt that was turned away. */
  refused(verb: string, because: string): void {
    this.refusals.labels(verb, because).inc();
  }
}
