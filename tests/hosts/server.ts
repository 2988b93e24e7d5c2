import { spawn, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ASK_AGAIN } from "../../src/integrations/hosts/server-rules.ts";
import { PROJECT_ROOT } from "../support/project.ts";
import type { BuiltTestSite } from "../support/sites.ts";

/** A web server that serves a site as its owner would have set it up. */
export interface Host {
  readonly name: string;
  /** Why it cannot be tried here. */
  readonly missing: string | undefined;
  /** What may be kept of a file that no rule lets browsers keep: it is asked for anew, in the words of the host. */
  readonly askAgain: string;
  /** Whether the server itself compresses, and keeps files of other hosts to itself; else the service around it does, or nobody. */
  readonly isWhole: boolean;
  /** @returns how it is stopped */
  start(site: PlacedSite): (() => void) | Promise<() => void>;
}

/** A site in the folder that a server has as its root. */
export interface PlacedSite {
  /** The folder in which the base path begins. */
  readonly root: string;
  /** The folder of the site. */
  readonly directory: string;
  readonly basePath: string;
  /** A folder for what the server writes. */
  readonly work: string;
  readonly port: number;
}

/** Puts a copy of a site where every user of the machine may read it, as servers run under users of their own. */
export async function placeSite({
  directory,
  basePath,
}: Pick<BuiltTestSite, "directory" | "basePath">): Promise<PlacedSite> {
  const work = mkdtempSync(join(tmpdir(), "host-"));
  chmodSync(work, 0o755);
  const root = join(work, "www");
  const own = join(root, basePath);
  mkdirSync(root);
  cpSync(directory, own, { recursive: true });
  return { root, directory: own, basePath, work, port: await freePort() };
}

export const removeSite = ({ work }: PlacedSite): void => rmSync(work, { recursive: true, force: true });

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

/** Runs a command to its end. */
function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): void {
  // The streams of a server that goes on by itself would keep the command waiting.
  const { status, error } = spawnSync(command, args, { stdio: "ignore", env });
  if (error || status !== 0)
    throw new Error(`${command} ${args.join(" ")} failed (${error?.message ?? `exit ${status}`})`);
}

const installed = (...commands: string[]): string | undefined =>
  commands.find((command) => spawnSync(command, ["-v"]).error === undefined);
const first = (paths: readonly string[]): string | undefined => paths.find((path) => existsSync(path));
const isRoot = process.getuid?.() === 0;
const OWN_SERVER = { askAgain: ASK_AGAIN, isWhole: true } as const;

function nginx(): Host {
  const command = installed("nginx", "/usr/sbin/nginx");
  const types = first([
    "/etc/nginx/mime.types",
    "/usr/local/etc/nginx/mime.types",
    "/opt/homebrew/etc/nginx/mime.types",
  ]);
  return {
    name: "nginx",
    ...OWN_SERVER,
    missing: command && types ? undefined : "nginx is not installed",
    start: ({ root, directory, work, port }) => {
      const file = join(work, "nginx.conf");
      const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
      writeFileSync(
        file,
        `${isRoot ? "user nobody nogroup;" : ""}
pid ${work}/nginx.pid;
error_log ${work}/error.log;
events {}
http {
  include ${types};
  default_type application/octet-stream;
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${work}/${name};`).join("\n  ")}
  server {
    listen 127.0.0.1:${port};
    root ${root};
    include ${directory}/.hosts/nginx.conf;
  }
}
`,
      );
      const args = ["-c", file, "-e", join(work, "error.log")];
      run(command ?? "", args);
      return () => run(command ?? "", [...args, "-s", "stop"]);
    },
  };
}

function apache(): Host {
  const command = installed("apache2", "httpd", "/usr/sbin/apache2", "/usr/sbin/httpd");
  const modules = first(["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/libexec/apache2"]);
  const wanted = ["mpm_event", "unixd", "authz_core", "mime", "dir", "alias", "headers", "filter", "deflate"];
  return {
    name: "Apache",
    ...OWN_SERVER,
    missing: command && modules ? undefined : "Apache is not installed",
    start: ({ root, work, port }) => {
      const file = join(work, "httpd.conf");
      const load = wanted
        .filter((name) => existsSync(join(modules ?? "", `mod_${name}.so`)))
        .map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`);
      const types = first(["/etc/mime.types", "/etc/httpd/conf/mime.types", "/etc/apache2/mime.types"]);
      writeFileSync(
        file,
        `${load.join("\n")}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${work}/httpd.pid
ErrorLog ${work}/error.log
DefaultRuntimeDir ${work}
${isRoot ? "User nobody\nGroup nogroup" : ""}
TypesConfig ${types ?? "/dev/null"}
DocumentRoot ${root}
<Directory ${root}>
  AllowOverride FileInfo
  Require all granted
</Directory>
`,
      );
      run(command ?? "", ["-f", file, "-k", "start"]);
      return () => run(command ?? "", ["-f", file, "-k", "stop"]);
    },
  };
}

function caddy(): Host {
  const command = installed("caddy");
  return {
    name: "Caddy",
    ...OWN_SERVER,
    missing: command ? undefined : "Caddy is not installed",
    start: ({ root, directory, work, port }) => {
      const file = join(work, "Caddyfile");
      const admin = `unix/${work}/admin.sock`;
      writeFileSync(
        file,
        `{
  admin ${admin}
  auto_https off
  storage file_system ${work}/storage
  log {
    output file ${work}/caddy.log
  }
}
http://127.0.0.1:${port} {
  root * ${root}
  import ${directory}/.hosts/Caddyfile
}
`,
      );
      // It writes down what it was started with.
      const env = { ...process.env, HOME: work, XDG_CONFIG_HOME: work, XDG_DATA_HOME: work };
      run(command ?? "", ["start", "--config", file], env);
      return () => run(command ?? "", ["stop", "--address", admin], env);
    },
  };
}

/** Cloudflare’s own emulator of its Pages, which weighs too much to be a dependency. */
function cloudflare(): Host {
  const folder = join(PROJECT_ROOT, "node_modules", ".cache", "wrangler");
  const command = join(folder, "node_modules", "wrangler", "bin", "wrangler.js");
  return {
    name: "Cloudflare Pages",
    askAgain: "public, max-age=0, must-revalidate",
    isWhole: false,
    missing: existsSync(command) ? undefined : `wrangler is not there: npm install --prefix ${folder} wrangler@4`,
    start: async ({ root, directory, work, port }) => {
      // It reads the rules where what is published begins.
      if (directory !== root) copyFileSync(join(directory, "_headers"), join(root, "_headers"));
      // Today, which it takes else, may be later than it knows.
      const day = ["--compatibility-date", "2026-05-01"];
      const args = ["pages", "dev", root, "--ip", "127.0.0.1", "--port", String(port), "--inspector-port", "0", ...day];
      const server = spawn(process.execPath, [command, ...args], {
        cwd: work,
        env: { ...process.env, CI: "1", WRANGLER_SEND_METRICS: "false", XDG_CONFIG_HOME: work },
        stdio: ["ignore", "pipe", "pipe"],
      });
      let told = "";
      await new Promise<void>((resolve, reject) => {
        for (const stream of [server.stdout, server.stderr])
          stream.setEncoding("utf8").on("data", (text: string) => {
            told += text;
            if (/Ready on /u.test(told)) resolve();
          });
        server.once("exit", () => reject(new Error(told)));
      });
      // What it does not understand of the rules, it says and passes over.
      if (/invalid header/iu.test(told)) throw new Error(told);
      return () => {
        server.kill();
      };
    },
  };
}

/** The servers that a build writes configurations for. */
export const HOSTS: readonly Host[] = [nginx(), apache(), caddy(), cloudflare()];
