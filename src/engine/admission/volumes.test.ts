// Volumes, those of each driver, and how containers mount them. Each row was asked of kube-apiserver 1.36.3: the fields that it
// names; `downwarAPI` and `cephFS` are its own words for them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { named, refusedFields, type Table } from './sample-says.ts'

const pod = (spec: string) => named('v1', 'Pod', `spec: {containers: [{name: c, image: x}], ${spec}}`)
const volume = (kind: string) => pod(`volumes: [{name: v, ${kind}}]`)
const persistent = (kind: string) =>
  named('v1', 'PersistentVolume', `spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], ${kind}}`)
const mounting = (fields: string) =>
  named('v1', 'Pod', `spec: {volumes: [{name: v, emptyDir: {}}], containers: [{name: c, image: x, ${fields}}]}`)
const device = (list: string, mounts = '') =>
  named(
    'v1',
    'Pod',
    `spec: {volumes: [{name: v, persistentVolumeClaim: {claimName: a}}, {name: w, emptyDir: {}}], containers: [{name: c, image: x, volumeDevices: [${list}], volumeMounts: [${mounts}]}]}`,
  )
const long = 'a'.repeat(65)

const tables: readonly Table[] = [
  {
    about: 'volumes',
    of: (list) => pod(`volumes: [${list}]`),
    under: 'spec.volumes',
    rows: [
      ['of no kind, which are empty', '{name: v}'],
      ['without a name', '{emptyDir: {}}', '[0].name'],
      ['a name with capitals', '{name: V}', '[0].name'],
      ['a name twice', '{name: v}, {name: v}', '[1].name'],
      ['of two kinds', '{name: v, emptyDir: {}, hostPath: {path: /a}}', '[0].hostPath'],
    ],
  },
  {
    about: 'a volume',
    of: volume,
    under: 'spec.volumes[0]',
    rows: [
      ['empty, of a size', 'emptyDir: {sizeLimit: 1Gi}'],
      ['empty, of a size below 0', 'emptyDir: {sizeLimit: -1Gi}', '.emptyDir.sizeLimit'],
      ['of the node', 'hostPath: {path: /a, type: Directory}'],
      ['of nowhere on the node', 'hostPath: {path: ""}', '.hostPath.path'],
      ['of a step back on the node', 'hostPath: {path: /a/.., type: Folder}', '.hostPath.path', '.hostPath.type'],
      ['of a Secret', 'secret: {secretName: a, defaultMode: 0400, items: [{key: a, path: a/b, mode: 0777}]}'],
      ['of no Secret', 'secret: {defaultMode: 512}', '.secret.defaultMode', '.secret.secretName'],
      [
        'of a ConfigMap without its keys',
        'configMap: {name: a, items: [{mode: -1}, {key: a, path: /a}, {key: b, path: ..a}]}',
        '.configMap.items[0].key',
        '.configMap.items[0].mode',
        '.configMap.items[0].path',
        '.configMap.items[1].path',
        '.configMap.items[2].path',
      ],
      ['of no claim', 'persistentVolumeClaim: {claimName: ""}', '.persistentVolumeClaim.claimName'],
      ['of an image', 'image: {reference: a, pullPolicy: Always}'],
      ['of no image', 'image: {pullPolicy: Sometimes}', '.image.pullPolicy', '.image.reference'],
      ['of a token', 'projected: {sources: [{serviceAccountToken: {path: token, expirationSeconds: 600}}]}'],
      [
        'of a token that ends at once',
        'projected: {defaultMode: -1, sources: [{serviceAccountToken: {path: token, expirationSeconds: 599}}]}',
        '.projected.defaultMode',
        '.projected.sources[0].serviceAccountToken.expirationSeconds',
      ],
      [
        'of a token outside of it',
        'projected: {sources: [{serviceAccountToken: {path: ../a}}]}',
        '.projected.sources[0].serviceAccountToken.path',
      ],
      [
        'of parts without a name',
        'projected: {sources: [{secret: {items: [{key: a}]}}, {configMap: {}}]}',
        '.projected.sources[0].secret.items[0].path',
        '.projected.sources[0].secret.name',
        '.projected.sources[1].configMap.name',
      ],
      [
        'of two parts at one path',
        'projected: {sources: [{secret: {name: a, items: [{key: a, path: a}]}}, {configMap: {name: b, items: [{key: b, path: a}]}}]}',
        '.projected',
      ],
      [
        'of what a pod knows of itself',
        'downwardAPI: {items: [{path: a, fieldRef: {fieldPath: metadata.labels}}, {path: b, resourceFieldRef: {containerName: c, resource: limits.cpu}}]}',
      ],
      ['of nothing that a pod knows', 'downwardAPI: {items: [{path: a}]}', '.downwardAPI'],
      [
        'of a field and a resource in one',
        'downwardAPI: {items: [{path: a, fieldRef: {fieldPath: metadata.labels}, resourceFieldRef: {containerName: c, resource: limits.cpu}}]}',
        '.downwardAPI',
      ],
      ['of what a pod knows, as no file may be', 'downwardAPI: {defaultMode: 512}', '.downwardAPI.defaultMode'],
      [
        'of a claim of its own',
        'ephemeral: {volumeClaimTemplate: {metadata: {labels: {app: a}}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}}',
      ],
      [
        'of what a pod knows, at no path',
        'downwardAPI: {items: [{fieldRef: {fieldPath: spec.nodeName}, mode: 512}, {path: ../a, resourceFieldRef: {resource: limits.cpu}}, {path: b, resourceFieldRef: {containerName: c}}]}',
        '.downwardAPI.items[0].fieldRef.fieldPath',
        '.downwardAPI.items[0].mode',
        '.downwardAPI.items[0].path',
        '.downwardAPI.items[1].path',
        '.downwardAPI.items[1].resourceFieldRef.containerName',
        '.downwardAPI.items[2].resourceFieldRef.resource',
      ],
      [
        'of a token and a field without a path',
        'projected: {sources: [{serviceAccountToken: {}}, {downwardAPI: {items: [{fieldRef: {fieldPath: metadata.name}}]}}]}',
        '.projected.sources[0].serviceAccountToken.path',
        '.projected.sources[1].downwardAPI.items[0].path',
      ],
      ['of no claim of its own', 'ephemeral: {}', '.ephemeral.volumeClaimTemplate'],
      [
        'of a claim of its own that has a name',
        'ephemeral: {volumeClaimTemplate: {metadata: {name: a, labels: {app: a b}, annotations: {a b: c}}, spec: {resources: {requests: {storage: 0}}}}}',
        '.ephemeral.volumeClaimTemplate.metadata.annotations',
        '.ephemeral.volumeClaimTemplate.metadata.labels',
        '.ephemeral.volumeClaimTemplate.metadata.name',
        '.ephemeral.volumeClaimTemplate.spec.accessModes',
        '.ephemeral.volumeClaimTemplate.spec.resources[storage]',
      ],
      ['by a driver', 'csi: {driver: d, nodePublishSecretRef: {name: s}}'],
      ['by no driver', 'csi: {driver: ""}', '.csi.driver'],
      ['by a driver of no name', 'csi: {driver: a_b}', '.csi.driver'],
      ['by a driver of a long name', `csi: {driver: ${long}}`, '.csi.driver'],
      ['by a driver, with no Secret', 'csi: {driver: d, nodePublishSecretRef: {}}', '.csi.nodePublishSecretRef.name'],
      ['by a driver, with a Secret of no name', 'csi: {driver: d, nodePublishSecretRef: {name: S}}', '.csi.name'],
      ['of a repository', 'gitRepo: {repository: r, directory: a}'],
      ['of no repository', 'gitRepo: {directory: /a}', '.gitRepo.directory', '.gitRepo.repository'],
    ],
  },
  {
    about: 'a volume of a driver',
    of: volume,
    under: 'spec.volumes[0]',
    rows: [
      ['nfs', 'nfs: {server: s, path: /a}'],
      ['nfs of nothing', 'nfs: {}', '.nfs.path', '.nfs.server'],
      ['nfs of a path in nothing', 'nfs: {server: s, path: a}', '.nfs.path'],
      ['iscsi', 'iscsi: {targetPortal: 10.0.0.1, iqn: "iqn.2001-04.com.example:a", lun: 0}'],
      ['iscsi of nothing', 'iscsi: {lun: 256}', '.iscsi.iqn', '.iscsi.lun', '.iscsi.targetPortal'],
      [
        'iscsi by no name, and a Secret that is not there',
        'iscsi: {targetPortal: 10.0.0.1, iqn: disk, chapAuthSession: true, initiatorName: eui.1}',
        '.iscsi.initiatorname',
        '.iscsi.iqn',
        '.iscsi.secretRef',
      ],
      [
        'iscsi of a long name with its portal',
        `iscsi: {targetPortal: ${long}, iqn: "iqn.2001-04.com.example:a", initiatorName: "iqn.2001-04.com.example:a"}`,
        '.name',
      ],
      ['fibre channel', 'fc: {targetWWNs: [a], lun: 1}'],
      ['fibre channel to nowhere', 'fc: {}', '.fc.targetWWNs'],
      ['fibre channel two ways', 'fc: {targetWWNs: [a], wwids: [b], lun: 1}', '.fc.targetWWNs'],
      ['fibre channel to no unit', 'fc: {targetWWNs: [a]}', '.fc.lun'],
      ['fibre channel to a unit above all', 'fc: {targetWWNs: [a], lun: 256}', '.fc.lun'],
      ['a disk of Google', 'gcePersistentDisk: {pdName: a, partition: 1}'],
      [
        'no disk of Google',
        'gcePersistentDisk: {partition: 256}',
        '.persistentDisk.partition',
        '.persistentDisk.pdName',
      ],
      [
        'no disk of Amazon',
        'awsElasticBlockStore: {partition: -1}',
        '.awsElasticBlockStore.partition',
        '.awsElasticBlockStore.volumeID',
      ],
      ['a disk of Azure', 'azureDisk: {diskName: a, diskURI: https://a}'],
      [
        'no disk of Azure',
        'azureDisk: {cachingMode: Some, kind: Other}',
        '.azureDisk.cachingMode',
        '.azureDisk.diskName',
        '.azureDisk.diskURI',
        '.azureDisk.kind',
      ],
      [
        'a managed disk of Azure elsewhere',
        'azureDisk: {diskName: a, diskURI: https://a, kind: Managed}',
        '.azureDisk.diskURI',
      ],
      ['files of Azure', 'azureFile: {secretName: a, shareName: b}'],
      ['no files of Azure', 'azureFile: {}', '.azureFile.secretName', '.azureFile.shareName'],
      ['rbd', 'rbd: {monitors: [a], image: b}'],
      ['no rbd', 'rbd: {}', '.rbd.image', '.rbd.monitors'],
      ['no cephfs', 'cephfs: {}', '.cephfs.monitors'],
      ['cinder', 'cinder: {volumeID: a, secretRef: {name: s}}'],
      ['no cinder, with no Secret', 'cinder: {secretRef: {}}', '.cinder.secretRef.name', '.cinder.volumeID'],
      ['storageos', 'storageos: {volumeName: a, volumeNamespace: b}'],
      ['no storageos', 'storageos: {volumeNamespace: B}', '.storageos.volumeName', '.storageos.volumeNamespace'],
      ['storageos of no name', 'storageos: {volumeName: A}', '.storageos.volumeName'],
      ['no scaleIO', 'scaleIO: {}', '.scaleIO.gateway', '.scaleIO.system', '.scaleIO.volumeName'],
      ['no glusterfs', 'glusterfs: {}', '.glusterfs.endpoints', '.glusterfs.path'],
      ['quobyte', 'quobyte: {registry: "a:1,[::1]:2", volume: v}'],
      ['no quobyte', 'quobyte: {}', '.quobyte.registry', '.quobyte.volume'],
      ['quobyte without a port', 'quobyte: {registry: a, volume: v}', '.quobyte.registry'],
      ['quobyte of a long tenant', `quobyte: {registry: "a:1", volume: v, tenant: ${long}}`, '.quobyte.tenant'],
      ['flocker', 'flocker: {datasetName: a}'],
      ['no flocker', 'flocker: {}', '.flocker'],
      ['flocker two ways', 'flocker: {datasetName: a, datasetUUID: b}', '.flocker'],
      ['flocker of a path', 'flocker: {datasetName: a/b}', '.flocker.datasetName'],
      ['a plugin', 'flexVolume: {driver: d, options: {example.com/a: b}}'],
      [
        'no plugin, with an option of Kubernetes',
        'flexVolume: {options: {kubernetes.io/a: b}}',
        '.flexVolume.driver',
        '.flexVolume.options[kubernetes.io/a]',
      ],
      ['no vsphereVolume', 'vsphereVolume: {}', '.vsphereVolume.volumePath'],
      ['no photonPersistentDisk', 'photonPersistentDisk: {}', '.photonPersistentDisk.pdID'],
      ['no portworxVolume', 'portworxVolume: {}', '.portworxVolume.volumeID'],
    ],
  },
  {
    about: 'a PersistentVolume of a driver',
    of: persistent,
    under: 'spec',
    rows: [
      ['csi with its Secrets', 'csi: {driver: d, volumeHandle: h, nodePublishSecretRef: {name: s, namespace: shop}}'],
      ['csi without a handle', 'csi: {driver: d}', '.csi.volumeHandle'],
      [
        'csi with Secrets of nowhere',
        'csi: {driver: d, volumeHandle: h, nodePublishSecretRef: {}, nodeExpandSecretRef: {name: S, namespace: Shop}}',
        '.csi.nodeExpandSecretRef.name',
        '.csi.nodeExpandSecretRef.namespace',
        '.csi.nodePublishSecretRef.name',
        '.csi.nodePublishSecretRef.namespace',
      ],
      [
        'files of Azure of no namespace',
        'azureFile: {secretName: a, shareName: b, secretNamespace: ""}',
        '.azureFile.secretNamespace',
      ],
      ['cinder with a Secret of nowhere', 'cinder: {volumeID: a, secretRef: {name: s}}', '.cinder.secretRef.namespace'],
      [
        'glusterfs of no namespace',
        'glusterfs: {endpoints: a, path: b, endpointsNamespace: Shop}',
        '.glusterfs.endpointsNamespace',
      ],
      [
        'iscsi with a Secret of no name',
        'iscsi: {targetPortal: 10.0.0.1, iqn: "iqn.2001-04.com.example:a", secretRef: {}}',
        '.iscsi.secretRef.name',
      ],
      [
        'iscsi of a long portal with its name',
        `iscsi: {targetPortal: ${long}, iqn: "iqn.2001-04.com.example:a", initiatorName: "iqn.2001-04.com.example:a"}`,
        '.iscsi.targetportal',
      ],
      ['no cephfs', 'cephfs: {monitors: []}', '.cephfs.monitors'],
    ],
  },
  {
    about: 'a mount',
    of: (mount) => mounting(`volumeMounts: [${mount}]`),
    under: 'spec.containers[0].volumeMounts',
    rows: [
      ['of a volume', '{name: v, mountPath: /a, subPath: b}'],
      ['of nothing', '{}', '[0].mountPath', '[0].name'],
      ['at one path twice', '{name: v, mountPath: /a}, {name: v, mountPath: /a}', '[1].mountPath'],
      ['of a step back', '{name: v, mountPath: /a, subPath: ../b}', '.subPath'],
      ['of an absolute part', '{name: v, mountPath: /a, subPathExpr: /b}', '.subPathExpr'],
      ['of two parts', '{name: v, mountPath: /a, subPath: b, subPathExpr: c}', '[0].subPathExpr'],
      ['that is shared somehow', '{name: v, mountPath: /a, mountPropagation: Some}', '.mountPropagation'],
      ['that is shared both ways', '{name: v, mountPath: /a, mountPropagation: Bidirectional}', '.mountPropagation'],
      ['read only, all of it', '{name: v, mountPath: /a, readOnly: true, recursiveReadOnly: Enabled}'],
      ['read only somehow', '{name: v, mountPath: /a, readOnly: true, recursiveReadOnly: Some}', '.recursiveReadOnly'],
      ['written to, all of it read only', '{name: v, mountPath: /a, recursiveReadOnly: Enabled}', '.recursiveReadOnly'],
      [
        'read only, and shared',
        '{name: v, mountPath: /a, readOnly: true, recursiveReadOnly: Enabled, mountPropagation: HostToContainer}',
        '.recursiveReadOnly',
      ],
    ],
  },
  {
    about: 'a device',
    of: device,
    under: 'spec.containers[0].volumeDevices',
    rows: [
      ['of a claim', '{name: v, devicePath: /dev/a}'],
      ['of no volume', '{name: u, devicePath: /dev/a}', '[0].name'],
      ['of an empty directory', '{name: w, devicePath: /dev/a}', '[0].name'],
      ['without a name', '{devicePath: /dev/a}', '[0].name'],
      ['without a path', '{name: v}', '[0].devicePath'],
      ['twice', '{name: v, devicePath: /dev/a}, {name: v, devicePath: /dev/a}', '[1].devicePath', '[1].name'],
      ['at a path like its name', '{name: v, devicePath: v}'],
      ['of a step back', '{name: v, devicePath: /dev/../a}', '[0].devicePath'],
    ],
  },
  {
    about: 'a device',
    of: (mount) => device('{name: v, devicePath: /dev/a}', mount),
    under: 'spec.containers[0]',
    rows: [
      ['beside a mount of another volume', '{name: w, mountPath: /a}'],
      ['that is mounted too', '{name: v, mountPath: /a}', '.volumeDevices[0].name', '.volumeMounts[0].name'],
      [
        'where something is mounted',
        '{name: w, mountPath: /dev/a}',
        '.volumeDevices[0].devicePath',
        '.volumeMounts[0].mountPath',
      ],
      [
        'where the first of two mounts of a volume is',
        '{name: w, mountPath: /dev/a}, {name: w, mountPath: /b}',
        '.volumeMounts[0].mountPath',
      ],
    ],
  },
]

for (const { about, of, under, rows } of tables)
  for (const [says, part, ...fields] of rows)
    test(`${about}: ${says}`, () =>
      assert.deepEqual(refusedFields(of(part)), fields.map((field) => under + field).sort()))

test('a mount: a privileged container may share it both ways', () => {
  const mount = '{name: v, mountPath: /a, mountPropagation: Bidirectional}'
  assert.deepEqual(refusedFields(mounting(`securityContext: {privileged: true}, volumeMounts: [${mount}]`)), [])
})
