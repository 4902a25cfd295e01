/** No file of the project names a folder of somebody's machine: such a path is of no use to anybody else, and tells who wrote it. */

const homeLike = /(?<![\w.:/~-])\/(?:home|Users|root|work|workspace|mnt|media|srv)\/[A-Za-z0-9._-]+|\b[A-Z]:\\Users\\\w+/g

/**
 * @param {string} text
 * @param {readonly string[]} own folders of this machine
 * @returns {{ line: number, path: string }[]}
 */
export function machinePaths(text, own = []) {
  return text.split('\n').flatMap((content, index) => {
    const found = [...content.matchAll(homeLike)].map((match) => match[0])
    return [...found, ...own.filter((folder) => content.includes(folder))].map((path) => ({ line: index + 1, path }))
  })
}
