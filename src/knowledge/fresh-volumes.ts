// Who may write to a volume that was just made, by the provisioner of its storage class.
import { attachedBy } from './provisioners.ts'
import type { Known } from './table.ts'

/**
 * `root`: a new file system, whose top belongs to root and which others only read (mke2fs(8), root_owner; mkfs.xfs alike),
 * until an fsGroup of the pod gives it to a group. `everybody`: its maker opens it. Undefined for a provisioner that is not
 * in the table.
 */
export function freshVolume(provisioner: string): Fresh | undefined {
  const driver = attachedBy(provisioner) ?? provisioner
  return rows.get(driver) ?? rows.get(/\.(rbd\.csi\.ceph\.com)$/.exec(driver)?.[1] ?? '')
}

const asOf = '2026-11-22'
type Fresh = Known<'root' | 'everybody'>
const roots = (source: string): Fresh => ({ value: 'root', source, asOf })
const everybodys = (source: string): Fresh => ({ value: 'everybody', source, asOf })

const rows: ReadonlyMap<string, Fresh> = new Map([
  ['ebs.csi.aws.com', roots('https://github.com/prometheus-operator/prometheus-operator/issues/541: on EBS, as root')],
  ['pd.csi.storage.gke.io', roots('https://github.com/prometheus/prometheus/issues/5976: on a persistent disk of GCE')],
  [
    'disk.csi.azure.com',
    roots('https://kubernetes.io/docs/tasks/configure-pod-container/security-context/: fsGroup, of a block device'),
  ],
  [
    'rbd.csi.ceph.com',
    roots('https://github.com/prometheus-operator/prometheus-operator/issues/3631: on a block device of Ceph'),
  ],
  [
    'rancher.io/local-path',
    everybodys('https://github.com/rancher/local-path-provisioner, deploy/local-path-storage.yaml: mkdir -m 0777'),
  ],
  [
    'k8s.io/minikube-hostpath',
    everybodys('https://github.com/kubernetes/minikube, pkg/storage/storage_provisioner.go: chmod 0777'),
  ],
  ['topolvm.io', everybodys('https://github.com/topolvm/topolvm, internal/driver/node.go: chmod 2777 of its target')],
])
