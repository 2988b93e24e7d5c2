import { setTimeout } from "node:timers/promises";
import { UserError } from "../essay/problem.ts";

/** How long the threads that compile and collect are given before the process ends. */
const QUIET_MILLISECONDS = 250;

/**
 * Says what went wrong to whoever ran a command.
 *
 * @param error whatever was thrown, wrapped by others or not
 * @param environment with `DEBUG` set, an error that nobody foresaw shows its stack
 * @returns a message for the terminal: of what its reader can mend the message alone, never a stack
 */
export function explainError(error: unknown, environment: NodeJS.ProcessEnv = process.env): string {
  const chain = causesOf(error);
  const told = chain.find(isUserError);
  if (told) return told.message;
  for (const one of chain) {
    const sentence = systemError(one as NodeJS.ErrnoException) ?? argumentError(one as NodeJS.ErrnoException);
    if (sentence) return sentence;
  }
  const [first] = chain;
  if (environment["DEBUG"]) return first?.stack ?? String(error);
  const { loc } = (first ?? {}) as { loc?: { file?: string; line?: number; column?: number } };
  const place = loc?.file
    ? `${[loc.file, loc.line, loc.column].filter((part) => part !== undefined).join(":")}\n    `
    : "";
  const message = first?.message.split("\n")[0] ?? String(error);
  return `${place}${message}\n    → This is a fault of the program. Run the command again with DEBUG=1 to see where, and report it.`;
}

/** Astro loads its configuration, and what that imports, apart from the command's own modules: there a class is another. */
const isUserError = (error: Error): boolean => error instanceof UserError || USER_ERRORS.has(error.name);
const USER_ERRORS: ReadonlySet<string> = new Set(["UserError", "ContentError"]);

/**
 * Ends the process where an act fails, with the message alone: what a hook of Astro's throws, Astro frames, and adds a stack.
 *
 * @returns what the act gives
 */
export async function orExit<Result>(act: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    console.error(explainError(error));
    // Node waits for V8's threads when it is told to exit, and for ever where one of them waits for a collection of
    // garbage that only this thread could begin (nodejs/node#54918). While the loop turns, they come to their end.
    await setTimeout(QUIET_MILLISECONDS);
    process.exit(1);
  }
}

/** @returns the error, and what caused it, the outermost first */
function causesOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let one = error; one instanceof Error && !chain.includes(one); one = one.cause) chain.push(one);
  return chain;
}

/** What a system says in a word, as a sentence; `{path}` is where. */
const SYSTEM: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full: nothing more could be written{path}. Make room, then run this again.",
  EDQUOT: "Your share of the disk is used up: nothing more could be written{path}. Make room, then run this again.",
  EROFS: "Nothing can be written{path}: the disk is read-only. Name another folder (OUT_DIR).",
  EACCES: "You may not write or read there{path}. Give yourself the right to, or name another folder (OUT_DIR).",
  EPERM: "You may not write or read there{path}. Give yourself the right to, or name another folder (OUT_DIR).",
  EXDEV:
    "The site cannot be put in its place in one step{path}: another file system begins there. Name a folder in it (OUT_DIR).",
  EBUSY: "Another program holds what is to be replaced{path}. End it, then run this again.",
  ENOTEMPTY: "What is to be replaced is being written to{path}. End the other program, then run this again.",
  EMFILE: "Too many files are open on this machine{path}. Close other programs, then run this again.",
  ENAMETOOLONG: "The system takes no name as long as this{path}. Choose a shorter id or folder.",
  EADDRINUSE: "Another program uses this port. Choose another: PORT=4322.",
};

function systemError({ code, path, address }: NodeJS.ErrnoException & { address?: string }): string | undefined {
  if (code === "EACCES" && path === undefined && address !== undefined)
    return "This port is for the system only. Choose one from 1024 on: PORT=4321.";
  const sentence = code === undefined ? undefined : SYSTEM[code];
  return sentence?.replace("{path}", path === undefined ? "" : ` (${path})`);
}

/** What `parseArgs` says is plain enough; its class and stack are not. */
const argumentError = ({ code, message }: NodeJS.ErrnoException): string | undefined =>
  code?.startsWith("ERR_PARSE_ARGS_") ? message.split(". ")[0]?.concat(".") : undefined;
