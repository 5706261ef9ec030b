// Source: go.yaml.in/yaml/v2@v2.4.3/scannerc.go:1740 (anchors), :1800 (tags); parserc.go:1060 (what ! and !! stand for).
import { isBlankOrEnd } from './characters.ts'
import { YamlSyntaxFault } from './fault.ts'
import { type Scanner, TOKEN, type Token, token } from './scanner.ts'

const nameAfter = /[-\w]*/y

/** `&name` or `*name`. */
export function scanName(scanner: Scanner): Token {
  const { text, at } = scanner
  nameAfter.lastIndex = at + 1
  const [name = ''] = nameAfter.exec(text) ?? []
  scanner.at += 1 + name.length
  const code = text.charCodeAt(scanner.at)
  if (name === '' || !(isBlankOrEnd(code) || '?:,]}%@`'.includes(text[scanner.at] ?? ''))) {
    throw new YamlSyntaxFault(at, 'did not find expected alphabetic or numeric character')
  }
  return token(text.charCodeAt(at) === 38 ? TOKEN.anchor : TOKEN.alias, at, scanner.at, name)
}

const verbatim = /!<([-\w;/?:@&=+$,.!~*'()[\]%]+)>/y
const named = /!([-\w]*)!([-\w;/?:@&=+$,.!~*'()[\]%]+)/y
const own = /!([-\w;/?:@&=+$,.!~*'()[\]%]*)/y

/** `!<tag>`, `!!int`, `!own` or `!`, as the whole tag that it stands for; without text where nobody has named the handle. */
export function scanTag(scanner: Scanner): Token {
  const { text, at } = scanner
  const tag = tagAt(scanner)
  if (tag === undefined || !areOctets(tag)) throw new YamlSyntaxFault(at, 'did not find expected tag URI')
  if (!isBlankOrEnd(text.charCodeAt(scanner.at))) {
    throw new YamlSyntaxFault(at, 'did not find expected whitespace or line break')
  }
  return token(TOKEN.tag, at, scanner.at, text[at + 1] !== '<' && isNamed(tag) ? undefined : withoutEscapes(tag))
}

function tagAt(scanner: Scanner): string | undefined {
  const { text, at } = scanner
  const matched = (form: RegExp) => {
    form.lastIndex = at
    const found = form.exec(text)
    if (found) scanner.at = form.lastIndex
    return found
  }
  if (text[at + 1] === '<') return matched(verbatim)?.[1]
  const handled = /!([-\w]*)!/y
  handled.lastIndex = at
  if (!handled.test(text)) return `!${matched(own)?.[1] ?? ''}`
  const [, handle, suffix] = matched(named) ?? []
  if (suffix === undefined) return undefined
  return handle === '' ? `tag:yaml.org,2002:${suffix}` : `!${handle}!${suffix}`
}

// A directive would have named it, and kubectl takes none.
function isNamed(tag: string): boolean {
  return /^![-\w]+!/.test(tag)
}

// Each % begins the octets of one character.
function areOctets(tag: string): boolean {
  const character =
    /%(?:[0-7]|[cdCD][0-9a-fA-F]%[89abAB]|[eE][0-9a-fA-F](?:%[89abAB][0-9a-fA-F])%[89abAB]|[fF][0-7](?:%[89abAB][0-9a-fA-F]){2}%[89abAB])[0-9a-fA-F]/g
  return !tag.replace(character, '').includes('%')
}

function withoutEscapes(tag: string): string {
  return tag.replace(/%([0-7][0-9a-fA-F])/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
}
