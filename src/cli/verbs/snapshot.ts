// `seaworthy snapshot --context NAME`: a read-only picture of a cluster, in one file that can be reviewed.

import { flag, several, text } from '../options.ts'
import { Refusal } from '../refusal.ts'
import { listCommand, type Target, typed, versionCommand } from '../snapshot/commands.ts'
import { defineVerb } from '../verb.ts'
import { write } from '../write.ts'

export const snapshot = defineVerb({
  options: {
    context: text('NAME', "the cluster, as kubectl's configuration names it"),
    kubeconfig: text('FILE', "kubectl's configuration, where it is not the usual one"),
    namespace: several(text('NAME', 'this namespace only, where the whole cluster may not be read')),
    out: text('FILE', 'where it is written (snapshot-NAME.yaml); never over a file that is there'),
    redact: flag('without free text: env values, commands, annotations, hosts, addresses'),
    'print-commands': flag('what would be run; runs nothing'),
  },
  about:
    'Reads what the questions need of a live cluster, with `kubectl get` and nothing else, and writes one file. It never reads Secrets, nor their names; of ConfigMaps it keeps the keys alone. It tells what it was not allowed to read.',
  examples: [
    'seaworthy snapshot --context prod --print-commands',
    'seaworthy snapshot --context prod --out prod.yaml',
    'seaworthy check ./k8s --live prod.yaml',
  ],

  async run(rest, given) {
    if (rest.length > 0) throw refusal(`it takes no path, found ${rest.join(' ')}`)
    if (given.context === undefined) throw refusal('no context was named')
    const target: Target = {
      context: given.context,
      kubeconfig: given.kubeconfig,
      namespaces: given.namespace ?? [],
    }
    if (given['print-commands']) return await printCommands(target)
    const { writeSnapshot } = await import('../snapshot/write-snapshot.ts')
    return await writeSnapshot(target, {
      out: given.out ?? `snapshot-${given.context.replace(/[^\w.-]+/g, '-')}.yaml`,
      redact: given.redact ?? false,
    })
  },
})

async function printCommands(target: Target): Promise<number> {
  const { resources } = await import('../snapshot/resources.ts')
  const places = target.namespaces.length > 0 ? target.namespaces : [undefined]
  const lists = resources.flatMap(({ name }) => places.map((place) => listCommand(name, place, target)))
  await write(`${[versionCommand(target), ...lists].map(typed).join('\n')}\n`)
  return 0
}

function refusal(because: string): Refusal {
  return new Refusal(because, {
    doing: 'take a snapshot',
    next: 'seaworthy snapshot --context NAME; kubectl config get-contexts lists the names',
  })
}
