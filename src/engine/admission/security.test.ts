// Users, privileges, and what is asked of the kernel or of Windows. Each row was asked of kube-apiserver 1.36.3: the fields that
// it names.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { named, refusedFields, type Table } from './sample-says.ts'

const pod = (spec: string) => named('v1', 'Pod', `spec: {containers: [{name: c, image: x}], ${spec}}`)
const onWindows = (options: string) => pod(`hostNetwork: true, securityContext: {windowsOptions: {${options}}}`)
const two = (own: string, other: string) =>
  named(
    'v1',
    'Pod',
    `spec: {hostNetwork: true, containers: [{name: c, image: x, securityContext: {windowsOptions: {${own}}}}, {name: d, image: x, securityContext: {windowsOptions: {${other}}}}]}`,
  )
const long = (length: number) => 'a'.repeat(length)

const tables: readonly Table[] = [
  {
    about: 'a pod',
    of: pod,
    under: 'spec',
    rows: [
      [
        'as another user',
        'securityContext: {runAsUser: 1, fsGroup: 0, supplementalGroups: [1], fsGroupChangePolicy: Always, supplementalGroupsPolicy: Strict, seccompProfile: {type: Localhost, localhostProfile: a}}',
      ],
      [
        'as nobody',
        'securityContext: {runAsUser: -1, runAsGroup: 2147483648, fsGroup: -1, supplementalGroups: [-1]}',
        '.securityContext.fsGroup',
        '.securityContext.runAsGroup',
        '.securityContext.runAsUser',
        '.securityContext.supplementalGroups[0]',
      ],
      [
        'by policies that there are not',
        'securityContext: {fsGroupChangePolicy: Some, supplementalGroupsPolicy: Some}',
        '.securityContext.fsGroupChangePolicy',
        '.securityContext.supplementalGroupsPolicy',
      ],
      [
        'by no profiles',
        'securityContext: {seccompProfile: {}, appArmorProfile: {}}',
        '.securityContext.appArmorProfile.type',
        '.securityContext.seccompProfile.type',
      ],
      ['that shares its processes', 'shareProcessNamespace: true'],
      [
        'that shares its processes, and those of the node',
        'shareProcessNamespace: true, hostPID: true',
        '.securityContext.shareProcessNamespace',
      ],
      ['with users of its own', 'hostUsers: false'],
      [
        'with users of its own, and all that the node has',
        'hostUsers: false, hostNetwork: true, hostPID: true, hostIPC: true',
        '.HostIPC',
        '.HostPID',
        '.hostNetwork',
      ],
    ],
  },
  {
    about: 'a container',
    of: (context) => named('v1', 'Pod', `spec: {containers: [{name: c, image: x, securityContext: {${context}}}]}`),
    under: 'spec.containers[0].securityContext',
    rows: [
      ['that may not become more', 'allowPrivilegeEscalation: false, runAsUser: 1000, procMount: Default'],
      ['as nobody', 'runAsUser: -1', '.runAsUser'],
      ['that may do all, and not become more', 'privileged: true, allowPrivilegeEscalation: false', ''],
      [
        'that may rule, and not become more',
        'capabilities: {add: [CAP_SYS_ADMIN]}, allowPrivilegeEscalation: false',
        '',
      ],
      ['that sees half of its processes', 'procMount: Half', '.procMount'],
      ['that sees all of the node’s processes', 'procMount: Unmasked', '.procMount'],
      ['that makes its calls by no profile', 'seccompProfile: {}', '.seccompProfile.type'],
      ['that makes its calls by another profile', 'seccompProfile: {type: Some}', '.seccompProfile.type'],
      [
        'that makes its calls by a profile of no name',
        'seccompProfile: {type: Localhost}',
        '.seccompProfile.localhostProfile',
      ],
      [
        'that makes its calls by a profile elsewhere',
        'seccompProfile: {type: Localhost, localhostProfile: ../a}',
        '.seccompProfile.localhostProfile',
      ],
      [
        'that makes its calls by a profile and none',
        'seccompProfile: {type: Unconfined, localhostProfile: a}',
        '.seccompProfile.localhostProfile',
      ],
      ['under no AppArmor', 'appArmorProfile: {}', '.appArmorProfile.type'],
      ['under another AppArmor', 'appArmorProfile: {type: Some}', '.appArmorProfile.type'],
      [
        'under AppArmor by name and by default',
        'appArmorProfile: {type: RuntimeDefault, localhostProfile: a}',
        '.appArmorProfile.localhostProfile',
      ],
      [
        'under AppArmor by a name with a space',
        'appArmorProfile: {type: Localhost, localhostProfile: "a "}',
        '.appArmorProfile.localhostProfile',
      ],
      [
        'under AppArmor by a long name',
        `appArmorProfile: {type: Localhost, localhostProfile: ${long(4096)}}`,
        '.appArmorProfile.localhostProfile',
      ],
    ],
  },
  {
    about: 'parameters of the kernel',
    of: (spec) => pod(spec),
    under: 'spec.securityContext.sysctls',
    rows: [
      [
        'of the pod',
        'securityContext: {sysctls: [{name: kernel.shmmax, value: "1"}, {name: net.core.somaxconn, value: "1"}]}',
      ],
      ['of no name', 'securityContext: {sysctls: [{value: "1"}, {name: a..b, value: "1"}]}', '[0].name', '[1].name'],
      ['twice', 'securityContext: {sysctls: [{name: a, value: "1"}, {name: a, value: "2"}]}', '[1].name'],
      [
        'of the node’s memory',
        'hostIPC: true, securityContext: {sysctls: [{name: kernel.shmmax, value: "1"}]}',
        '[0].name',
      ],
    ],
  },
  {
    about: 'Windows',
    of: onWindows,
    under: 'spec.securityContext.windowsOptions',
    rows: [
      ['by credentials', 'gmsaCredentialSpecName: a, gmsaCredentialSpec: "{}"'],
      [
        'by credentials of no name, which are empty',
        'gmsaCredentialSpecName: A, gmsaCredentialSpec: ""',
        '.gmsaCredentialSpec',
        '.gmsaCredentialSpecName',
      ],
      ['by large credentials', `gmsaCredentialSpec: ${long(65537)}`, '.gmsaCredentialSpec'],
      ['as a user', 'runAsUserName: "SHOP.local\\\\admin"'],
      ['as nobody', 'runAsUserName: ""', '.runAsUserName'],
      ['as a user of a tab', 'runAsUserName: "a\\tb"', '.runAsUserName'],
      ['as a user of two domains', 'runAsUserName: "a\\\\b\\\\c"', '.runAsUserName'],
      ['as a user of a long domain', `runAsUserName: "${long(256)}\\\\a"`, '.runAsUserName'],
      ['as a user of no domain', 'runAsUserName: "\\\\a"', '.runAsUserName'],
      ['as nobody of a domain', 'runAsUserName: "a\\\\"', '.runAsUserName'],
      ['as a user of a long name', `runAsUserName: ${long(105)}`, '.runAsUserName'],
      ['as a user of points', 'runAsUserName: ". ."', '.runAsUserName'],
    ],
  },
  {
    about: 'on the host of Windows',
    of: (spec) => named('v1', 'Pod', `spec: {${spec}}`),
    under: 'spec',
    rows: [
      [
        'a container that is not, of a pod that is',
        'hostNetwork: true, securityContext: {windowsOptions: {hostProcess: true}}, containers: [{name: c, image: x, securityContext: {windowsOptions: {hostProcess: false}}}, {name: d, image: x}]',
        '',
        '.containers[0].securityContext.windowsOptions.hostProcess',
      ],
    ],
  },
]

for (const { about, of, under, rows } of tables)
  for (const [says, part, ...fields] of rows)
    test(`${about}: ${says}`, () =>
      assert.deepEqual(refusedFields(of(part)), fields.map((field) => under + field).sort()))

test('on the host of Windows: both containers, or one of two', () => {
  assert.deepEqual(refusedFields(two('hostProcess: true', 'hostProcess: true')), [])
  assert.deepEqual(refusedFields(two('hostProcess: true', 'hostProcess: false')), ['spec'])
})
