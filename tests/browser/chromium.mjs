// chromium.mjs: Debian's Chromium under Playwright, and axe, from the folder that packages.py filled.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.env.PACKAGES, "package.json"));

export const launch = () =>
  require("playwright-core").chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });

export const axe = () => readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
