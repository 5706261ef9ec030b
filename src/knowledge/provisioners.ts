// Where a volume can go once it holds data, by the provisioner of its storage class.
import type { Known } from './table.ts'

/** `node`: never leaves its node. `zone`: never leaves its zone. Undefined for a provisioner that is not in the table. */
export function boundByProvisioner(provisioner: string): Known<'node' | 'zone' | 'cluster'> | undefined {
  return provisioners.get(provisioner)
}

/**
 * The CSI driver that attaches volumes of a provisioner: itself, or what took over from one that was built in. Undefined
 * for volumes that nothing attaches (k8s.io/csi-translation-lib v0.36.3 plugins/*.go).
 */
export function attachedBy(provisioner: string): string | undefined {
  if (provisioner === 'kubernetes.io/no-provisioner') return undefined
  return builtIn.get(provisioner) ?? provisioner
}

const builtIn: ReadonlyMap<string, string> = new Map([
  ['kubernetes.io/aws-ebs', 'ebs.csi.aws.com'],
  ['kubernetes.io/azure-disk', 'disk.csi.azure.com'],
  ['kubernetes.io/azure-file', 'file.csi.azure.com'],
  ['kubernetes.io/cinder', 'cinder.csi.openstack.org'],
  ['kubernetes.io/gce-pd', 'pd.csi.storage.gke.io'],
  ['kubernetes.io/portworx-volume', 'pxd.portworx.com'],
  ['kubernetes.io/vsphere-volume', 'csi.vsphere.vmware.com'],
])

const asOf = '2026-11-21'

const provisioners: ReadonlyMap<string, Known<'node' | 'zone' | 'cluster'>> = new Map([
  [
    'rancher.io/local-path',
    { value: 'node', source: 'https://github.com/rancher/local-path-provisioner, README: hostPath on the node', asOf },
  ],
  [
    'kubernetes.io/no-provisioner',
    { value: 'node', source: 'https://kubernetes.io/docs/concepts/storage/storage-classes/#local', asOf },
  ],
  [
    'ebs.csi.aws.com',
    { value: 'zone', source: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volumes.html', asOf },
  ],
])
