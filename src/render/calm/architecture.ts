// What a CALM document holds, as far as it is written here (calm.finos.org, release 1.2: core.json, interface.json,
// flow.json, control.json).

export interface Architecture {
  readonly $schema: string
  readonly 'unique-id': string
  readonly name: string
  readonly nodes: readonly CalmNode[]
  readonly relationships: readonly Relationship[]
  readonly flows: readonly Flow[]
  readonly controls: Controls
  readonly metadata: Metadata
}

export interface CalmNode {
  readonly 'unique-id': string
  readonly 'node-type': string
  readonly name: string
  readonly description: string
  readonly interfaces?: readonly Interface[]
  readonly controls?: Controls
  readonly metadata?: Metadata
}

export interface Interface {
  readonly 'unique-id': string
  readonly name: string
  readonly port: number
  readonly transport: string
}

export interface Relationship {
  readonly 'unique-id': string
  readonly description?: string
  readonly 'relationship-type': RelationshipType
  readonly protocol?: string
}

export type RelationshipType =
  | { readonly interacts: { readonly actor: string; readonly nodes: readonly string[] } }
  | { readonly connects: { readonly source: End; readonly destination: End } }
  | { readonly 'deployed-in': Contained }
  | { readonly 'composed-of': Contained }

interface End {
  readonly node: string
  readonly interfaces?: readonly string[]
}

interface Contained {
  readonly container: string
  readonly nodes: readonly string[]
}

export interface Flow {
  readonly 'unique-id': string
  readonly name: string
  readonly description: string
  readonly transitions: readonly {
    readonly 'relationship-unique-id': string
    readonly 'sequence-number': number
    readonly description: string
  }[]
}

/** By domain, letters, digits and hyphens. */
export interface Controls {
  readonly [domain: string]: { readonly description: string; readonly requirements: readonly Requirement[] }
}

export interface Requirement {
  readonly 'requirement-url': string
  readonly config: object
}

export interface Metadata {
  readonly [key: string]: unknown
}

/** How things are called in it: unique within one document. */
export const idOf = {
  cluster: (name: string) => `cluster/${name}`,
  environment: (name: string) => `environment/${name}`,
  component: (environment: string, name: string) => `${environment}/${name}`,
  outside: (name: string) => `outside/${name}`,
  port: (node: string, name: string) => `${node}:${name}`,
} as const
