// Every way in which admission refuses stands in a session: the field, then a sentence. Its rules are many, and each stands
// in a row or a kept case beside it; what is held here is one of each shape of words.

import type { Fault } from '../src/engine/admission/refusal.ts'
import { type Reasons, reasonsShown } from './shown.ts'

const rows = ['src/engine/admission/*.test.ts', 'src/check/admission/*.test.ts']
const sessions = 'check objects that are refused'

const faults: Reasons<Fault['is']> = {
  unknown: /spec\.replicas is no field of ServiceSpec/,
  type: /spec\.ports\[0\]\.port wants a whole number, and there is the text "web"/,
  version: /apiVersion apps\/v1beta1 has no Deployment: it is served as apps\/v1/,
  required: /spec\.ports is missing/,
  duplicate: /spec\.ports\[1\]\.name web stands there twice/,
  notOneOf: /spec\.type "Public" is none of ClusterIP, ExternalName, LoadBalancer, NodePort/,
  invalid: /metadata\.name "Invalid" may hold only a-z, 0-9 and -/,
  forbidden: /spec\.ingress\[0\]\.from\[0\] may not be set: ipBlock stands alone/,
  absent: /volumeMounts\[0\]\.name names the volume "data", and there is none/,
  mismatch: /spec\.template\.metadata\.labels are app=miss, and the selector app=mismatch does not take them/,
  aboveLimit: /resources\.requests cpu request 2 cores is above the limit 1 core/,
  beyondBound: /container main: memory limit 2Gi is above 1Gi of LimitRange small \(spec\.limits\[0\]\.max\.memory\)/,
  unsaid: /quota cores counts requests\.cpu, and container main says nothing about it/,
  beyondQuota: /requests\.cpu: 3 cores wanted, 2 cores more than the 1 core of the quota/,
}
reasonsShown('refusal', faults, { rows, sessions })
