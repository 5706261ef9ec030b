// What is said of a storage class, against what its provisioner is known to do: a class is a name and a few parameters, and
// volumes are what the provisioner makes of them.

import { sourceOf } from '../../estate/source.ts'
import { boundByProvisioner } from '../../knowledge/provisioners.ts'
import { abilitiesOf } from '../../knowledge/volume-abilities.ts'
import type { Cluster, StorageClass, VolumeKind } from '../../platform/model.ts'
import type { Stated } from '../../platform/source.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { clustersIn } from '../tiering/clusters-in.ts'
import type { Words } from '../verdict.ts'
import { type AbilityParts, abilityParts, abilityWords, type Of } from './class-abilities.ts'
import { kindsOf, kindWords } from './kind-words.ts'

type Bound = 'node' | 'zone' | 'cluster'

type Rules = AbilityParts & {
  known: Omit<Of, 'source'>
  memory: { readonly class: string; readonly said: readonly VolumeKind[] }
  binds: Of & { readonly said: Bound; readonly does: Bound }
}

export const storageClasses = defineQuestion<Rules>({
  id: 'storage-classes',
  asks: 'Does each storage class do what is said of it?',

  *judge(world) {
    for (const cluster of clustersIn(world))
      for (const [name, said] of Object.entries(cluster.storage)) {
        const parts = partsOf(name, said, cluster)
        if (parts.length === 0) continue
        yield {
          id: [cluster.name, name],
          cluster: cluster.name,
          says: `volumes of class ${name} are as it is said of them`,
          source: sourceOf(cluster, said.stated, cluster.stated),
          parts,
        }
      }
  },

  says: {
    known: ({ class: name, provisioner }) =>
      `nobody here knows what the volumes are that ${provisioner} makes for class ${name}`,
    memory: ({ class: name, said }) =>
      said.length > 1
        ? `volumes of class ${name} are said to lie on ${said.map((kind) => kindWords[kind]).join(' and ')}: nobody says on which of them a claim lies, or who makes volumes of both`
        : `volumes of class ${name} are said to lie in memory: that is a volume of one pod alone (emptyDir) and ends with it, and nobody says who makes one for a claim`,
    binds: ({ class: name, provisioner, said, does, source }, truth): Words => ({
      line:
        said === does
          ? `volumes of ${provisioner} ${binding[does]}, as it is said of class ${name}`
          : truth === true
            ? `volumes of ${provisioner} ${binding[does]}; of class ${name} it is said that they ${binding[said]}`
            : `of class ${name} it is said that its volumes ${binding[said]}, and those of ${provisioner} ${binding[does]}`,
      rows: [['source', source]],
    }),
    ...abilityWords,
  },
})

const binding: { readonly [bound in Bound]: string } = {
  node: 'never leave their node',
  zone: 'never leave their zone',
  cluster: 'go to any node',
}

// What goes to any node may be held back by a parameter (a file system of one zone, a replica of one node); nothing lets
// a disk out of its zone, or keeps one that belongs to a zone on a node.
function partsOf(name: string, said: StorageClass, cluster: Cluster): readonly AnyPart<Rules>[] {
  const { provisioner } = said
  const cause = `storage-class/${cluster.name}/${name}`
  const stated = [said.stated]
  if (provisioner === undefined)
    return kindsOf(said).includes('memory') ? [memoryPart(name, kindsOf(said), stated)] : []
  const of = { class: name, provisioner }
  const bound = boundByProvisioner(provisioner)
  const known = abilitiesOf(provisioner)
  if (!bound && !known)
    return [
      part('known', undefined, of, {
        waitsFor: `volumes of ${provisioner}`,
        hint: 'a provisioner that is known',
        stated,
      }),
    ]
  return [
    ...(said.bound !== undefined && bound
      ? [
          part(
            'binds',
            said.bound === bound.value || bound.value === 'cluster',
            { ...of, said: said.bound, does: bound.value, source: bound.source },
            { cause: `${cause}/bound`, hint: `bound: '${bound.value}', or another provisioner`, stated },
          ),
        ]
      : []),
    ...(known ? abilityParts(of, said, known, cause) : []),
  ]
}

// Source: kubernetes.io/docs/concepts/storage/volumes, emptyDir: medium Memory is a tmpfs that is deleted with its pod. One
// that somebody mounts on a node can be claimed as a local volume.
function memoryPart(
  name: string,
  said: readonly VolumeKind[],
  stated: readonly (Stated | undefined)[],
): AnyPart<Rules> {
  return part(
    'memory',
    undefined,
    { class: name, said },
    { waitsFor: `who makes volumes of ${name}`, hint: "kind: 'ssd', on which what memory holds is saved", stated },
  )
}
