import { UserError } from "../src/essay/problem.ts";

/**
 * @param written a port as `PORT` or `--port` names it
 * @throws {UserError} where it is none
 */
export function readPort(written: string): number {
  const port = Number(written);
  if (!/^\d+$/u.test(written) || port > 65_535)
    throw new UserError(`PORT is “${written}”, which is not a port; write a number from 0 to 65535, such as 4321.`);
  return port;
}
