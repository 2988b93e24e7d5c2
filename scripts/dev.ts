import { parseArgs } from "node:util";
import { readBuildSettings } from "../src/integrations/build-settings.ts";
import { runCommand } from "./command.ts";
import { readPort } from "./port.ts";

const USAGE = `npm run dev [-- --port NUMBER] [--host ADDRESS] [--open]

Serves the essay of ESSAY_DIR (content) while it is written, with search; a change shows at once, a mistake too.

  --port NUMBER    where; else PORT, else 4321
  --host ADDRESS   whom it answers: 0.0.0.0 has a telephone on the same network look
  --open           opens a browser`;

await runCommand(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: process.env["PORT"] ?? "4321" },
      host: { type: "string" },
      open: { type: "boolean", default: false },
    },
  });
  const port = readPort(values.port);
  readBuildSettings(process.env);
  const { dev } = await import("astro");
  const host = values.host === undefined ? {} : { host: values.host };
  await dev({ server: { port, open: values.open, ...host } });
});
