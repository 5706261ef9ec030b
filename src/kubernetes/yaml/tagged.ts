import { numberOf, plainScalar, type Scalar } from './scalar.ts'

const standard = 'tag:yaml.org,2002:'

/** The value of a scalar with a tag (go-yaml resolve.go:83), the whole of it; undefined where text and tag disagree. */
export function taggedScalar(tag: string, text: string): Scalar | undefined {
  switch (tag.startsWith(standard) ? tag.slice(standard.length) : undefined) {
    case 'int': {
      const found = numberOf(text)
      return found?.is === 'integer' ? found.value : undefined
    }
    case 'float': {
      const found = numberOf(text)
      // A whole number beyond 63 bits becomes none.
      return found === undefined || found.value >= 2 ** 63 ? floatOf(found) : found.value
    }
    case 'bool': {
      const value = plainScalar(text)
      return typeof value === 'boolean' ? value : undefined
    }
    case 'null':
      return plainScalar(text) === null ? null : undefined
    case 'binary':
      return binary(text)
    // kubectl takes some forms of a day and a time, and hands on the text; without the tag it takes all.
    case 'timestamp':
      return undefined
    default:
      // A tag that go-yaml does not know leaves the text, and so do !!str and `!` alone.
      return text
  }
}

function floatOf(found: ReturnType<typeof numberOf>): number | undefined {
  return found?.is === 'float' ? found.value : undefined
}

// JSON has no bytes: what is no text would be changed on the way.
function binary(text: string): string | undefined {
  const compact = text.replace(/[\r\n]/g, '')
  if (!/^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(compact)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(compact, 'base64'))
  } catch {
    return undefined
  }
}
