import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillGoTemplate } from './go-template.ts'

const parameters = {
  name: 'cart',
  env: 'prod',
  zones: ['a', 'b'],
  path: { segments: ['apps', 'cart'], basename: 'cart' },
  none: '',
}

const rows: [template: string, finds: string | RegExp][] = [
  ['plain', 'plain'],
  ['{{ .name }}-{{.env}}', 'cart-prod'],
  ['{{ index .path.segments 1 }}', 'cart'],
  ['a {{- " b " -}} c', 'a b c'],
  ['{{ .env | upper | quote }}', '"PROD"'],
  ['{{ if eq .env "prod" "live" }}3{{ else }}1{{ end }}', '3'],
  ['{{ if .none }}x{{ else if .name }}y{{ else }}z{{ end }}', 'y'],
  ['{{ range $at, $zone := .zones }}{{ $at }}{{ $zone }}{{ end }}', '0a1b'],
  ['{{ with .path }}{{ .basename }}{{ end }}', 'cart'],
  ['{{ $short := trunc 2 .name }}{{ $short }}', 'ca'],
  ['{{ default "x" .none }}', 'x'],
  ['{{ (index .zones 0) | upper }}', 'A'],
  ['{{ .name | replace "c" "$&" }}', '$&art'],
  ['{{/* nothing */}}', ''],
  ['{{ printf "%s-%d" .name 3 }}', 'cart-3'],
  ['{{ .missing }}', /\.missing is not among the parameters/],
  ['{{ .__proto__ }}', /\.__proto__ is not among the parameters/],
  ['{{ if .name }}', /has no end/],
  ['{{ env "HOME" }}', /uses env, which is not read/],
  ['{{ template "x" }}', /is not read/],
  ['{{ index .zones 7 }}', /beyond the list/],
]

for (const [template, finds] of rows) {
  test(`go template: ${template}`, () => {
    const fill = () => fillGoTemplate(template, parameters, { isStrict: true })
    if (typeof finds === 'string') assert.equal(fill(), finds)
    else assert.throws(fill, finds)
  })
}
