import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dnsSubdomainProblem, labelProblem } from '../kubernetes/names.ts'
import { printManifest } from '../kubernetes/print.ts'
import { readManifests } from '../kubernetes/read.ts'
import { matchesLabels } from '../kubernetes/selector.ts'
import { type Labels, refOf } from '../kubernetes/types.ts'
import { distributionOf } from './distributions.ts'
import { boundByProvisioner } from './provisioners.ts'

const k3s = distributionOf('k3s') ?? assert.fail()
const kubeadm = distributionOf('kubeadm') ?? assert.fail()

test('a distribution that is not in the table is unknown', () => {
  for (const name of ['rke2', '', 'constructor', '__proto__']) assert.equal(distributionOf(name), undefined)
  assert.equal(distributionOf('K3s'), k3s)
})

test('K3s as it starts: policies act, servers are open, volumes stay on their node and grow past their size', () => {
  assert.equal(k3s.enforcesNetworkPolicy, true)
  assert.equal(k3s.networkPolicyUnless, '--disable-network-policy')
  assert.deepEqual(k3s.serverTaints, [])
  assert.deepEqual(k3s.serverLabels, { 'node-role.kubernetes.io/control-plane': 'true' })
  assert.equal(k3s.storageClasses['local-path']?.bound, 'node')
  assert.equal(k3s.storageClasses['local-path']?.keepsSize, false)
  assert.equal(k3s.writesAuditLog, false)
  assert.equal(k3s.encryptsSecrets, false)
  assert.deepEqual(Object.keys(k3s.brings.parts).sort(), [
    '',
    'coredns',
    'local-storage',
    'metrics-server',
    'servicelb',
    'traefik',
  ])
})

test('kubeadm keeps workloads off its servers and leaves the network open', () => {
  assert.equal(kubeadm.enforcesNetworkPolicy, undefined)
  assert.deepEqual(kubeadm.serverTaints, [{ key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' }])
})

for (const distribution of [k3s, kubeadm]) {
  const { manifests } = distribution.brings

  test(`${distribution.name}: what it brings is told apart, well named, and reads back`, () => {
    assert.equal(new Set(manifests.map((manifest) => refOf(manifest))).size, manifests.length)
    for (const manifest of manifests) {
      assert.equal(dnsSubdomainProblem(manifest.metadata.name ?? ''), undefined)
      for (const [key, value] of Object.entries(manifest.metadata.labels ?? {}))
        assert.equal(labelProblem(key, value), undefined)
      assert.deepEqual(
        readManifests(printManifest(manifest), 'x').manifests[0]?.manifest,
        JSON.parse(JSON.stringify(manifest)),
      )
    }
  })

  test(`${distribution.name}: its Services select the pods of its Deployments`, () => {
    const templates = manifests.map(
      (manifest) => (manifest.spec as { template?: { metadata: { labels: Labels } } })?.template,
    )
    for (const service of manifests.filter(({ kind }) => kind === 'Service')) {
      const { selector } = service.spec as { selector: Labels }
      assert.ok(
        templates.some((template) => template && matchesLabels({ matchLabels: selector }, template.metadata.labels)),
      )
    }
  })

  test(`${distribution.name}: DNS is asked on 53 by UDP and TCP, and shows its metrics on 9153`, () => {
    const dns = manifests.find(({ metadata }) => metadata.name === 'kube-dns') ?? assert.fail()
    const { ports } = dns.spec as { ports: { port: number; protocol: string }[] }
    assert.deepEqual(
      ports.map(({ port, protocol }) => `${port}/${protocol}`),
      ['53/UDP', '53/TCP', '9153/TCP'],
    )
  })
}

test('provisioners say where a volume is bound', () => {
  assert.equal(boundByProvisioner('rancher.io/local-path')?.value, 'node')
  assert.equal(boundByProvisioner('ebs.csi.aws.com')?.value, 'zone')
  assert.equal(boundByProvisioner('shop.example/disk'), undefined)
})
