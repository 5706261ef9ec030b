// Which volumes of which CSI driver a pod attaches to its node.
// Source: pkg/scheduler/framework/plugins/nodevolumelimits/{csi,utils}.go (kubernetes v1.36.3),
// k8s.io/csi-translation-lib@v0.36.3/plugins.

import { type Fields, fieldsOf, textOf } from '../pods/untrusted.ts'
import type { SchedulingPod } from './scheduling-pod.ts'
import type { Claim, Storage } from './storage.ts'
import { isSet, volumeUses } from './volume-uses.ts'

/** Volumes by a name of their own (driver and handle) → driver. `hasCsiNode`: in-tree kinds are attached by CSI there. */
export function attachedVolumes(pod: SchedulingPod, storage: Storage, hasCsiNode: boolean): Map<string, string> {
  const attached = new Map<string, string>()
  for (const { claim: name, volume } of volumeUses(pod)) {
    const found = name === undefined ? inTree(volume, {}, hasCsiNode) : ofClaim(name, pod, storage, hasCsiNode)
    if (found?.driver && found.handle) attached.set(`${found.driver}/${found.handle}`, found.driver)
  }
  return attached
}

/** Whether NodeVolumeLimits looks at the pod at all (csi.go:239). */
export function mayAttach(pod: SchedulingPod): boolean {
  return volumeUses(pod).some(
    ({ claim, volume }) => claim !== undefined || inTreeKinds.some(({ field }) => isSet(volume[field])),
  )
}

interface Attached {
  readonly driver: string
  readonly handle: string
}

function ofClaim(
  name: string,
  { namespace }: SchedulingPod,
  storage: Storage,
  hasCsiNode: boolean,
): Attached | undefined {
  const claim = storage.claims.get(`${namespace}/${name}`)
  if (!claim) return undefined
  const volume = storage.volumes.get(claim.volume)
  if (!volume) return toBeMade(claim, storage, hasCsiNode)
  if (!isSet(volume.source.csi)) return inTree(volume.source, volume.labels, hasCsiNode)
  const { driver, volumeHandle } = fieldsOf(volume.source.csi)
  return { driver: textOf(driver) ?? '', handle: textOf(volumeHandle) ?? '' }
}

/** A volume that is not there yet counts by its class; the scheduler gives it a handle that nothing else has. */
export function toBeMade({ class: name, namespace, name: claim }: Claim, { classes }: Storage, hasCsiNode: boolean) {
  const provisioner = classes.get(name)?.provisioner
  if (provisioner === undefined) return undefined
  const handle = `claim:${namespace}/${claim}`
  const plugin = provisioners.get(provisioner)
  if (plugin === undefined) return { driver: provisioner, handle }
  return plugin.driver && hasCsiNode ? { driver: plugin.driver, handle } : undefined
}

interface InTreeKind {
  readonly field: string
  readonly plugin: string
  /** Absent: CSI never attaches it in place of the plugin. */
  readonly driver?: string
  readonly handle: (source: Fields, labels: { readonly [key: string]: string }) => string
}

const unspecified = 'UNSPECIFIED'

const inTreeKinds: readonly InTreeKind[] = [
  {
    field: 'awsElasticBlockStore',
    plugin: 'kubernetes.io/aws-ebs',
    driver: 'ebs.csi.aws.com',
    handle: ({ volumeID }) => (textOf(volumeID) ?? '').replace(/^aws:\/\/[^/]*\/+/, '').replace(/\/+$/, ''),
  },
  {
    field: 'gcePersistentDisk',
    plugin: 'kubernetes.io/gce-pd',
    driver: 'pd.csi.storage.gke.io',
    handle: ({ pdName }, labels) => gceHandle(textOf(pdName) ?? '', labels),
  },
  {
    field: 'azureDisk',
    plugin: 'kubernetes.io/azure-disk',
    driver: 'disk.csi.azure.com',
    handle: ({ diskURI }) => textOf(diskURI) ?? '',
  },
  {
    field: 'cinder',
    plugin: 'kubernetes.io/cinder',
    driver: 'cinder.csi.openstack.org',
    handle: ({ volumeID }) => textOf(volumeID) ?? '',
  },
  {
    field: 'portworxVolume',
    plugin: 'kubernetes.io/portworx-volume',
    driver: 'pxd.portworx.com',
    handle: ({ volumeID }) => textOf(volumeID) ?? '',
  },
  { field: 'azureFile', plugin: 'kubernetes.io/azure-file', handle: () => '' },
  { field: 'vsphereVolume', plugin: 'kubernetes.io/vsphere-volume', handle: () => '' },
]

const provisioners: ReadonlyMap<string, InTreeKind> = new Map(inTreeKinds.map((kind) => [kind.plugin, kind]))

function inTree(source: Fields, labels: { readonly [key: string]: string }, hasCsiNode: boolean): Attached | undefined {
  const kind = inTreeKinds.find(({ field }) => isSet(source[field]))
  if (!kind?.driver || !hasCsiNode) return undefined
  return { driver: kind.driver, handle: kind.handle(fieldsOf(source[kind.field]), labels) }
}

function gceHandle(disk: string, labels: { readonly [key: string]: string }): string {
  const zones = (labels['failure-domain.beta.kubernetes.io/zone'] || labels['topology.kubernetes.io/zone'] || '').split(
    '__',
  )
  const [first = ''] = zones
  if (zones.length === 1) return `projects/${unspecified}/zones/${first || unspecified}/disks/${disk}`
  return `projects/${unspecified}/regions/${first.slice(0, first.lastIndexOf('-'))}/disks/${disk}`
}

/** The plugin of a volume that is none of CSI and that CSI may attach in its place; undefined for every other. */
export function inTreePlugin(source: Fields): string | undefined {
  return inTreeKinds.find(({ field, driver }) => driver !== undefined && isSet(source[field]))?.plugin
}
