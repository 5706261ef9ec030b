// The pod that Prometheus Operator 0.85 makes of a Prometheus or an Alertmanager, and the claim for its data. Files cited are
// those of prometheus-operator/prometheus-operator.

import { given, unlessEmpty } from '../given.ts'
import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'
import { countIn, textIn } from './values.ts'

export interface Brand {
  readonly name: 'prometheus' | 'alertmanager'
  readonly port: number
  readonly more: readonly { readonly name: string; readonly port: number; readonly protocol: 'TCP' | 'UDP' }[]
  readonly graceSeconds: number
}

export function podSpec(spec: Fields, brand: Brand, own: string): object {
  const web = { name: textIn(spec, 'portName') ?? 'web', containerPort: brand.port, protocol: 'TCP' }
  const more = brand.more.map(({ name, port, protocol }) => ({ name, containerPort: port, protocol }))
  const image = textIn(spec, 'image') ?? `quay.io/prometheus/${brand.name}`
  const reloader = 'quay.io/prometheus-operator/prometheus-config-reloader:v0.85.0'
  return given({
    serviceAccountName: textIn(spec, 'serviceAccountName'),
    securityContext: unlessEmpty(fieldsAt(spec, 'securityContext')),
    affinity: unlessEmpty(fieldsAt(spec, 'affinity')),
    nodeSelector: unlessEmpty(fieldsAt(spec, 'nodeSelector')),
    tolerations: listed(spec.tolerations),
    topologySpreadConstraints: listed(spec.topologySpreadConstraints),
    priorityClassName: textIn(spec, 'priorityClassName'),
    imagePullSecrets: listed(spec.imagePullSecrets),
    terminationGracePeriodSeconds: countIn(spec, 'terminationGracePeriodSeconds') ?? brand.graceSeconds,
    initContainers: [{ name: 'init-config-reloader', image: reloader, resources: small, securityContext }],
    containers: [
      given({
        name: brand.name,
        image,
        ports: spec.listenLocal === true ? undefined : [web, ...more],
        volumeMounts: dataMounts(spec, brand, own),
        resources: unlessEmpty(fieldsAt(spec, 'resources')),
        readinessProbe: { httpGet: { path: '/-/ready', port: web.name } },
        securityContext,
      }),
      {
        name: 'config-reloader',
        image: reloader,
        ports: [{ name: 'reloader-web', containerPort: 8080, protocol: 'TCP' }],
        resources: small,
        securityContext,
      },
      ...sidecar(fieldsAt(spec, 'thanos')),
      ...additional(spec, brand),
    ],
  })
}

// cmd/operator/main.go:101, where the operator itself is told nothing else.
const small = { requests: { cpu: '10m', memory: '50Mi' }, limits: { cpu: '10m', memory: '50Mi' } }

const securityContext = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
}

// pkg/prometheus/server/statefulset.go, createThanosContainer.
function sidecar(thanos: Fields): readonly object[] {
  if (Object.keys(thanos).length === 0) return []
  const ports = [
    { name: 'http', containerPort: 10902, protocol: 'TCP' },
    { name: 'grpc', containerPort: 10901, protocol: 'TCP' },
  ]
  const image = textIn(thanos, 'image') ?? 'quay.io/thanos/thanos'
  const resources = unlessEmpty(fieldsAt(thanos, 'resources'))
  return [given({ name: 'thanos-sidecar', image, ports, resources, securityContext })]
}

// Those of the names above are patches of them, and change nothing that is read here but what they say.
function additional(spec: Fields, brand: Brand): readonly Fields[] {
  const own: readonly unknown[] = [brand.name, 'config-reloader']
  return fieldsIn(spec.containers).filter(({ name }) => !own.includes(name))
}

// pkg/prometheus/common.go:331; without a claim the data lies in an emptyDir.
export function claims(spec: Fields, own: string): readonly object[] | undefined {
  const claim = fieldsAt(spec, 'storage', 'volumeClaimTemplate', 'spec')
  if (Object.keys(claim).length === 0) return undefined
  return [{ metadata: { name: claimName(spec, own) }, spec: { accessModes: ['ReadWriteOnce'], ...claim } }]
}

function claimName(spec: Fields, own: string): string {
  return textIn(fieldsAt(spec, 'storage', 'volumeClaimTemplate', 'metadata'), 'name') ?? `${own}-db`
}

// pkg/prometheus/common.go, VolumeClaimName and SubPathForStorage; pkg/alertmanager/statefulset.go alike.
function dataMounts(spec: Fields, { name: brand }: Brand, own: string): readonly object[] | undefined {
  if (claims(spec, own) === undefined) return undefined
  return [{ name: claimName(spec, own), mountPath: `/${brand}`, subPath: `${brand}-db` }]
}

function listed(value: unknown): readonly Fields[] | undefined {
  return unlessEmpty(fieldsIn(value))
}
