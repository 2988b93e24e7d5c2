/** A mistake in the content, told to the author who can mend it. */
export interface Problem {
  /** Path of the file, relative to the project's root. */
  readonly file: string;
  /** From 1; absent where the mistake is of the file as a whole. */
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

/** An error of which the message is all that its reader needs: he can mend what it says, and is shown no stack. */
export class UserError extends Error {
  override readonly name: string = "UserError";
}

/** All the problems of one run, thrown together so that an author mends them in one go. */
export class ContentError extends UserError {
  override readonly name = "ContentError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    super(`${count} in the essay; nothing was published.\n\n${problems.map(formatProblem).join("\n\n")}\n`);
    this.problems = problems;
  }
}
