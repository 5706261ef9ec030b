// What a pod or container asks of the kernel beside users and capabilities: AppArmor, SELinux, sysctls.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go:5313, :5510, :5474.
import type { Judge } from './judge.ts'
import { at, isSet, items, type Place, text } from './place.ts'
import { allowSet, refuseIf } from './rules.ts'

const longestProfile = 4095

export function appArmor(judge: Judge, place: Place): void {
  if (!isSet(place)) return
  const [type, profile] = [at(place, 'type'), at(place, 'localhostProfile')]
  const allowed = ['Localhost', 'RuntimeDefault', 'Unconfined']
  if (text(type) === '') return judge.refuse(type, { is: 'required' })
  if (!allowed.includes(text(type))) return judge.refuse(type, { is: 'notOneOf', value: text(type), allowed })
  if (text(type) !== 'Localhost') {
    if (isSet(profile))
      judge.refuse(profile, { is: 'invalid', value: text(profile), why: 'goes only with type Localhost' })
    return
  }
  const name = text(profile)
  if (name.trim() !== name) refuseIf(judge, profile, 'begins or ends with a space')
  else if (name === '') judge.refuse(profile, { is: 'required', why: 'for type Localhost' })
  if (name.length > longestProfile) refuseIf(judge, profile, `is longer than ${longestProfile} characters`)
}

/** Below 1.33 the server drops the field unread; anything but Recursive waits for a gate (SELinuxMount). */
export function seLinuxChange(judge: Judge, place: Place): void {
  if (judge.minor >= 33) allowSet(judge, place, ['Recursive'])
}

const segment = '[a-z0-9]([-_a-z0-9]*[a-z0-9])?'
const sysctlName = new RegExp(`^(${segment}[./])*${segment}$`)
const longestSysctl = 253
const hostSysctlsRefusedFrom = 29

// Those of the network and of processes that talk to each other belong to the node where the pod shares them with it.
const ofNetwork = /^net\./
const ofProcesses = /^(kernel\.(sem|shm|shmall|shmmax|shmmni|shm_rmid_forced|msg|msgmax|msgmnb|msgmni)$|fs\.mqueue\.)/

export function sysctls(judge: Judge, spec: Place): void {
  const seen = new Set<string>()
  for (const sysctl of items(at(spec, 'securityContext', 'sysctls'))) {
    const place = at(sysctl, 'name')
    const name = text(place)
    const isName = name.length <= longestSysctl && sysctlName.test(name)
    if (name === '') judge.refuse(place, { is: 'required' })
    else if (!isName) refuseIf(judge, place, 'is no name of a kernel parameter')
    else if (seen.has(name)) judge.refuse(place, { is: 'duplicate', value: name })
    seen.add(name)
    const plain = dotted(name)
    if (!ofNetwork.test(plain) && !ofProcesses.test(plain)) continue
    // Before, the node's own kubelet refuses the pod.
    if (judge.minor < hostSysctlsRefusedFrom) continue
    if (ofNetwork.test(plain) && at(spec, 'hostNetwork').value === true)
      refuseIf(judge, place, 'belongs to the node where hostNetwork is true')
    if (ofProcesses.test(plain) && at(spec, 'hostIPC').value === true)
      refuseIf(judge, place, 'belongs to the node where hostIPC is true')
  }
}

// net/ipv4/x is net.ipv4.x; where a slash comes first, dots are part of a name.
function dotted(name: string): string {
  const first = /[./]/.exec(name)?.[0]
  return first === '/' ? name.replaceAll(/[./]/g, (sign) => (sign === '/' ? '.' : '/')) : name
}
