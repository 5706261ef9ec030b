// Sections 7.2 and 10.2: what happens after a failure, step by step, with the times that the document gives.

import { procedure, step } from 'seaworthy'
import { says } from '../as-written/says.ts'

// A controller that sees the dead node taints it out-of-service: only then are members of a StatefulSet replaced.
export const nodeFailure = procedure('node-failure', {
  steps: [
    step('fence', { does: 'fence', actor: 'controller', takes: '30s' }),
    step('terminate', { does: 'terminate', actor: 'kubernetes', takes: '30s', stated: says('7.2', 836) }),
    step('schedule', { does: 'schedule', actor: 'kubernetes', takes: '10s', stated: says('7.2', 837) }),
    step('reattach', {
      does: 'attach',
      actor: 'kubernetes',
      takes: { from: '30s', to: '60s' },
      stated: says('7.2', 838),
    }),
    step('start', { does: 'start', actor: 'kubernetes', takes: { from: '30s', to: '90s' }, stated: says('7.2', 839) }),
  ],
  stated: says('7.2', [835, 839]),
})

// Half an hour to an hour in all, as the document says; the restore is the only part that it gives a time.
export const corruptionRecovery = procedure('restore-from-backup', {
  steps: [
    step('notice', { does: 'detect', actor: 'person', takes: { from: '5m', to: '10m' } }),
    step('decide', { does: 'decide', actor: 'person', takes: { from: '5m', to: '10m' } }),
    step('restore', {
      does: 'restore',
      actor: 'person',
      takes: { from: '10m', to: '30m' },
      stated: says('10.1', 1093),
    }),
    step('verify', { does: 'verify', actor: 'person', takes: { from: '5m', to: '10m' } }),
  ],
  stated: says('10.2', [1123, 1128]),
})

// Four to eight hours in all, as the document says; the controller deploys what lies in Git as soon as it runs.
export const rebuild = procedure('rebuild-the-cluster', {
  steps: [
    step('provision', {
      does: 'provision',
      actor: 'person',
      takes: { from: '3h', to: '5h' },
      stated: says('10.2', 1136),
    }),
    step('restore', {
      does: 'restore',
      actor: 'person',
      takes: { from: '10m', to: '30m' },
      stated: says('10.1', 1093),
    }),
    step('deploy', { does: 'deploy', actor: 'controller', takes: '5m', stated: says('10.1', 1105) }),
    step('verify', {
      does: 'verify',
      actor: 'person',
      takes: { from: '45m', to: '2h' },
      stated: says('10.2', 1139),
    }),
  ],
  stated: says('10.2', [1135, 1139]),
})

// Nobody promotes what stands by but a person: from there a lost line looks like a lost cluster.
export const takeover = procedure('take-over', {
  steps: [
    step('notice', { does: 'detect', actor: 'person', takes: { from: '5m', to: '10m' } }),
    step('decide', { does: 'decide', actor: 'person', takes: { from: '5m', to: '15m' } }),
    step('promote', { does: 'promote', actor: 'person', takes: { from: '1m', to: '5m' } }),
    step('verify', { does: 'verify', actor: 'person', takes: { from: '5m', to: '15m' } }),
  ],
})
