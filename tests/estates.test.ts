// The estates beside the sources, each judged as its team would: every planted fault is found, with the derivation that
// its list asks for, and nothing else is broken. No helm and no kustomize is on the PATH: what they made is kept beside.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { after, suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readYaml } from '../src/estate/delivery/yaml-file.ts'

const home = fileURLToPath(new URL('..', import.meta.url))
const estates = join(home, 'estates')
const command = join(home, 'bin/seaworthy.mjs')

interface Found {
  readonly id: string
  readonly verdict: string
  readonly because: readonly {
    readonly truth: boolean | null
    readonly at?: { readonly file: string; readonly line: number }
    readonly says: string
    readonly rows: readonly (readonly string[])[]
  }[]
}

/** What the list of an estate says of one fault: the place to be shown, and others that are as right. */
interface Listed {
  readonly id: string
  readonly decidedAt: string
  readonly alsoAt?: readonly string[]
}

interface Advice {
  readonly id: string
  readonly says: { readonly rows?: readonly (readonly string[])[] }
}

interface Estate {
  readonly name: string
  /** What is worth knowing: each kind with the things that it names, or their number. */
  readonly advice: { readonly [id: string]: readonly string[] | number }
  readonly args: readonly string[]
  /** The folder with `faults.yaml`, and the one that its places are below. */
  readonly list: string
  /** Fault → the verdicts that it breaks → what one of them says, and the line that decides. */
  readonly faults: { readonly [fault: string]: { readonly [verdict: string]: RegExp | Derivation } }
}

type Derivation = readonly [says: RegExp, at: string]

const scratch = mkdtempSync(join(tmpdir(), 'seaworthy-estates-'))
after(() => rmSync(scratch, { recursive: true, force: true }))

const large = join(scratch, 'large')
const written = spawnSync(process.execPath, [join(estates, 'large/generate.mjs'), large], { encoding: 'utf8' })
assert.equal(written.status, 0, written.stderr)

const edgeLabel = 'fintech/platform/infra/namespaces/overlays/prod/kustomization.yaml:15'
const notifyDns = 'fintech/platform/infra/policies/overlays/prod/notify-dns.yaml:14'

const judged: readonly Estate[] = [
  {
    name: 'large',
    advice: { 'single-pod/cluster': 40, 'zone-places/cluster': ['orders-us/importer'] },
    args: [large],
    list: large,
    faults: {
      'claims-pricing-refused': {
        'admitted/claims-eu/Deployment/pricing': /memory request 768Mi is above the limit 512Mi/,
      },
      'media-indexer-nowhere': { 'placed/media-us/indexer': /label pool=io, not gpu/ },
      'orders-importer-node-loss': { 'survives-node/orders-us/importer': /worker-0[123]/ },
      'stock-api-never-drained': { 'drains/stock-apac/api': /allowed disruptions = 3 − 3 = 0/ },
      'travel-mailer-key': { 'refers/travel-shared/Deployment/mailer': /ConfigMap mailer has no key MAIL_MODE/ },
    },
  },
  {
    name: 'small-shop',
    advice: {
      'single-pod/cluster': ['shop/redis', 'shop/postgres'],
      'worst-loss/cluster': ['shop/postgres'],
      'zone-places/cluster': ['shop/checkout'],
    },
    args: ['small-shop/k8s', '--nodes', 'small-shop/nodes.yaml'],
    list: join(estates, 'small-shop'),
    faults: {
      'postgres-never-drained': { 'drains/shop/postgres': /allowed disruptions = 1 − 1 = 0/ },
      'search-port-name': { 'refers/shop/Service/search': /a port named http, which no pod has/ },
      'notifications-no-dns': {
        'looks-up/shop/notifications': [
          /no rule lets notifications out to DNS/,
          'small-shop/k8s/policies/default-deny.yaml:20',
        ],
      },
      'checkout-rollout-stuck': {
        'finishes/shop/checkout': /no pod may go first/,
        'survives-node/shop/checkout': /checkout/,
      },
    },
  },
  {
    name: 'fintech',
    advice: {
      'open-stores/prod': ['messaging/events-brokers:9092', 'coordination/etcd:2379', 'fx/fx-db:5432'],
      'single-pod/prod': [
        'cards/cards-db',
        'fx/fx-db',
        'identity/session-store',
        'ledger/balance-cache',
        'risk/velocity',
        'backoffice/admin-ui',
      ],
      'worst-loss/prod': ['cards/cards-db', 'ledger/ledger-db', 'notify/notify-db'],
    },
    args: [
      'fintech/platform',
      ...['--nodes', 'prod=fintech/nodes-prod.yaml', '--nodes', 'staging=fintech/nodes-staging.yaml'],
      ...['--rendered', 'fintech/rendered'],
    ],
    list: join(estates, 'fintech'),
    faults: {
      'cards-db-never-drained': { 'drains/prod/cards/cards-db': /allowed disruptions = 1 − 1 = 0/ },
      'fraud-scorer-max-above-quota': { 'scales/prod/risk/fraud-scorer': /24 × 500m = 14.1 cores of 12 cores/ },
      'edge-label-renamed': {
        'reaches/prod/edge/api-gateway/payment-api.payments:http': [
          /no rule lets api-gateway in to payments\/payment-api/,
          edgeLabel,
        ],
        'reaches/prod/edge/mobile-bff/payment-api.payments:http': [/no rule lets mobile-bff in/, edgeLabel],
        'reaches/prod/edge/web-bff/payment-api.payments:http': [/no rule lets web-bff in/, edgeLabel],
      },
      'notify-dns-tcp-only': {
        'looks-up/prod/notify/email-sender': [/DNS at UDP 53/, notifyDns],
        'looks-up/prod/notify/notify-api': [/DNS at UDP 53/, notifyDns],
        'looks-up/prod/notify/push-sender': [/DNS at UDP 53/, notifyDns],
        'looks-up/prod/notify/sms-sender': [/DNS at UDP 53/, notifyDns],
        'looks-up/prod/notify/webhook-dispatcher': [/DNS at UDP 53/, notifyDns],
      },
      'tokenizer-secret-key': { 'refers/prod/cards/Deployment/tokenizer': /tokenizer-hsm has no key HSM_PARTITION/ },
      'journal-export-rollout-stuck': { 'finishes/prod/ledger/journal-export': /is ReadWriteOncePod/ },
      'data-export-volume-nowhere': {
        'placed/prod/reporting/data-export': /its volume data-export-scratch stays on prod-b-4/,
      },
      'etcd-two-voters': { 'quorum/prod/coordination/etcd': /2 of the 2 voters of etcd are needed/ },
      'payout-worker-two-autoscalers': { 'scales/prod/payments/payout-worker': /2 autoscalers want to scale it/ },
      'card-auth-never-scraped': {
        'scraped/prod/monitoring/PodMonitor/card-auth': /has a port metrics/,
        'fires/prod/cards/PrometheusRule/cards/CardAuthSlow': /PodMonitor card-auth brings nothing/,
      },
      'identity-receiver-missing': {
        'routed/prod/identity/AlertmanagerConfig/identity': /names the receiver pager-identity/,
      },
      'report-api-removed-api': {
        'admitted/prod/reporting/HorizontalPodAutoscaler/report-api': /autoscaling\/v2beta2/,
        'served/prod/HorizontalPodAutoscaler/autoscaling.v2beta2': /autoscaling\/v2beta2|1\.34/,
      },
    },
  },
]

for (const estate of judged) {
  suite(`estate: ${estate.name}`, () => {
    const { verdicts, advice } = answerOf(estate)
    const broken = verdicts.filter(({ verdict }) => verdict === 'broken')
    const expected = Object.values(estate.faults).flatMap((verdicts) => Object.keys(verdicts))

    for (const [fault, verdicts] of Object.entries(estate.faults)) {
      test(`the fault ${fault} is found, and its derivation shows it`, () => {
        for (const [id, wanted] of Object.entries(verdicts)) {
          const [says, at] = wanted instanceof RegExp ? [wanted] : wanted
          assert.match(derivation(broken, id), says)
          if (at !== undefined) assert.deepEqual(placesOf(broken, id), [at])
        }
      })
    }

    const listed = new Map(listOf(estate).map((one) => [one.id, one]))
    for (const [fault, verdicts] of Object.entries(estate.faults)) {
      test(`the fault ${fault} is shown where the list has it`, () => {
        const { decidedAt = '', alsoAt = [] } = listed.get(fault) ?? {}
        const below = (place: string) => relative(estate.list, resolve(estates, place))
        const shown = Object.keys(verdicts).flatMap((id) => placesOf(broken, id).map(below))
        assert.ok(
          [decidedAt, ...alsoAt].some((place) => shown.includes(place)),
          `${decidedAt}; shown: ${shown.join()}`,
        )
      })
    }

    test('every fault of the list is asked for', () => {
      assert.deepEqual([...listed.keys()].sort(), Object.keys(estate.faults).sort())
    })

    test('what is worth knowing', () => {
      const told = advice.map(({ id, says: { rows = [] } }) => [id, rows.map(([thing]) => thing)] as const)
      const brief = told.map(([id, things]) => [id, typeof estate.advice[id] === 'number' ? things.length : things])
      assert.deepEqual(Object.fromEntries(brief), estate.advice)
    })

    test('nothing else is broken', () => {
      assert.deepEqual(
        broken.map(({ id }) => id).filter((id) => !expected.includes(id)),
        [],
      )
    })
  })
}

interface Answer {
  readonly verdicts: readonly Found[]
  readonly advice: readonly Advice[]
}

function answerOf({ args }: Estate): Answer {
  const asked = ['check', ...args, '--kubernetes', '1.34', '--at', '2026-11-21', '--format', 'json']
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, ...asked], {
    cwd: estates,
    env: { HOME: scratch },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  assert.equal(status, 1, stderr)
  return JSON.parse(stdout) as Answer
}

function placesOf(broken: readonly Found[], id: string): readonly string[] {
  const because = broken.find((one) => one.id === id)?.because ?? []
  return because.flatMap(({ truth, at }) => (truth === false && at ? [`${at.file}:${at.line}`] : []))
}

function listOf({ list }: Estate): readonly Listed[] {
  return (readYaml(readFileSync(join(list, 'faults.yaml'), 'utf8')) as { faults: readonly Listed[] }).faults
}

function derivation(broken: readonly Found[], id: string): string {
  const found = broken.find((one) => one.id === id)
  assert.ok(found, `${id} is not broken; broken are ${broken.map((one) => one.id).join(', ')}`)
  return found.because
    .filter(({ truth }) => truth === false)
    .flatMap(({ says, rows }) => [says, ...rows.map((row) => row.join('  '))])
    .join('\n')
}
