// Where a volume can go once it holds data, by the provisioner of its storage class.
import type { Known } from './table.ts'

/**
 * `node`: never leaves its node. `zone`: never leaves its zone. `cluster`: can be attached to any node of it. Undefined for a
 * provisioner that is not in the table. Drivers of Ceph carry the namespace of their operator: `rook-ceph.rbd.csi.ceph.com`.
 */
export function boundByProvisioner(provisioner: string): Known<'node' | 'zone' | 'cluster'> | undefined {
  return (
    provisioners.get(provisioner) ??
    provisioners.get(/\.((?:rbd|cephfs)\.csi\.ceph\.com)$/.exec(provisioner)?.[1] ?? '')
  )
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
  ['kubernetes.io/aws-ebs', { value: 'zone', source: 'k8s.io/csi-translation-lib v0.36.3 plugins/aws_ebs.go', asOf }],
  [
    'efs.csi.aws.com',
    { value: 'cluster', source: 'https://docs.aws.amazon.com/efs/latest/ug/how-it-works.html: mount targets', asOf },
  ],
  [
    'rbd.csi.ceph.com',
    {
      value: 'cluster',
      source: 'https://rook.io/docs/rook/latest/Storage-Configuration/Block-Storage-RBD/block-storage/',
      asOf,
    },
  ],
  [
    'cephfs.csi.ceph.com',
    {
      value: 'cluster',
      source: 'https://rook.io/docs/rook/latest/Storage-Configuration/Shared-Filesystem-CephFS/filesystem-storage/',
      asOf,
    },
  ],
  [
    'driver.longhorn.io',
    {
      value: 'cluster',
      source: 'https://longhorn.io/docs/1.10.0/concepts/: an engine on the node of the pod, replicas on others',
      asOf,
    },
  ],
  ['nfs.csi.k8s.io', { value: 'cluster', source: 'https://github.com/kubernetes-csi/csi-driver-nfs, README', asOf }],
  [
    'file.csi.azure.com',
    {
      value: 'cluster',
      source: 'https://learn.microsoft.com/azure/aks/azure-files-csi: shares over SMB and NFS',
      asOf,
    },
  ],
  ['topolvm.io', { value: 'node', source: 'https://github.com/topolvm/topolvm, README: LVM of the node', asOf }],
  ['openebs.io/local', { value: 'node', source: 'https://openebs.io/docs/concepts/data-engines/localstorage', asOf }],
  [
    'k8s.io/minikube-hostpath',
    { value: 'node', source: 'https://minikube.sigs.k8s.io/docs/handbook/persistent_volumes/', asOf },
  ],
])
