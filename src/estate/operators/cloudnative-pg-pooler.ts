// A Pooler of CloudNativePG: PgBouncer before a Cluster.

import type { EstateObject } from '../estate.ts'
import { given, unlessEmpty } from '../given.ts'
import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'
import type { Maker, Products } from './maker.ts'
import { countIn } from './values.ts'

/** CloudNativePG 1.30: pkg/specs/pgbouncer/deployments.go, services.go, rbac.go. */
export const pooler: Maker = {
  group: 'postgresql.cnpg.io',
  kind: 'Pooler',
  operator: 'CloudNativePG 1.30',
  id: 'cloudnative-pg',
  make: productsOf,
}

function productsOf({ manifest }: EstateObject): Products {
  const spec = fieldsAt(manifest, 'spec')
  const { name = '', namespace } = manifest.metadata
  const metadata = given({ name, namespace, labels: { 'cnpg.io/poolerName': name } })
  const selector = { 'cnpg.io/poolerName': name }
  const labels = { ...fieldsAt(spec, 'template', 'metadata', 'labels'), ...selector, 'cnpg.io/podRole': 'pooler' }
  const deployment = given({
    replicas: countIn(spec, 'instances') ?? 1,
    strategy: unlessEmpty(fieldsAt(spec, 'deploymentStrategy')),
    selector: { matchLabels: selector },
    template: { metadata: { labels }, spec: podSpec(name, fieldsAt(spec, 'template', 'spec')) },
  })
  const service = {
    ...fieldsAt(spec, 'serviceTemplate', 'spec'),
    ports: [{ name: 'pgbouncer', port: 5432, targetPort: 'pgbouncer', protocol: 'TCP' }],
    selector,
  }
  const from = { 'spec.replicas': 'spec.instances', 'spec.template': 'spec.template' }
  return {
    objects: [
      { manifest: { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: deployment }, from },
      { manifest: { apiVersion: 'v1', kind: 'Service', metadata, spec: service } },
      { manifest: { apiVersion: 'v1', kind: 'ServiceAccount', metadata } },
    ],
  }
}

/** What the template says, with the container that must be there. */
function podSpec(name: string, template: Fields): object {
  const said = fieldsIn(template.containers)
  const own = said.find((one) => one.name === 'pgbouncer') ?? {}
  const container = {
    name: 'pgbouncer',
    image: 'ghcr.io/cloudnative-pg/pgbouncer',
    readinessProbe: { tcpSocket: { port: 5432 }, timeoutSeconds: 5 },
    securityContext,
    ...own,
    ports: [
      { name: 'pgbouncer', containerPort: 5432, protocol: 'TCP' },
      { name: 'metrics', containerPort: 9127, protocol: 'TCP' },
    ],
  }
  return {
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 998,
      runAsGroup: 996,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    ...template,
    serviceAccountName: name,
    containers: [container, ...said.filter((one) => one.name !== 'pgbouncer')],
  }
}

const securityContext = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, runAsNonRoot: true }
