import { isIP } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isIpAddress } from '../../src/go/ip.ts'

describe('is an IP address', () => {
  test.each([
    ['IPv4', '10.0.0.1'],
    ['IPv6', '2001:db8:0:0:0:0:0:1'],
    ['IPv6 in either case', '2001:DB8::aB'],
    ['zeros left out in the middle', '2001:db8::1'],
    ['zeros left out at the start', '::1'],
    ['zeros left out at the end, even a single group', '1:2:3:4:5:6:7::'],
    ['nothing but zeros', '::'],
    ['IPv4 at the end of IPv6', '::ffff:1.2.3.4'],
  ])('%s: %s', (_, text) => {
    expect(isIpAddress(text)).toBe(true)
  })
})

describe('is not an IP address', () => {
  test.each([
    ['nothing', ''],
    ['a DNS name', 'www.example.com'],
    ['a DNS name of hexadecimal letters', 'dead.beef'],
    ['a DNS name that starts like an address', '1.2.3.4.example.com'],
    ['a wildcard', '*.example.com'],
    ['a number beyond 255', '256.0.0.1'],
    ['a leading zero, which some read as octal', '010.0.0.1'],
    ['three numbers', '10.0.1'],
    ['five numbers', '1.2.3.4.5'],
    ['a point at the end', '1.2.3.4.'],
    ['a blank', ' 10.0.0.1'],
    ['a network', '10.0.0.0/8'],
    ['a port', '10.0.0.1:80'],
    ['a zone', 'fe80::1%eth0'],
    ['brackets', '[::1]'],
    ['seven groups', '1:2:3:4:5:6:7'],
    ['nine groups', '1:2:3:4:5:6:7:8:9'],
    ['zeros left out where there are none', '1:2:3:4::5:6:7:8'],
    ['zeros left out twice', '1::2::3'],
    ['three colons', ':::'],
    ['five digits in a group', '12345::'],
    ['a colon at the end', '1:2:3:4:5:6:7:'],
    ['IPv4 before the end of IPv6', '::1.2.3.4:5'],
    ['digits of another script', '1.2.3.\u0664'],
  ])('%s: %s', (_, text) => {
    expect(isIpAddress(text)).toBe(false)
  })
})

test('agrees with Node about everything but zones', () => {
  const nearly = fc
    .array(fc.constantFrom('0', '1', '25', '256', 'ff', 'fffff', 'g', '.', ':', '::', '1.2.3.4'))
    .map((p) => p.join(''))
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), nearly), (text) => {
      expect(isIpAddress(text)).toBe(isIP(text) !== 0)
    }),
    { numRuns: 1000 },
  )
})
