import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addQuantity,
  compareQuantity,
  formatQuantity,
  milli,
  parseQuantity,
  type QuantityFormat,
  quantityOf,
  sayAbout,
  sayQuantity,
  scaleQuantity,
  subtractQuantity,
  tryQuantity,
  wholeUnits,
  zeroQuantity,
} from './quantity.ts'

const canonical: [written: string | number, printed: string][] = [
  ['1000m', '1'],
  ['1024Ki', '1Mi'],
  ['0.5Gi', '512Mi'],
  ['1.5Gi', '1536Mi'],
  ['1.5', '1500m'],
  ['100000k', '100M'],
  ['64G', '64G'],
  ['1023Ki', '1023Ki'],
  ['1Ki', '1Ki'],
  ['0.5Ki', '512'],
  ['0.1Ki', '102400m'],
  ['1e3', '1e3'],
  ['12E6', '12e6'],
  ['1E', '1E'],
  ['1e-3', '1e-3'],
  ['100e1', '1e3'],
  ['0.1n', '1n'],
  ['1.0000000001', '1000000001n'],
  ['-0.1n', '-1n'],
  ['-1500m', '-1500m'],
  ['+2Gi', '2Gi'],
  ['.5', '500m'],
  ['5.', '5'],
  ['000', '0'],
  ['m', '0'],
  ['-', '0'],
  ['8Ei', '9223372036854775807'],
  ['-8Ei', '-9223372036854775807'],
  ['9223372036854775808', '9223372036854775808'],
  ['1000E', '1000E'],
  ['1e-10', '1e-9'],
  [' 1Gi ', '1Gi'],
  [0.5, '500m'],
  [2, '2'],
  [1e21, '1e21'],
]
for (const [written, printed] of canonical) {
  test(`quantity ${JSON.stringify(written)} is printed ${printed}`, () => {
    assert.equal(formatQuantity(parseQuantity(written)), printed)
  })
}

const refused: [written: string | number, why: RegExp][] = [
  ['', /empty/],
  ['1 Gi', /expected digits/],
  ['1,5', /expected digits/],
  ['1.2.3', /expected digits/],
  ['1_000', /expected digits/],
  ['--1', /suffix "-1"/],
  ['1GB', /expected digits/],
  ['1gi', /expected digits/],
  ['1K', /suffix "K"/],
  ['1ki', /suffix "ki"/],
  ['1e', /suffix "e"/],
  ['1e+', /suffix "e\+"/],
  ['1+3', /suffix "\+3"/],
  ['Ei', /no digits/],
  ['1e9999999999', /exponent is beyond/],
  ['9'.repeat(2000), /longer than/],
  [Number.NaN, /expected digits/],
  [Number.POSITIVE_INFINITY, /expected digits/],
]
for (const [written, why] of refused) {
  test(`quantity ${JSON.stringify(written).slice(0, 30)} is refused`, () => {
    assert.throws(() => parseQuantity(written), { name: 'QuantityError', message: why })
    assert.equal(tryQuantity(written), undefined)
  })
}

test('what is neither text nor number is no quantity', () => {
  for (const found of [null, undefined, true, {}, [], ['1'], 1n]) assert.equal(tryQuantity(found), undefined)
})

const said: [resource: string, written: string, text: string][] = [
  ['cpu', '12500m', '12.5 cores'],
  ['cpu', '500m', '500m'],
  ['cpu', '0.1', '100m'],
  ['cpu', '1', '1 core'],
  ['cpu', '0', '0 cores'],
  ['cpu', '500u', '0.5m'],
  ['requests.cpu', '-1250m', '-1.25 cores'],
  ['memory', '25Gi', '25Gi'],
  ['memory', '1536Mi', '1.5Gi'],
  ['memory', '500Mi', '500Mi'],
  ['memory', '64G', '64G'],
  ['memory', '37156454400', '37.1564544G'],
  ['memory', '0', '0'],
  ['memory', '1', '1 byte'],
  ['requests.storage', '360Gi', '360Gi'],
  ['fast.storageclass.storage.k8s.io/requests.storage', '1Ti', '1Ti'],
  ['memory', '1025Ki', '1025Ki'],
  ['pods', '10k', '10000'],
  ['toString', '3', '3'],
]
for (const [resource, written, text] of said) {
  test(`${resource} of ${written} is said ${text}`, () =>
    assert.equal(sayQuantity(resource, parseQuantity(written)), text))
}

test('of bytes that take many digits it is said about how many they are', () => {
  const about = (written: string) => sayAbout('memory', parseQuantity(written))
  assert.deepEqual(['25Gi', '1536Mi', '12345', '1500000001', '37156454400'].map(about), [
    '25Gi',
    '1.5Gi',
    '12.345k',
    '1.500000001G (about 1.4Gi)',
    '37.1564544G (about 34.6Gi)',
  ])
  assert.equal(sayAbout('cpu', parseQuantity('1234567m')), '1234.567 cores')
})

test('sums are exact and keep the first format that is not zero', () => {
  let sum = zeroQuantity
  for (let i = 0; i < 10; i++) sum = addQuantity(sum, parseQuantity('0.1'))
  assert.equal(formatQuantity(sum), '1')
  assert.equal(formatQuantity(addQuantity(zeroQuantity, parseQuantity('2Gi'))), '2Gi')
  assert.equal(formatQuantity(subtractQuantity(parseQuantity('2Gi'), parseQuantity('512Mi'))), '1536Mi')
  assert.equal(formatQuantity(scaleQuantity(parseQuantity('1.5'), 3)), '4500m')
  assert.throws(() => scaleQuantity(zeroQuantity, 1.5), RangeError)
})

test('thousandths and whole units round away from zero', () => {
  assert.equal(milli(parseQuantity('1n')), 1)
  assert.equal(milli(parseQuantity('2')), 2000)
  assert.equal(wholeUnits(parseQuantity('1.1')), 2n)
  assert.equal(wholeUnits(parseQuantity('-1.1')), -2n)
})

test('amounts compare whatever their suffix', () => {
  assert.equal(compareQuantity(parseQuantity('1Gi'), parseQuantity('1G')), 1)
  assert.equal(compareQuantity(parseQuantity('1Ki'), parseQuantity('1.024k')), 0)
  assert.equal(compareQuantity(quantityOf(1), parseQuantity('1001m')), -1)
})

test('what is printed reads back as the same amount', () => {
  const formats = fc.constantFrom<QuantityFormat>('DecimalSI', 'BinarySI', 'DecimalExponent')
  const limit = (2n ** 63n - 1n) * 1_000_000_000n
  fc.assert(
    fc.property(fc.bigInt(-limit, limit), formats, (nano, format) => {
      const text = formatQuantity({ nano, format })
      assert.equal(parseQuantity(text).nano, nano)
      assert.equal(formatQuantity(parseQuantity(text)), text)
    }),
  )
})
