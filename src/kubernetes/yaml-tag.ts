import { plainScalar, type Scalar } from './yaml-scalar.ts'

const standard = 'tag:yaml.org,2002:'

/** The value of a scalar with an explicit tag (go-yaml resolve.go:83); undefined where text and tag disagree. */
export function taggedScalar(tag: string, text: string): Scalar | undefined {
  const name = standardName(tag)
  switch (name) {
    case 'str':
      return text
    case 'int':
    case 'float': {
      const value = plainScalar(text)
      return typeof value === 'number' && (name === 'float' || Number.isInteger(value)) ? value : undefined
    }
    case 'bool': {
      const value = plainScalar(text)
      return typeof value === 'boolean' ? value : undefined
    }
    case 'null':
      return plainScalar(text) === null ? null : undefined
    case 'binary':
      return binary(text)
    case 'timestamp':
      return /^\d{4}-/.test(text) ? text : undefined
    default:
      // A tag that go-yaml does not know leaves the text, and so does `!` alone.
      return text
  }
}

function standardName(tag: string): string | undefined {
  if (tag.startsWith('!!')) return tag.slice(2)
  if (tag.startsWith(`!<${standard}`) && tag.endsWith('>')) return tag.slice(2 + standard.length, -1)
  return undefined
}

function binary(text: string): string | undefined {
  const compact = text.replace(/[\r\n]/g, '')
  if (!/^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(compact)) return undefined
  return Buffer.from(compact, 'base64').toString('utf8')
}
