/** A mistake in the content, described for the author who can mend it. */
export interface Problem {
  /** Path of the file, relative to the project's root. */
  readonly file: string;
  /** From 1; absent where the mistake concerns the whole file. */
  readonly line?: number | undefined;
  /** From 1. */
  readonly column?: number | undefined;
  /** What is wrong, one clause. */
  readonly what: string;
  /** How to mend it, one sentence. */
  readonly how: string;
}

/** @returns the problem as two lines that an editor's terminal turns into a link. */
export function formatProblem(problem: Problem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(":");
  return `${place}\n    ${problem.what}\n    → ${problem.how}`;
}

/** An error whose message is all that its reader needs; no stack trace is shown with it. */
export class UserError extends Error {
  override readonly name: string = "UserError";
}

/** All problems of one run, thrown together. */
export class ContentError extends UserError {
  override readonly name = "ContentError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    super(`${count} in the essay; nothing was published.\n\n${problems.map(formatProblem).join("\n\n")}\n`);
    this.problems = problems;
  }
}
