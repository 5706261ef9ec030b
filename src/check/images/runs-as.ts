// A container that must not be root, of an image that starts as root, is never created: the kubelet looks at the number
// that the image names, and not at what its entry point does later.
// Source: k8s.io/kubernetes@v1.36.3 pkg/kubelet/kuberuntime/security_context_others.go:34 (verifyRunAsNonRoot).

import type { Assumption } from '../../engine/assumption.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type ImageUser, imageUser } from '../../knowledge/images.ts'
import type { Known } from '../../knowledge/table.ts'
import { mutated, mutatorsIn } from '../admission/mutated.ts'
import { type AnyPart, defineQuestion, type Finding, part } from '../define.ts'
import { subjectOf } from '../placement/subject.ts'
import type { View } from '../world.ts'
import { type StartParts, stepsDownWords, userWords, writesWords } from './runs-as-words.ts'
import { type StartSecurity, startSecurity } from './start-security.ts'
import { volumePart, volumeWords, type Written } from './volume-part.ts'

type Rules = StartParts & {
  volume: Written
}

export const runsAs = defineQuestion<Rules>({
  id: 'runs-as',
  asks: 'Can every container start as the user, and with the rights, that it is told to have?',
  perCluster: true,

  *judge({ views }) {
    for (const view of views)
      for (const pod of view.pods) {
        const parts = pod.count > 0 ? partsOf(pod, view) : []
        if (parts.length > 0) yield findingOf(pod, parts, view)
      }
  },

  says: { user: userWords, stepsDown: stepsDownWords, writes: writesWords, volume: volumeWords },
})

function findingOf(pod: PodClass, parts: readonly AnyPart<Rules>[], view: View): Finding<Rules> {
  return {
    id: subjectOf(pod, view),
    environment: pod.environment,
    cluster: view.estate.cluster,
    says: `the containers of ${pod.name} start as they are told to`,
    source: pod.source,
    about: [pod.workload],
    parts,
  }
}

function partsOf(pod: PodClass, view: View): readonly AnyPart<Rules>[] {
  return startSecurity(pod).flatMap((said) => {
    const known = imageUser(said.image)
    return [
      ...userPart(said, known, pod, view),
      ...(known ? [...stepsDownPart(said, known, pod, view), ...writesPart(said, known, pod, view)] : []),
      ...volumePart(said, known, { pod, view, about: about(pod, said, view, 'volume-of-root') }),
    ]
  })
}

function userPart(
  said: StartSecurity,
  known: Known<ImageUser> | undefined,
  pod: PodClass,
  view: View,
): readonly AnyPart<Rules>[] {
  const { nonRoot, user, container, image } = said
  if (!nonRoot) return []
  const supposed = user === undefined && known === undefined ? [imageSaysUser(image, view)] : []
  const holds = user !== undefined ? user !== 0 : known ? known.value.startsAs !== 0 : !isDenied(supposed, view)
  const { truth, assumes, may } = mutated(holds, mutatorsIn(view)(pod), view.denied)
  const because = {
    ...{ container, image, ...may },
    ...(user !== undefined && { user }),
    ...(known && { known: known.source, starts: known.value.startsAs, serves: known.value.servesAs }),
  }
  return [
    part('user', truth, because, {
      ...about(pod, said, view, 'starts-as-root'),
      assumes: [...assumes, ...supposed],
      hint: known ? `runAsUser: ${known.value.servesAs}, the user that ${image} serves as` : 'a numeric runAsUser',
    }),
  ]
}

function imageSaysUser(image: string, { estate }: View): Assumption {
  const isUnstated = image.startsWith('unstated.invalid/')
  const which = isUnstated
    ? `the image of ${image.slice(17).replace(/:.*/, '')}, which nobody states,`
    : `image ${image}`
  return {
    id: `image-user/${estate.cluster}/${image}`,
    says: `${which} starts as a user that it names by number, and not as root`,
    kind: 'outside',
  }
}

// As root it starts by changing owners and giving rights up, for which it must have some first.
function stepsDownPart(
  said: StartSecurity,
  { value, source }: Known<ImageUser>,
  pod: PodClass,
  view: View,
): readonly AnyPart<Rules>[] {
  const { user = value.startsAs, nonRoot, drops, adds, container, image, asImageStarts } = said
  if (user !== 0 || nonRoot || !asImageStarts || value.stepsDownWith === undefined || drops.length === 0) return []
  const isGone = (capability: string) => drops.includes(capability) || drops.includes('ALL')
  const lacks = value.stepsDownWith.filter((one) => isGone(one) && !adds.includes(one) && !adds.includes('ALL'))
  const { truth, assumes, may } = mutated(lacks.length === 0, mutatorsIn(view)(pod), view.denied)
  return [
    part(
      'stepsDown',
      truth,
      { container, image, known: source, lacks, serves: value.servesAs, ...may },
      {
        ...about(pod, said, view, 'cannot-step-down'),
        assumes,
        hint: `runAsUser: ${value.servesAs}, so that there is nothing to step down from`,
      },
    ),
  ]
}

function writesPart(
  said: StartSecurity,
  { value, source }: Known<ImageUser>,
  pod: PodClass,
  view: View,
): readonly AnyPart<Rules>[] {
  const { readOnlyRoot, asImageStarts, mounts, container, image } = said
  if (!readOnlyRoot || !asImageStarts || value.writes === undefined) return []
  const paths = value.writes.filter((path) => !mounts.some((mount) => path === mount || path.startsWith(`${mount}/`)))
  const { truth, assumes, may } = mutated(paths.length === 0, mutatorsIn(view)(pod), view.denied)
  return [
    part(
      'writes',
      truth,
      { container, image, known: source, paths, ...may },
      { ...about(pod, said, view, 'read-only-root'), assumes, hint: 'a volume (emptyDir) at each of them' },
    ),
  ]
}

function isDenied(assumptions: readonly Assumption[], { denied }: View): boolean {
  return assumptions.some(({ id }) => denied.has(id))
}

function about(pod: PodClass, { container, path }: StartSecurity, view: View, cause: string) {
  return {
    cause: [cause, ...subjectOf(pod, view), ...(container === pod.name ? [] : [container])].join('/'),
    at: {
      source: pod.source,
      path: [...(specPaths[pod.kind] ?? ['spec', 'template', 'spec']), ...path, 'securityContext'],
    },
  }
}

const specPaths: { readonly [kind in PodClass['kind']]?: readonly string[] } = {
  Pod: ['spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
}
