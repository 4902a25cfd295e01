/** What processes that open foreign files are told of ours: where programs, fonts and words are. Never an address of a database, a secret or a token. */
const told =
  /^(?:PATH|PATHEXT|HOME|USERPROFILE|USER|LOGNAME|LANG|LANGUAGE|LC_\w+|TZ|TMPDIR|TEMP|TMP|SystemRoot|SystemDrive|windir|ComSpec|APPDATA|LOCALAPPDATA|ProgramData|ProgramFiles(?:\(x86\))?|LD_LIBRARY_PATH|FONTCONFIG_\w+)$/i

/** @returns the environment for a child process */
export const plainEnvironment = (env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => told.test(name)))
