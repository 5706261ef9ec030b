import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daemon } from '../../platform/component/daemon.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { environment } from '../../platform/language/environment.ts'
import { node } from '../../platform/language/node.ts'
import { platform } from '../../platform/language/platform.ts'
import { lower } from '../lower.ts'

const watch = daemon('node-watch', {
  listens: { metrics: 9100 },
  metrics: { port: 'metrics' },
  requests: { cpu: '100m', memory: '64Mi' },
  update: { maxUnavailable: 1 },
})
const harbour = cluster('harbour', { kubernetes: '1.34', nodes: [node('n1', { cpu: 4, memory: '8Gi' })] })
const shop = platform('shop', {
  environments: [environment('live', { on: harbour, namespace: 'shop', runs: [watch] })],
})

test('a daemon is a DaemonSet, of which nobody says how many', () => {
  const [estate] = lower(shop)
  const spec = estate?.objects.find(({ ref }) => ref === 'DaemonSet/shop/node-watch')?.manifest.spec
  assert.deepEqual(spec, {
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
    selector: { matchLabels: { app: 'node-watch' } },
    template: {
      metadata: { labels: { app: 'node-watch', 'app.kubernetes.io/name': 'node-watch' } },
      spec: {
        containers: [
          {
            name: 'node-watch',
            image: 'unstated.invalid/node-watch:unstated',
            ports: [{ name: 'metrics', containerPort: 9100 }],
            resources: { requests: { cpu: '100m', memory: '64Mi' } },
          },
        ],
      },
    },
  })
})

test('and its metrics are where it is', () => {
  const facts = lower(shop).flatMap((estate) => estate.facts)
  assert.deepEqual(
    facts.map((fact) => (fact.trait === 'metered' ? [fact.of, fact.port] : fact.trait)),
    ['endpoint', ['DaemonSet/shop/node-watch', 'metrics']],
  )
})
