import { constants } from "node:os";
import { setTimeout } from "node:timers/promises";
import { UserError } from "../essay/problem.ts";

/** How long the threads that compile and collect are given before the process ends. */
const QUIET_MILLISECONDS = 250;

/**
 * Turns any error into a message for the terminal.
 *
 * @param error whatever was thrown, possibly wrapped
 * @param environment with `DEBUG` set, the stack of unexpected errors is included
 * @returns the message; without a stack for errors that the reader can mend
 */
export function explainError(error: unknown, environment: NodeJS.ProcessEnv = process.env): string {
  const chain = causesOf(error);
  const told = chain.find(isUserError);
  if (told) return told.message;
  for (const one of chain) {
    const sentence =
      systemError(one as NodeJS.ErrnoException) ?? bundlerError(one) ?? argumentError(one as NodeJS.ErrnoException);
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

/** By name: Astro loads its configuration in another module graph, where the class is not the same. */
const isUserError = (error: Error): boolean => error instanceof UserError || USER_ERRORS.has(error.name);
const USER_ERRORS: ReadonlySet<string> = new Set(["UserError", "ContentError"]);

/**
 * Ends the process with code 1 where an action fails, with the message alone: Astro frames what a hook throws, and adds a
 * stack.
 *
 * @param act the action
 * @param cleanUp is called before the end where it fails
 * @returns the result of the action
 */
export async function orExit<Result>(
  act: () => Result | Promise<Result>,
  cleanUp: () => void | Promise<void> = () => undefined,
): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    console.error(explainError(error));
    await cleanUp();
    // Told to exit, Node waits for V8's threads, and for ever where one of them waits for a collection of garbage that
    // only this thread can begin (nodejs/node#54918). While the loop turns, they come to their end.
    await setTimeout(QUIET_MILLISECONDS);
    process.exit(1);
  }
}

/** @returns the error and its causes, the outermost first */
function causesOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let one = error; one instanceof Error && !chain.includes(one); one = one.cause) chain.push(one);
  return chain;
}

/** Messages for error codes of the system; `{path}` is replaced by the path. */
const SYSTEM: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full: nothing more could be written{path}. Make room, then run this again.",
  EDQUOT: "Your share of the disk is used up: nothing more could be written{path}. Make room, then run this again.",
  // Node's copying of a folder says so of a full disk too.
  EIO: "The disk takes nothing more{path}: it is full, or does not work. Make room, or name another folder (OUT_DIR).",
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

/** The bundler, which is no program of Node's, tells of an error of the system by its number and in words of its own. */
const BUNDLER_ERROR = /(?:Failed to write file in (?<path>\S+)\s[\s\S]*?)?\(os error (?<number>\d+)\)/u;

function bundlerError({ message }: Error): string | undefined {
  const { number, path } = BUNDLER_ERROR.exec(message)?.groups ?? {};
  const [code] = Object.entries(constants.errno).find(([, one]) => one === Number(number)) ?? [];
  return systemError(Object.assign(new Error(message), { code, ...(path !== undefined && { path }) }));
}

/** Errors of `parseArgs` have clear messages; only the message is shown. */
const argumentError = ({ code, message }: NodeJS.ErrnoException): string | undefined =>
  code?.startsWith("ERR_PARSE_ARGS_") ? message.split(". ")[0]?.concat(".") : undefined;
