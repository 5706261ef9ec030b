/** A fault at `offset` of the text read. */
export class YamlFault extends Error {
  override readonly name: string = 'YamlFault'
  readonly offset: number

  constructor(offset: number, says: string) {
    super(says)
    this.offset = offset
  }
}

/** What YAML 1.1 has no reading for, as go-yaml sees it; the reason in its words, so that people find it. */
export class YamlSyntaxFault extends YamlFault {
  override readonly name: string = 'YamlSyntaxFault'

  constructor(offset: number, reason: string) {
    super(offset, `this is no YAML: ${reason}`)
  }
}

/** What only go-yaml has no reading for: other readers of YAML take it, and so do those whom a file is meant for. */
export class NarrowYamlFault extends YamlSyntaxFault {
  override readonly name = 'NarrowYamlFault'
}

/** A directive, of which kubectl takes none; behind a document it stops reading there, and says nothing. */
export class DirectiveFault extends NarrowYamlFault {
  constructor(offset: number) {
    super(offset, 'kubectl takes no directives: % and what follows it')
  }
}
