'use strict';

/**
 * The words of the product, lowest rung first. A library imports only what stands above it in this list, through its
 * front door; read from top to bottom the list tells the story of a joint procurement.
 */
module.exports = [
  'settings',
  'clock',
  'request',
  'database',
  'mail',
  'outbox',
  'decision-log',
  'verb',
  'attachment',
  'organisation',
  'identity',
  'classification',
  'procurement-law',
  'meeting-calendar',
  'expectation',
  'need',
  'procurement-case',
  'participation',
  'note',
  'question',
  'volume',
  'anchoring',
  'running-case',
  'merge-proposal',
  'merged-demand-report',
  'joint-tender',
  'audit',
  'reminder',
  'privacy',
];
