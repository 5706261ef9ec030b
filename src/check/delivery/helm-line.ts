// A line that somebody types, as Helm reads it.

export interface HelmLine {
  readonly verb: string | undefined
  readonly files: readonly string[]
  /** What follows the verb and is no option: the release first. */
  readonly rest: readonly string[]
  /** Options by their long names. */
  readonly options: ReadonlySet<string>
}

const valuesOption = /^(?:-f|--values)$/
const takesValue =
  /^(?:-n|--namespace|--set|--set-string|--timeout|--version|--kube-context|--kubeconfig|--history-max)$/

export function helmLine(line: string): HelmLine {
  const [tool, verb, ...words] = line.trim().split(/\s+/)
  const files: string[] = []
  const rest: string[] = []
  const options = new Set<string>()
  if (tool !== 'helm') return { verb: undefined, files, rest, options }
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const [, written] = /^--values=(.+)$/.exec(word) ?? []
    if (word.startsWith('-') && !word.endsWith('=false'))
      options.add(word === '-n' ? '--namespace' : (word.split('=')[0] ?? ''))
    if (valuesOption.test(word)) files.push(words[++at] ?? '')
    else if (written !== undefined) files.push(written)
    else if (takesValue.test(word)) at++
    else if (!word.startsWith('-')) rest.push(word)
  }
  return { verb, files, rest, options }
}
