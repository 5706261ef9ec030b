// A page of docs/checks: what is generated stands between marks, what is judged in blocks of code, each with what was
// answered in the block after it.

export interface Example {
  /** `ts`: a platform file. `yaml`: manifests, with promises among them. */
  readonly language: 'ts' | 'yaml'
  readonly source: string
  readonly answer: string
}

export interface Page {
  /** Under `## An example`, the one that breaks; under `## How to keep it`, the same without its fault. */
  readonly broken: Example | undefined
  readonly kept: Example | undefined
  /** What people wrote, without blocks and marks. */
  readonly prose: string
}

const said = /<!-- said -->\n[\s\S]*?<!-- \/said -->/
const block = /```(ts|yaml)\n([\s\S]*?)```\n+```text\n([\s\S]*?)```/

export function pageOf(text: string): Page {
  const [, broken] = text.split('\n## An example\n')
  const [, kept] = text.split('\n## How to keep it\n')
  return {
    broken: exampleOf(broken?.split('\n## ')[0]),
    kept: exampleOf(kept),
    prose: text
      .replace(said, '')
      .replaceAll(/```[\s\S]*?```/g, '')
      .replaceAll(/^#.*$/gm, ''),
  }
}

/** The page with its generated part, and its answers, written again. */
export function rewritten(text: string, part: string, answers: readonly string[]): string {
  let at = 0
  return text
    .replace(said, () => `<!-- said -->\n${part}<!-- /said -->`)
    .replaceAll(new RegExp(block, 'g'), (_, language, source) => {
      const answer = answers[at++] ?? ''
      return `\`\`\`${language}\n${source}\`\`\`\n\n\`\`\`text\n${answer}\`\`\``
    })
}

function exampleOf(section: string | undefined): Example | undefined {
  const found = section === undefined ? null : block.exec(section)
  if (!found) return undefined
  const [, language, source = '', answer = ''] = found
  return { language: language as Example['language'], source, answer }
}
