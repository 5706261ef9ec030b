// Files of ordinary manifests, as a platform's repository holds them: block style, comments, some quotes and lists, a text of
// several lines here and there.

import { printManifests } from '../src/kubernetes/print.ts'
import type { Manifest } from '../src/kubernetes/types.ts'

/** Objects of `services` services: a Deployment, a Service, a budget, a policy and settings each. */
export function manyManifests(services: number): readonly Manifest[] {
  return Array.from({ length: services }, (_, index) => objectsOf(index)).flat()
}

/** The same as files of YAML, about `bytes` in all; each holds the objects of some services, with a comment above. */
export function manyFiles(bytes: number): readonly string[] {
  const files: string[] = []
  const perFile = 20
  for (let written = 0; written < bytes; ) {
    const first = files.length * perFile
    const objects = Array.from({ length: perFile }, (_, at) => objectsOf(first + at)).flat()
    const file = `# Services ${first} to ${first + perFile - 1}: kept by hand.\n${printManifests(objects)}`
    files.push(file)
    written += file.length
  }
  return files
}

function objectsOf(index: number): readonly Manifest[] {
  const name = `service-${index}`
  const namespace = `team-${index % 40}`
  const labels = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': namespace, tier: 'backend' }
  const metadata = { name, namespace, labels }
  const selector = { matchLabels: { 'app.kubernetes.io/name': name } }
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        ...metadata,
        annotations: { 'prometheus.io/scrape': 'true', 'example.com/owner': `team ${index % 40}` },
      },
      spec: {
        replicas: 2 + (index % 3),
        revisionHistoryLimit: 3,
        selector,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
        template: { metadata: { labels }, spec: podSpec(name, index) },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: {
        type: 'ClusterIP',
        ports: [{ name: 'http', port: 80, targetPort: 'http' }],
        selector: selector.matchLabels,
      },
    },
    { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata, spec: { minAvailable: 1, selector } },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata,
      spec: {
        podSelector: selector,
        policyTypes: ['Ingress'],
        ingress: [{ from: [{ podSelector: { matchLabels: { tier: 'frontend' } } }], ports: [{ port: 8080 }] }],
      },
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata,
      data: {
        'log.level': index % 2 === 0 ? 'info' : 'debug',
        'application.properties': Array.from({ length: 12 }, (_, at) => `setting.${at}=value ${index} of ${at}`).join(
          '\n',
        ),
      },
    },
  ]
}

function podSpec(name: string, index: number) {
  return {
    serviceAccountName: name,
    securityContext: { runAsNonRoot: true, runAsUser: 10_001 },
    containers: [
      {
        name: 'main',
        image: `registry.example.com/shop/${name}:1.${index % 9}.2`,
        ports: [
          { name: 'http', containerPort: 8080 },
          { name: 'metrics', containerPort: 9090 },
        ],
        env: [
          { name: 'DATABASE_HOST', value: `${name}-db.data.svc.cluster.local` },
          { name: 'DATABASE_PASSWORD', valueFrom: { secretKeyRef: { name: `${name}-db`, key: 'password' } } },
          { name: 'TIMEOUT_MS', value: '2500' },
        ],
        resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
        readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 5 },
        livenessProbe: { httpGet: { path: '/live', port: 'http' }, initialDelaySeconds: 20 },
        volumeMounts: [{ name: 'settings', mountPath: '/etc/settings' }],
      },
    ],
    volumes: [{ name: 'settings', configMap: { name } }],
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'topology.kubernetes.io/zone',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: { 'app.kubernetes.io/name': name } },
      },
    ],
  }
}
