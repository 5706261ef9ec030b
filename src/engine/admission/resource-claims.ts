// The claims of a pod for devices, and which container uses which of them. Before 1.34 their gate is closed by default, and they
// are dropped unread. Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go:3216, :8007.
import { dnsLabelProblem, dnsSubdomainProblem } from '../../kubernetes/names.ts'
import type { Judge } from './judge.ts'
import { at, isSet, items, type Place, text } from './place.ts'
import { refuseIf, setAmong } from './rules.ts'

const readFrom = 34

export function resourceClaims(judge: Judge, spec: Place): void {
  const uses = ['containers', 'initContainers']
    .flatMap((list) => items(at(spec, list)))
    .map((container) => at(container, 'resources', 'claims'))
    .filter(isSet)
  const claims = at(spec, 'resourceClaims')
  if ((!isSet(claims) && uses.length === 0) || judge.minor < readFrom) return
  const names = new Set<string>()
  for (const claim of items(claims)) podClaim(judge, claim, names)
  const known = new Set(items(claims).map((claim) => text(at(claim, 'name'))))
  for (const list of uses) usedClaims(judge, list, known)
}

function podClaim(judge: Judge, claim: Place, names: Set<string>): void {
  const name = at(claim, 'name')
  if (text(name) === '') judge.refuse(name, { is: 'required' })
  else if (names.has(text(name))) judge.refuse(name, { is: 'duplicate', value: text(name) })
  else refuseIf(judge, name, dnsLabelProblem(text(name)))
  names.add(text(name))
  const sources = setAmong(claim, ['resourceClaimName', 'resourceClaimTemplateName'])
  for (const source of sources) refuseIf(judge, source, dnsSubdomainProblem(text(source)))
  if (sources.length === 1) return
  const why = `names ${sources.length === 0 ? 'neither' : 'both'} resourceClaimName ${sources.length === 0 ? 'nor' : 'and'} resourceClaimTemplateName`
  judge.refuse(claim, { is: 'invalid', value: text(name), why })
}

// A claim as a whole, or some of its requests; not both.
function usedClaims(judge: Judge, list: Place, known: ReadonlySet<string>): void {
  const used = new Set<string>()
  for (const use of items(list)) {
    const [name, request] = [text(at(use, 'name')), text(at(use, 'request'))]
    if (name === '') {
      judge.refuse(use, { is: 'required' })
      continue
    }
    const key = request === '' ? name : `${name}/${request}`
    const isTwice =
      used.has(name) || used.has(key) || (request === '' && [...used].some((other) => other.startsWith(`${name}/`)))
    if (!used.has(name) && request !== '') refuseIf(judge, at(use, 'request'), dnsLabelProblem(request))
    if (isTwice) judge.refuse(use, { is: 'duplicate', value: key })
    used.add(key)
    if (!known.has(name)) judge.refuse(use, { is: 'invalid', value: name, why: 'is none of spec.resourceClaims' })
  }
}
