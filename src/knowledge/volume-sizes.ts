// Whether a volume can outgrow the size that was asked for, by the provisioner of its storage class.
import type { Known } from './table.ts'

/** True where the storage itself ends a volume at its size; undefined for a provisioner that is not in the table. */
export function keepsSize(provisioner: string): Known<boolean> | undefined {
  return rows.get(provisioner) ?? rows.get(/\.((?:rbd|cephfs)\.csi\.ceph\.com)$/.exec(provisioner)?.[1] ?? '')
}

const asOf = '2026-11-22'
const kept = (source: string): Known<boolean> => ({ value: true, source, asOf })
const ignored = (source: string): Known<boolean> => ({ value: false, source, asOf })

const rows: ReadonlyMap<string, Known<boolean>> = new Map([
  [
    'rancher.io/local-path',
    ignored(
      'https://github.com/rancher/local-path-provisioner, README at v0.0.33, Cons: the capacity limit is ignored',
    ),
  ],
  [
    'k8s.io/minikube-hostpath',
    ignored('https://minikube.sigs.k8s.io/docs/handbook/persistent_volumes/: directories of the host'),
  ],
  [
    'efs.csi.aws.com',
    ignored('https://github.com/kubernetes-sigs/aws-efs-csi-driver, examples: an elastic file system'),
  ],
  ['topolvm.io', kept('https://github.com/topolvm/topolvm, README: a logical volume of LVM for each')],
  ['driver.longhorn.io', kept('https://longhorn.io/docs/1.10.0/concepts/: a block device for each')],
  ['rbd.csi.ceph.com', kept('https://docs.ceph.com/en/latest/rbd/: a block device for each')],
  ['cephfs.csi.ceph.com', kept('https://docs.ceph.com/en/latest/cephfs/quota/: a quota for each subvolume')],
  [
    'ebs.csi.aws.com',
    kept('https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volumes.html: a block device for each'),
  ],
  ['pd.csi.storage.gke.io', kept('https://cloud.google.com/compute/docs/disks: a block device for each')],
  [
    'disk.csi.azure.com',
    kept('https://learn.microsoft.com/azure/virtual-machines/managed-disks-overview: a block device for each'),
  ],
])
