/** A text that can't be read as YAML, or not relied on; the message says where and why, in a sentence without its end. */
export class YamlError extends Error {
  /** Whether the text ends in the middle of something. */
  readonly isCut: boolean

  constructor(message: string, isCut = false) {
    super(message)
    this.isCut = isCut
  }
}
