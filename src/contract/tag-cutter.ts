/**
 * Finds where the bytes of a document can be cut: behind end tags. One pass over the bytes as they come, with no more memory than
 * what it is in the middle of; whether the document is well-formed is for the scan of its parts to say.
 */

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const DASH = 0x2d;
const BRACKET = 0x5b;
const BRACKET_END = 0x5d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** Envelope and Body stand around the message. */
const aroundMessage = 2;

type State =
  | 'text'
  | 'markup'
  | 'startTag'
  | 'endTag'
  | 'quote'
  | 'apostrophe'
  | 'declaration'
  | 'comment'
  | 'cdata'
  | 'instruction';

export class TagCutter {
  private state: State = 'text';
  /** Elements that are open. */
  private open = 0;
  /** Where the comment, section or instruction began of which the end is looked for. */
  private content = 0;
  private tag = 0;
  /** Bytes seen so far that are no longer in the buffer. */
  private base = 0;
  /** Where in the document the last element began and ended that stood at the place of the message. */
  messageStart = -1;
  messageEnd = Infinity;
  /** Whether `<` stands inside a tag: then the document is no XML, and nothing may be taken for a comment. */
  odd = false;

  /** Whether the bytes so far end between two tags. */
  get between(): boolean {
    return this.state === 'text';
  }

  /** Whether the bytes so far end between two tags, and an element is open. */
  get within(): boolean {
    return this.between && this.open > 0;
  }

  /** The buffer has lost this many bytes at its front. */
  moved(bytes: number): void {
    this.base += bytes;
    this.content -= bytes;
    this.tag -= bytes;
  }

  /**
   * Looks at the bytes of the buffer from one place to another, which begins where the last call ended.
   * @returns behind the last end tag that leaves its parent open; -1 when there is none
   */
  look(buffer: Uint8Array, from: number, to: number): number {
    let cut = -1;
    let i = from;
    while (i < to) {
      const c = buffer[i]!;
      switch (this.state) {
        case 'text':
          while (i < to && buffer[i] !== LT) i++;
          if (i < to) {
            this.tag = i++;
            this.state = 'markup';
          }
          break;
        case 'markup':
          this.state = this.kindOf(c);
          this.content = ++i;
          break;
        case 'startTag':
          i = this.inStartTag(buffer, i, to);
          if (this.between && buffer[i - 2] === SLASH && this.closed(i)) cut = i;
          break;
        case 'endTag':
          for (; i < to && buffer[i] !== GT; i++) if (buffer[i] === LT) this.odd = true;
          if (i < to) {
            this.state = 'text';
            this.open--;
            if (this.closed(++i)) cut = i;
          }
          break;
        case 'quote':
          i = this.inValue(buffer, i, to, QUOTE);
          break;
        case 'apostrophe':
          i = this.inValue(buffer, i, to, APOSTROPHE);
          break;
        case 'declaration':
          // `<!-` and `<![`: what else there may be, the scan refuses
          this.state = c === BRACKET ? 'cdata' : 'comment';
          this.content = ++i + (c === BRACKET ? 6 : 1);
          break;
        default:
          i = this.inContent(buffer, i, to);
      }
    }
    return cut;
  }

  private kindOf(c: number): State {
    if (c === SLASH) return 'endTag';
    if (c === BANG) return 'declaration';
    if (c === QUESTION) return 'instruction';
    if (c === LT) this.odd = true;
    if (this.open === aroundMessage) {
      this.messageStart = this.base + this.tag;
      this.messageEnd = Infinity;
    }
    return 'startTag';
  }

  private inStartTag(buffer: Uint8Array, from: number, to: number): number {
    let i = from;
    for (; i < to; i++) {
      const c = buffer[i]!;
      if (c === GT) {
        this.state = 'text';
        if (buffer[i - 1] !== SLASH) this.open++;
        return i + 1;
      }
      if (c === QUOTE || c === APOSTROPHE) {
        this.state = c === QUOTE ? 'quote' : 'apostrophe';
        return i + 1;
      }
      if (c === LT) this.odd = true;
    }
    return i;
  }

  private inValue(buffer: Uint8Array, from: number, to: number, end: number): number {
    let i = from;
    for (; i < to; i++) {
      const c = buffer[i]!;
      if (c === end) {
        this.state = 'startTag';
        return i + 1;
      }
      if (c === LT) this.odd = true;
    }
    return i;
  }

  /** Inside a comment, a CDATA section or an instruction, up to its `-->`, `]]>` or `?>`. */
  private inContent(buffer: Uint8Array, from: number, to: number): number {
    const { state } = this;
    const mark = state === 'comment' ? DASH : state === 'cdata' ? BRACKET_END : QUESTION;
    for (let i = from; i < to; i++) {
      if (buffer[i] !== GT || buffer[i - 1] !== mark) continue;
      const first = state === 'instruction' ? i - 1 : i - 2;
      if (first < this.content || buffer[first] !== mark) continue;
      this.state = 'text';
      return i + 1;
    }
    return to;
  }

  /** An element has ended before this place of the buffer; whether its parent is still open. */
  private closed(at: number): boolean {
    if (this.open === aroundMessage && this.messageEnd === Infinity && this.messageStart >= 0)
      this.messageEnd = this.base + at;
    return this.open > 0;
  }
}
