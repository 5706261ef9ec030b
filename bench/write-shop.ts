// A folder of plain manifests as a shop of many services has them.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** 250 services of four objects each in ten namespaces, with three nodes in each of three zones; the bytes written. */
export function writeShop(to: string): number {
  mkdirSync(to)
  let bytes = 0
  const put = (name: string, manifest: object) => {
    // JSON is YAML; indented it is read line by line as YAML is.
    const text = blockYaml(manifest)
    bytes += text.length
    writeFileSync(join(to, `${name}.yaml`), text)
  }
  for (let node = 0; node < 9; node++) put(`node-${node}`, nodeNamed(`node-${node}`, `zone-${node % 3}`))
  for (let service = 0; service < 250; service++) {
    const name = `service-${String(service).padStart(3, '0')}`
    for (const manifest of objectsOf(name, `team-${service % 10}`))
      put(`${name}-${manifest.kind.toLowerCase()}`, manifest)
  }
  return bytes
}

function nodeNamed(name: string, zone: string) {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { 'kubernetes.io/hostname': name, 'topology.kubernetes.io/zone': zone } },
    status: { allocatable: { cpu: '64', memory: '256Gi', pods: '250' } },
  }
}

function objectsOf(name: string, namespace: string) {
  const metadata = { name, namespace, labels: { app: name } }
  const selector = { matchLabels: { app: name } }
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        replicas: 3,
        selector,
        template: { metadata: { labels: { app: name } }, spec: { containers: [containerOf(name)] } },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector: { app: name }, ports: [{ port: 80, targetPort: 8080 }] },
    },
    { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata, spec: { minAvailable: 2, selector } },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata,
      data: Object.fromEntries(
        Array.from({ length: 60 }, (_, i) => [`setting.${i}`, `a value of ${name} that says number ${i}`]),
      ),
    },
  ]
}

function containerOf(name: string) {
  return {
    name: 'main',
    image: `registry.example.com/${name}:1.4.2`,
    ports: [{ name: 'http', containerPort: 8080 }],
    env: Array.from({ length: 30 }, (_, i) => ({ name: `SETTING_${i}`, value: `value ${i}` })),
    resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } },
    readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 10 },
    livenessProbe: { httpGet: { path: '/live', port: 'http' }, periodSeconds: 10 },
  }
}

function blockYaml(value: unknown, indent = ''): string {
  if (Array.isArray(value))
    return value.map((item) => `${indent}- ${blockYaml(item, `${indent}  `).trimStart()}`).join('')
  if (typeof value !== 'object' || value === null) return `${indent}${JSON.stringify(value)}\n`
  return Object.entries(value)
    .map(([key, held]) =>
      typeof held === 'object'
        ? `${indent}${key}:\n${blockYaml(held, `${indent}  `)}`
        : `${indent}${key}: ${JSON.stringify(held)}\n`,
    )
    .join('')
}
