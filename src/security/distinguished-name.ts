/** Compares names of certificates, however they are written: a line each as Node has them, with commas as people write them. */

/**
 * One text for all ways to write a name: RFC 4514 has its parts the other way round than the certificate, and both are taken for the
 * same name. Spaces around parts and the case of their types do not count; what else is blank (no-break spaces, say) is part of a name, and
 * an authority may have certified somebody else with it.
 */
export function distinguishedName(text: string): string {
  const parts = text
    .split(/\r?\n|(?<!\\),/)
    .map((part) => part.replace(/^[ \t]+|[ \t]+$/g, ''))
    .map((part) => part.replace(/^([^=]+?)[ \t]*=[ \t]*/, (_, type: string) => `${type.toUpperCase()}=`))
    .filter((part) => part !== '');
  const forth = parts.join('\n');
  const back = parts.reverse().join('\n');
  return forth < back ? forth : back;
}

/** The further names of a certificate, as `DNS:a.example`, each by itself. */
export function alternativeNames(text: string | undefined): readonly string[] {
  const names = text?.match(/[A-Za-z ]+:(?:"(?:[^"\\]|\\.)*"|[^,]*)(?=, |$)/g) ?? [];
  // Node puts into quotes what could be taken for something else
  return names.map((name) => {
    const [, type = '', quoted] = /^([A-Za-z ]+):(".*")$/.exec(name.trim()) ?? [];
    return quoted === undefined ? name.trim() : `${type}:${JSON.parse(quoted) as string}`;
  });
}
