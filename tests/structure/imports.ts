import { posix } from 'node:path'

/** One import statement of a file: what it names, and the file of the tree that this is, if it is one. */
export interface Import {
  readonly from: string
  readonly specifier: string
  readonly file: string | undefined
  readonly onlyTypes: boolean
}

const statements = [
  /^\s*(?:import|export)\s[^'"`;]*?\sfrom\s*['"]([^'"]+)['"]/gm,
  /^\s*import\s*['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]/g,
]

/** Reads the import statements of one file; TypeScript 7 offers no syntax tree, and these few forms are all there are. */
export function importsOf(path: string, source: string): Import[] {
  return statements
    .flatMap((statement) => [...source.matchAll(statement)])
    .map(([statement, specifier = '']) => ({
      from: path,
      specifier,
      onlyTypes: /^\s*(?:import|export)\s+type\b/.test(statement),
      file: specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined,
    }))
}
