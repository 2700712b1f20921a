/** What a profile gives from a day on. */
export interface ProfileTerm {
  readonly profile: string
  /** The first day, in UTC; `''` where it is as old as this table. */
  readonly from: string
  /** How long its certificates are valid, in hours; undefined where the profile is gone. */
  readonly hours: number | undefined
}

/** A term with the page that announces it. */
interface Row extends ProfileTerm {
  readonly source: string
}

const profiles = 'https://letsencrypt.org/docs/profiles/'
const from90To45 = 'https://letsencrypt.org/2025/12/02/from-90-to-45'

/** Let's Encrypt's profiles, by the days that it has announced; those of each profile in order. */
export const letsEncryptProfiles: readonly Row[] = [
  { profile: 'classic', from: '', hours: 90 * 24, source: profiles },
  { profile: 'classic', from: '2027-02-10', hours: 64 * 24, source: from90To45 },
  { profile: 'classic', from: '2028-02-16', hours: 45 * 24, source: from90To45 },
  { profile: 'tlsserver', from: '', hours: 90 * 24, source: profiles },
  { profile: 'tlsserver', from: '2026-05-13', hours: 45 * 24, source: from90To45 },
  { profile: 'shortlived', from: '', hours: 160, source: profiles },
  { profile: 'tlsclient', from: '', hours: 90 * 24, source: profiles },
  {
    profile: 'tlsclient',
    from: '2026-07-08',
    hours: undefined,
    source: 'https://letsencrypt.org/2025/05/14/ending-tls-client-authentication',
  },
]

/** The profile of an order that names none. */
export const defaultProfile = 'classic'

/** A day as `2026-11-24`, or a timestamp: that of a day comes behind it in the order of texts, and before the next day. */
type Day = string

/** What a profile gives on a day; undefined where nobody knows it. */
export function termOn(today: Day, profile: string): ProfileTerm | undefined {
  return letsEncryptProfiles.findLast((row) => row.profile === profile && row.from <= today)
}

/** What a profile gives from the next announced day on; undefined where nothing is announced. */
export function nextTerm(today: Day, profile: string): ProfileTerm | undefined {
  return letsEncryptProfiles.find((row) => row.profile === profile && row.from > today)
}

/** The profiles that there are on a day. */
export function profilesOn(today: Day): readonly string[] {
  const names = [...new Set(letsEncryptProfiles.map(({ profile }) => profile))]
  return names.filter((profile) => termOn(today, profile)?.hours !== undefined)
}
