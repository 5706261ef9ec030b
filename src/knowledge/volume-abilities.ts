// What the volumes of a provisioner can do, whatever is said of the storage class: who can mount one, whether it can be made
// larger, what it lies on.

import type { Known } from './table.ts'

export interface VolumeAbilities {
  /** How a volume with a file system can be mounted; undefined where the provisioner does not look at it. */
  readonly modes?: readonly ('ReadWriteOnce' | 'ReadWriteOncePod' | 'ReadOnlyMany' | 'ReadWriteMany')[]
  /** A claim that asks for more gets it; undefined where nobody wrote it down. */
  readonly expands?: boolean
  /** What a volume may lie on: of several, a parameter of the class chooses. */
  readonly kinds?: readonly ('ssd' | 'hdd' | 'network' | 'memory')[]
  /** What is written is on several devices before it counts; undefined where a parameter of the class decides. */
  readonly replicated?: boolean
}

/** Undefined for a provisioner that is not in the table. */
export function abilitiesOf(provisioner: string): Known<VolumeAbilities> | undefined {
  return rows.get(provisioner) ?? rows.get(/\.((?:rbd|cephfs)\.csi\.ceph\.com)$/.exec(provisioner)?.[1] ?? '')
}

const asOf = '2026-11-22'
const known = (value: VolumeAbilities, source: string): Known<VolumeAbilities> => ({ value, source, asOf })

const oneNode = ['ReadWriteOnce', 'ReadWriteOncePod'] as const
const everyMode = [...oneNode, 'ReadOnlyMany', 'ReadWriteMany'] as const
const disks = ['ssd', 'hdd'] as const

// Block devices are given to several nodes without a file system alone (`volumeMode: Block`), which no claim here asks for.
const rows: ReadonlyMap<string, Known<VolumeAbilities>> = new Map([
  [
    'ebs.csi.aws.com',
    known(
      { modes: oneNode, expands: true, kinds: disks, replicated: true },
      'https://kubernetes-csi.github.io/docs/drivers.html: Read/Write Single Pod, Expansion; https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volumes.html: replicated within the zone',
    ),
  ],
  [
    'efs.csi.aws.com',
    known(
      { modes: everyMode, kinds: ['network'], replicated: true },
      'https://github.com/kubernetes-sigs/aws-efs-csi-driver, README: NFS; https://docs.aws.amazon.com/efs/latest/ug/features.html',
    ),
  ],
  [
    'pd.csi.storage.gke.io',
    known(
      { modes: [...oneNode, 'ReadOnlyMany'], expands: true, kinds: disks, replicated: true },
      'https://cloud.google.com/kubernetes-engine/docs/concepts/persistent-volumes: access modes; https://cloud.google.com/compute/docs/disks',
    ),
  ],
  [
    'disk.csi.azure.com',
    known(
      { modes: oneNode, expands: true, kinds: disks, replicated: true },
      'https://learn.microsoft.com/azure/aks/azure-csi-driver-volume-provisioning; https://learn.microsoft.com/azure/virtual-machines/disks-redundancy: three copies at least',
    ),
  ],
  [
    'file.csi.azure.com',
    known(
      { modes: everyMode, expands: true, kinds: ['network'], replicated: true },
      'https://learn.microsoft.com/azure/aks/azure-files-csi: shares over SMB and NFS',
    ),
  ],
  [
    'rancher.io/local-path',
    known(
      { expands: false, kinds: disks, replicated: false },
      'https://github.com/rancher/local-path-provisioner, README, and its issue 190: directories of a node, no expansion',
    ),
  ],
  [
    'k8s.io/minikube-hostpath',
    known(
      { kinds: disks, replicated: false },
      'https://minikube.sigs.k8s.io/docs/handbook/persistent_volumes/: directories of the host',
    ),
  ],
  [
    'kubernetes.io/no-provisioner',
    known(
      { expands: false, kinds: disks },
      'https://github.com/kubernetes-sigs/sig-storage-local-static-provisioner/issues/228: disks that nobody here resizes',
    ),
  ],
  [
    'topolvm.io',
    known(
      { modes: oneNode, expands: true, kinds: disks, replicated: false },
      'https://github.com/topolvm/topolvm, docs/user-manual.md: a logical volume of one node, allowVolumeExpansion',
    ),
  ],
  [
    'rbd.csi.ceph.com',
    known(
      { modes: [...oneNode, 'ReadOnlyMany'], expands: true },
      'https://github.com/ceph/ceph-csi, README: RBD, filesystem mode',
    ),
  ],
  [
    'cephfs.csi.ceph.com',
    known({ modes: everyMode, expands: true }, 'https://github.com/ceph/ceph-csi, README: CephFS'),
  ],
  [
    'driver.longhorn.io',
    known(
      { modes: [...oneNode, 'ReadWriteMany'], expands: true },
      'https://longhorn.io/docs/1.10.0/nodes-and-volumes/volumes/: rwx-volumes, expansion; numberOfReplicas by class',
    ),
  ],
  [
    'nfs.csi.k8s.io',
    known({ modes: everyMode, kinds: ['network'] }, 'https://github.com/kubernetes-csi/csi-driver-nfs, README'),
  ],
])
