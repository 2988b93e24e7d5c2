import * as modules from "node:module";

// Is loaded before every command (`--import`), also by a Node that cannot read TypeScript: hence plain JavaScript.
const NEEDED = [22, 18];
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(
    [
      `This project needs Node ${NEEDED.join(".")} or newer; this is Node ${process.versions.node}.`,
      "It brings its own (the devDependency “node”), which npm scripts use by themselves. That it was not used means",
      "that its install script did not run. Mend it with one of these:",
      "  npm rebuild node          runs the script again",
      "  npm ci --include=dev      installs the development dependencies too",
      "  or install Node 24 on this machine: https://nodejs.org",
    ].join("\n"),
  );
  process.exit(1);
}

// What is freed of its types and compiled now, the next command finds so; a build loads some two thousand modules.
modules.enableCompileCache?.();
