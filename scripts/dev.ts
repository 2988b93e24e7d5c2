import { parseArgs } from "node:util";
import { readBuildSettings } from "../src/integrations/build-settings.ts";
import { runCommand } from "./command.ts";
import { readPort } from "./port.ts";

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: process.env["PORT"] ?? "4321" },
      /** An address to listen on, so that a telephone on the same network can look. */
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
