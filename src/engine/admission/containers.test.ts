// Containers, their ports, variables and probes. Each row was asked of kube-apiserver 1.36.3: the fields that it names.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { named, refusedFields, type Table } from './sample-says.ts'

const pod = (spec: string) => named('v1', 'Pod', `spec: {${spec}}`)
const container = (fields: string) => pod(`containers: [{name: c, image: x, ${fields}}]`)
const own = '{name: c, image: x}'

const tables: readonly Table[] = [
  {
    about: 'containers',
    of: (list) => pod(`containers: [${list}]`),
    under: 'spec.containers',
    rows: [
      ['two', '{name: c, image: x}, {name: d, image: x}'],
      ['none', '', ''],
      ['without a name', '{image: x}', '[0].name'],
      ['a name with capitals', '{name: C, image: x}', '[0].name'],
      ['a name twice', '{name: c, image: x}, {name: c, image: x}', '[1].name'],
      ['without an image', '{name: c}', '[0].image'],
      ['an image with a space behind it', '{name: c, image: "x "}', '[0].image'],
      [
        'a port of the node twice',
        '{name: c, image: x, ports: [{containerPort: 80, hostPort: 80}]}, {name: d, image: x, ports: [{containerPort: 81, hostPort: 80}]}',
        '[1].ports[0].hostPort',
      ],
      [
        'a port of the node by two protocols',
        '{name: c, image: x, ports: [{containerPort: 80, hostPort: 80}, {containerPort: 80, hostPort: 80, protocol: UDP}]}',
      ],
    ],
  },
  {
    about: 'a container',
    of: container,
    under: 'spec.containers[0]',
    rows: [
      ['pulled always', 'imagePullPolicy: Always, terminationMessagePolicy: File'],
      ['pulled at times', 'imagePullPolicy: Sometimes', '.imagePullPolicy'],
      ['a message from elsewhere', 'terminationMessagePolicy: Log', '.terminationMessagePolicy'],
      ['a port of no name', 'ports: [{name: "80", containerPort: 80}]', '.ports[0].name'],
      [
        'two ports of a name',
        'ports: [{name: http, containerPort: 80}, {name: http, containerPort: 81}]',
        '.ports[1].name',
      ],
      ['a port without a number', 'ports: [{name: http}]', '.ports[0].containerPort'],
      ['a port above all', 'ports: [{containerPort: 65536}]', '.ports[0].containerPort'],
      ['a port of the node above all', 'ports: [{containerPort: 80, hostPort: 65536}]', '.ports[0].hostPort'],
      ['another protocol', 'ports: [{containerPort: 80, protocol: ICMP}]', '.ports[0].protocol'],
      ['started again at times', 'restartPolicy: Sometimes', '.restartPolicy'],
      [
        'more rules than there may be',
        `restartPolicy: Never, restartPolicyRules: [${'{action: Restart, exitCodes: {operator: In, values: [1]}}, '.repeat(21)}]`,
        '.restartPolicyRules',
      ],
      [
        'a rule that does something else, by nothing that it names',
        'restartPolicy: Never, restartPolicyRules: [{action: Stop, exitCodes: {operator: Above, values: [1]}}]',
        '.restartPolicyRules[0].action',
        '.restartPolicyRules[0].exitCodes.operator',
      ],
      [
        'more exit codes than there are',
        `restartPolicy: Never, restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [${[...Array(256).keys()]}]}}]`,
        '.restartPolicyRules[0].exitCodes.values',
      ],
      [
        'resized in place',
        'resizePolicy: [{resourceName: cpu, restartPolicy: NotRequired}, {resourceName: memory, restartPolicy: RestartContainer}]',
      ],
      [
        'one resource resized twice',
        'resizePolicy: [{resourceName: cpu, restartPolicy: NotRequired}, {resourceName: cpu, restartPolicy: NotRequired}]',
        '.resizePolicy[1]',
      ],
      ['resized in no resource', 'resizePolicy: [{resourceName: disk, restartPolicy: NotRequired}]', '.resizePolicy'],
      ['resized in no way', 'resizePolicy: [{resourceName: cpu, restartPolicy: Maybe}]', '.resizePolicy'],
      ['resized, and nothing said', 'resizePolicy: [{}]', '.resizePolicy'],
    ],
  },
  {
    about: 'a pod and what its containers ask of the node',
    of: pod,
    under: 'spec',
    rows: [
      [
        'a port on the network of the node',
        `hostNetwork: true, containers: [{name: c, image: x, ports: [{containerPort: 80, hostPort: 80}]}]`,
      ],
      [
        'another port on the network of the node',
        `hostNetwork: true, containers: [{name: c, image: x, ports: [{containerPort: 80, hostPort: 81}]}]`,
        '.containers[0].ports[0].hostPort',
      ],
      [
        'a restart to resize what never restarts',
        'restartPolicy: Never, containers: [{name: c, image: x, resizePolicy: [{resourceName: cpu, restartPolicy: RestartContainer}]}]',
        '.containers[0].resizePolicy',
      ],
      [
        'a device with users of its own',
        'hostUsers: false, volumes: [{name: v, persistentVolumeClaim: {claimName: a}}], containers: [{name: c, image: x, volumeDevices: [{name: v, devicePath: /dev/a}]}]',
        '.containers[0].volumeDevices',
      ],
    ],
  },
  {
    about: 'an init container',
    of: (fields) => pod(`containers: [${own}], initContainers: [{image: x, ${fields}}]`),
    under: 'spec.initContainers[0]',
    rows: [
      ['that ends', 'name: i'],
      ['of the name of another', 'name: c', '.name'],
      ['without a name', 'imagePullPolicy: Never', '.name'],
      [
        'that ends, with what needs time',
        'name: i, lifecycle: {preStop: {sleep: {seconds: 1}}}, livenessProbe: {tcpSocket: {port: 80}}',
        '.lifecycle',
        '.livenessProbe',
      ],
      [
        'that stays, with what needs time',
        'name: i, restartPolicy: Always, lifecycle: {preStop: {sleep: {seconds: 1}}}, livenessProbe: {tcpSocket: {port: 80}}',
      ],
      [
        'that stays, with a hook and a probe of nothing',
        'name: i, restartPolicy: Always, lifecycle: {preStop: {}}, readinessProbe: {}',
        '.lifecycle.preStop',
        '.readinessProbe',
      ],
      ['that starts again at times', 'name: i, restartPolicy: Sometimes', '.restartPolicy'],
      [
        'that takes a port of the node twice',
        'name: i, ports: [{containerPort: 80, hostPort: 80}, {containerPort: 81, hostPort: 80}]',
        '.ports[1].hostPort',
      ],
      [
        'that ends, and restarts to be resized',
        'name: i, resizePolicy: [{resourceName: cpu, restartPolicy: RestartContainer}]',
        '.resizePolicy[0].restartPolicy',
      ],
    ],
  },
  {
    about: 'variables',
    of: (list) => container(`env: [${list}]`),
    under: 'spec.containers[0].env',
    rows: [
      ['of all kinds', '{name: A, value: a}, {name: B, valueFrom: {secretKeyRef: {name: s, key: k}}}'],
      ['without a name', '{value: a}', '[0].name'],
      ['with =', '{name: A=B}', '[0].name'],
      ['from nowhere', '{name: A, valueFrom: {}}', '[0].valueFrom'],
      [
        'from a field, and said',
        '{name: A, value: a, valueFrom: {fieldRef: {fieldPath: metadata.name}}}',
        '[0].valueFrom',
      ],
      [
        'from two places',
        '{name: A, valueFrom: {secretKeyRef: {name: s, key: k}, configMapKeyRef: {name: s, key: k}}}',
        '[0].valueFrom',
      ],
      ['from no field', '{name: A, valueFrom: {fieldRef: {}}}', '[0].valueFrom.fieldRef.fieldPath'],
      [
        'from a field of another version',
        '{name: A, valueFrom: {fieldRef: {apiVersion: v2, fieldPath: metadata.name}}}',
        '[0].valueFrom.fieldRef.fieldPath',
      ],
      [
        'from a field that none is told',
        '{name: A, valueFrom: {fieldRef: {fieldPath: spec.hostname}}}',
        '[0].valueFrom.fieldRef.fieldPath',
      ],
      ['from a label', `{name: A, valueFrom: {fieldRef: {fieldPath: "metadata.labels['app']"}}}`],
      [
        'from a label of no name',
        `{name: A, valueFrom: {fieldRef: {fieldPath: "metadata.labels['a b']"}}}`,
        '[0].valueFrom.fieldRef',
      ],
      ['from no resource', '{name: A, valueFrom: {resourceFieldRef: {}}}', '[0].valueFrom.resourceFieldRef.resource'],
      [
        'from a resource that none is told',
        '{name: A, valueFrom: {resourceFieldRef: {resource: limits.disk}}}',
        '[0].valueFrom.resourceFieldRef.resource',
      ],
      [
        'from a Secret of no name, without a key',
        '{name: A, valueFrom: {secretKeyRef: {name: S}}}',
        '[0].valueFrom.secretKeyRef.key',
        '[0].valueFrom.secretKeyRef.name',
      ],
      [
        'from a key that is no file name',
        '{name: A, valueFrom: {configMapKeyRef: {name: s, key: a/b}}}',
        '[0].valueFrom.configMapKeyRef.key',
      ],
      [
        'from a file of a volume of no name',
        '{name: A, valueFrom: {fileKeyRef: {volumeName: V, path: a, key: K}}}',
        '[0].valueFrom.fileKeyRef.volumeName',
      ],
    ],
  },
  {
    about: 'variables from a group',
    of: (list) => container(`envFrom: [${list}]`),
    under: 'spec.containers[0].envFrom',
    rows: [
      ['all of a ConfigMap', '{prefix: A_, configMapRef: {name: a}}'],
      ['a prefix with =', '{prefix: A=, configMapRef: {name: a}}', '[0].prefix'],
      ['of no name', '{configMapRef: {}}, {secretRef: {name: A}}', '[0].configMapRef.name', '[1].secretRef.name'],
      ['of two', '{configMapRef: {name: a}, secretRef: {name: a}}', ''],
      ['of none', '{}', ''],
    ],
  },
  {
    about: 'a probe',
    of: (probe) => container(`livenessProbe: {${probe}}`),
    under: 'spec.containers[0].livenessProbe',
    rows: [
      ['by a command', 'exec: {command: [a]}, periodSeconds: 5, terminationGracePeriodSeconds: 5'],
      ['by an address', 'httpGet: {port: http, scheme: HTTPS, httpHeaders: [{name: X-A, value: a}]}'],
      ['by nothing', '', ''],
      ['by two ways', 'exec: {command: [a]}, tcpSocket: {port: 80}', '.tcpSocket'],
      ['by no command', 'exec: {}', '.exec.command'],
      ['by no port', 'tcpSocket: {port: 0}', '.tcpSocket.port'],
      ['by a name of no port', 'tcpSocket: {port: "80"}', '.tcpSocket.port'],
      ['by no port of gRPC', 'grpc: {}', '.grpc.port'],
      [
        'by an address with a header of no name',
        'httpGet: {port: 70000, scheme: FTP, httpHeaders: [{name: "a b", value: a}]}',
        '.httpGet.httpHeaders',
        '.httpGet.port',
        '.httpGet.scheme',
      ],
      [
        'at times below 0',
        'tcpSocket: {port: 80}, initialDelaySeconds: -1, timeoutSeconds: -1, periodSeconds: -1, failureThreshold: -1',
        '.failureThreshold',
        '.initialDelaySeconds',
        '.periodSeconds',
        '.timeoutSeconds',
      ],
      ['that must succeed twice', 'tcpSocket: {port: 80}, successThreshold: 2', '.successThreshold'],
      [
        'that leaves no time',
        'tcpSocket: {port: 80}, terminationGracePeriodSeconds: 0',
        '.terminationGracePeriodSeconds',
      ],
    ],
  },
  {
    about: 'being ready and being stopped',
    of: container,
    under: 'spec.containers[0]',
    rows: [
      ['ready after two successes', 'readinessProbe: {tcpSocket: {port: 80}, successThreshold: 2}'],
      [
        'time for what ends nothing',
        'readinessProbe: {tcpSocket: {port: 80}, terminationGracePeriodSeconds: 5}',
        '.readinessProbe.terminationGracePeriodSeconds',
      ],
      ['a rest before the stop', 'lifecycle: {preStop: {sleep: {seconds: 30}}}'],
      ['a rest of no time', 'lifecycle: {preStop: {sleep: {seconds: 0}}}'],
      ['a rest beyond the time to stop', 'lifecycle: {preStop: {sleep: {seconds: 31}}}', '.lifecycle.preStop.sleep'],
      ['a rest of less than no time', 'lifecycle: {postStart: {sleep: {seconds: -1}}}', '.lifecycle.postStart.sleep'],
      ['nothing before the stop', 'lifecycle: {preStop: {}}', '.lifecycle.preStop'],
    ],
  },
]

for (const { about, of, under, rows } of tables)
  for (const [says, part, ...fields] of rows)
    test(`${about}: ${says}`, () =>
      assert.deepEqual(refusedFields(of(part)), fields.map((field) => under + field).sort()))

test('a container: a template may hold an image with a space behind it', () => {
  const template = 'metadata: {labels: {app: a}}, spec: {containers: [{name: c, image: "x "}]}'
  const text = named('apps/v1', 'Deployment', `spec: {selector: {matchLabels: {app: a}}, template: {${template}}}`)
  assert.deepEqual(refusedFields(text), [])
})

// Asked of the sources: validateContainers (pkg/apis/core/validation/validation.go, v1.33.0), dropContainerRestartRules
// (pkg/api/pod/util.go, v1.34.4).
test('a container: before 1.35 only init containers have a restart policy', () => {
  const restarting = container('restartPolicy: Never')
  assert.deepEqual(refusedFields(restarting, '1.33'), ['spec.containers[0].restartPolicy'])
  assert.deepEqual(refusedFields(restarting, '1.34'), [])
  assert.deepEqual(refusedFields(restarting, '1.35'), [])
})
