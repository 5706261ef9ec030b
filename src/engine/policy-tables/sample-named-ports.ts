// How names of ports are resolved. x/client calls; y/web and y/other call TCP 8080 and TCP 9090 `web`, y/datagram UDP 8080;
// y/sidecar calls 8080 so in a sidecar, y/setup in an init container that ends; y/twice calls 8080 and 9090 so, in two
// containers; y/nameless names nothing.

import { api, intoY, outOfX, type SpecifiedRow } from './sample-specified.ts'

export const namedPortRows: readonly SpecifiedRow[] = [
  {
    says: 'a port is a number, or the name of a port on a pod: each pod’s own',
    source: `${api}:164`,
    policies: intoY({ port: 'web' }),
    asks: [
      ['x/client', 'y/web', 'TCP 8080', 'open'],
      ['x/client', 'y/web', 'TCP 9090', 'closed'],
      ['x/client', 'y/other', 'TCP 9090', 'open'],
      ['x/client', 'y/other', 'TCP 8080', 'closed'],
    ],
  },
  {
    says: 'ports of what goes out are those of the destination: its pods name them',
    source: `${api}:137`,
    policies: outOfX({ port: 'web' }),
    asks: [
      ['x/client', 'y/web', 'TCP 8080', 'open'],
      ['x/client', 'y/other', 'TCP 8080', 'closed'],
      ['x/client', 'y/other', 'TCP 9090', 'open'],
    ],
  },
  {
    says: 'the port is one on the given protocol, TCP where none is given: a name in another protocol matches nothing',
    source: `${api}:160, 164`,
    policies: intoY({ port: 'web' }),
    asks: [
      ['x/client', 'y/datagram', 'UDP 8080', 'closed'],
      ['x/client', 'y/datagram', 'TCP 8080', 'closed'],
    ],
  },
  {
    says: 'and with its protocol the name is that of the port in it',
    source: `${api}:164`,
    policies: intoY({ port: 'web', protocol: 'UDP' }),
    asks: [
      ['x/client', 'y/datagram', 'UDP 8080', 'open'],
      ['x/client', 'y/web', 'TCP 8080', 'closed'],
      ['x/client', 'y/web', 'UDP 8080', 'closed'],
    ],
  },
  {
    says: 'traffic has to match a port of the list: a name that no pod there has matches none',
    source: `${api}:116`,
    policies: intoY({ port: 'admin' }),
    asks: [
      ['x/client', 'y/web', 'TCP 8080', 'closed'],
      ['x/client', 'y/nameless', 'TCP 8080', 'closed'],
    ],
  },
  {
    says: 'a number matches whatever the pod calls it, and also where it calls it nothing',
    source: `${api}:164`,
    policies: intoY({ port: 8080 }),
    asks: [
      ['x/client', 'y/web', 'TCP 8080', 'open'],
      ['x/client', 'y/nameless', 'TCP 8080', 'open'],
      ['x/client', 'y/other', 'TCP 9090', 'closed'],
    ],
  },
  {
    says: 'without a port every name and number of the protocol matches',
    source: `${api}:165`,
    policies: intoY({ protocol: 'UDP' }),
    asks: [
      ['x/client', 'y/datagram', 'UDP 8080', 'open'],
      ['x/client', 'y/nameless', 'UDP 7', 'open'],
      ['x/client', 'y/web', 'TCP 8080', 'closed'],
    ],
  },
  {
    says: 'sidecars go on beside the containers, so their ports are the pod’s; init containers end before the pod serves',
    source:
      'k8s.io/endpointslice/utils.go:393, as Services resolve names; kubernetes.io/docs/concepts/workloads/pods/sidecar-containers',
    policies: intoY({ port: 'web' }),
    asks: [
      ['x/client', 'y/sidecar', 'TCP 8080', 'open'],
      ['x/client', 'y/setup', 'TCP 8080', 'closed'],
    ],
  },
  {
    says: 'two containers may use one name, and nothing says which of their ports a policy means: the plugin’s',
    source:
      'k8s.io/kubernetes/pkg/apis/core/validation/validation.go, validateContainerPorts: names are unique in a container only',
    policies: intoY({ port: 'web' }),
    asks: [
      ['x/client', 'y/twice', 'TCP 8080', 'open', 'port-name-each/harbour/web'],
      ['x/client', 'y/twice', 'TCP 9090', 'open', 'port-name-each/harbour/web'],
      ['x/client', 'y/twice', 'TCP 80', 'closed'],
    ],
  },
]
