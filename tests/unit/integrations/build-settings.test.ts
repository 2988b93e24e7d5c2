import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { describe, it } from "node:test";
import { readBuildSettings } from "../../../src/integrations/build-settings.ts";

const ROOT = resolve("/project");

describe("the settings of a build", () => {
  it("have a value each where nothing is told", () => {
    const settings = readBuildSettings({}, ROOT);
    assert.equal(settings.essayDirectory, join(ROOT, "content"));
    assert.equal(settings.outputDirectory, join(ROOT, "dist"));
    assert.equal(settings.siteUrl, "http://localhost:4321");
    assert.equal(settings.basePath, "/");
  });

  it("take an empty variable for one that is not there", () => {
    assert.deepEqual(
      readBuildSettings({ ESSAY_DIR: "", OUT_DIR: "", SITE_URL: "", BASE_PATH: "" }, ROOT),
      readBuildSettings({}, ROOT),
    );
  });

  it("find folders from the project's root", () => {
    const settings = readBuildSettings({ ESSAY_DIR: "essays/one", OUT_DIR: "out/site" }, ROOT);
    assert.equal(settings.essayDirectory, join(ROOT, "essays", "one"));
    assert.equal(settings.outputDirectory, join(ROOT, "out", "site"));
  });

  it("let the site grow beside the output, not in it", () => {
    const { stagingDirectory } = readBuildSettings({ OUT_DIR: "out/site/" }, ROOT);
    assert.equal(stagingDirectory, join(ROOT, "out", "site.building", "site"));
  });

  it("keep the caches of two essays apart", () => {
    assert.notEqual(
      readBuildSettings({ ESSAY_DIR: "a" }, ROOT).cacheDirectory,
      readBuildSettings({}, ROOT).cacheDirectory,
    );
  });

  for (const written of ["essay", "/essay", "essay/", "/essay/", "//essay//"]) {
    it(`give the base path slashes at both ends, written as ${written}`, () => {
      assert.equal(readBuildSettings({ BASE_PATH: written }, ROOT).basePath, "/essay/");
    });
  }

  it("know a base path of several folders, and none", () => {
    assert.equal(readBuildSettings({ BASE_PATH: "works/essay" }, ROOT).basePath, "/works/essay/");
    assert.equal(readBuildSettings({ BASE_PATH: "/" }, ROOT).basePath, "/");
  });

  it("take an origin as SITE_URL", () => {
    for (const origin of ["https://example.org", "http://localhost:8080", "https://例え.jp"])
      assert.equal(readBuildSettings({ SITE_URL: origin }, ROOT).siteUrl, new URL(origin).origin);
    assert.equal(readBuildSettings({ SITE_URL: "https://example.org/" }, ROOT).siteUrl, "https://example.org");
  });

  it("do not lose the path of SITE_URL, and say where it belongs", () => {
    assert.throws(() => readBuildSettings({ SITE_URL: "https://example.org/some/where/" }, ROOT), {
      name: "UserError",
      message:
        "SITE_URL is “https://example.org/some/where/”, which has a path; write SITE_URL=https://example.org BASE_PATH=/some/where",
    });
    for (const more of ["https://example.org/?draft=1", "https://example.org/#top", "https://me:secret@example.org"])
      assert.throws(
        () => readBuildSettings({ SITE_URL: more }, ROOT),
        /is more than an origin; write SITE_URL=https:/u,
      );
  });

  for (const odd of [
    "/my essay",
    "/essay?draft",
    "/essay#top",
    "/エッセイ",
    "/a/../b",
    "https://example.org/essay",
    "C:/Git/essay",
    "/%20",
  ]) {
    it(`refuse ${odd} as BASE_PATH by its name`, () => {
      assert.throws(
        () => readBuildSettings({ BASE_PATH: odd }, ROOT),
        (error: Error) => {
          assert.equal(error.name, "UserError");
          return error.message.startsWith(`BASE_PATH is “${odd}”, in which “`);
        },
      );
    });
  }

  for (const bad of ["example.org", "https://", "mailto:editor@example.org", "localhost:8080"]) {
    it(`refuse ${bad} as SITE_URL, and say how to write one`, () => {
      assert.throws(() => readBuildSettings({ SITE_URL: bad }, ROOT), {
        message: `SITE_URL is “${bad}”, which is not an address; write it as https://example.org`,
      });
    });
  }
});
