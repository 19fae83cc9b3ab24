// pages.mjs FOLDER…: looks at every page of published sites in Chromium: nothing sticks out on a narrow screen, axe finds
// nothing, the keyboard can be seen, and nothing is fetched that the site doesn't hold.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(join(process.env.PACKAGES, "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

// Each look with what is checked in it; axe takes a second a page, so it looks at both schemes but not at every width.
const looks = [
  { width: 320, scheme: "light", checks: ["has no horizontal scrolling", "begins with a skip link that shows when it has the focus"] },
  { width: 390, scheme: "dark", checks: ["has no horizontal scrolling", "satisfies axe"] },
  { width: 1280, scheme: "light", checks: ["satisfies axe", "has one heading of the first level", "prints without the ways around it"] },
];

// What lies in folded text counts as well.
const unfold = () => document.querySelectorAll("details").forEach((details) => (details.open = true));

const checks = {
  async "has no horizontal scrolling"(page) {
    return page.evaluate(() => {
      const room = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= room) return [];
      return [...document.querySelectorAll("main *, header *, footer *, nav *")]
        .filter((element) => element.getBoundingClientRect().right > room + 1 && !element.closest(".table"))
        .slice(0, 3)
        .map((element) => `${element.tagName} "${element.textContent.trim().slice(0, 40)}" sticks out`)
        .concat("the page is wider than the screen");
    });
  },
  async "satisfies axe"(page) {
    const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"], preload: false }));
    return violations.map((found) => `${found.id}: ${found.help}: ${found.nodes[0].html.slice(0, 120)}`);
  },
  async "has one heading of the first level"(page) {
    const count = await page.locator("h1").count();
    return count === 1 ? [] : [`it has ${count}`];
  },
  async "begins with a skip link that shows when it has the focus"(page) {
    await page.evaluate(() => (document.activeElement?.blur(), window.scrollTo(0, 0)));
    await page.keyboard.press("Tab");
    return page.evaluate(() => {
      const link = document.activeElement;
      const box = link.getBoundingClientRect();
      if (link.getAttribute("href") !== "#content" || !document.getElementById("content")) return ["there is none"];
      return box.left >= 0 && box.top >= 0 && box.width > 40 ? [] : ["it stays out of sight"];
    });
  },
  async "prints without the ways around it"(page) {
    await page.emulateMedia({ media: "print" });
    const shown = await page.locator("nav:visible").count();
    await page.emulateMedia({ media: "screen" });
    return shown === 0 ? [] : [`${shown} navigations are printed`];
  },
};

const pagesOf = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html")).sort();

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
let failures = 0;
let done = 0;

function note(route, look, check, findings) {
  done++;
  if (findings.length === 0) return;
  failures++;
  console.log(`${route} at ${look.width} pixels, ${look.scheme}: ${check}: no\n  ${findings.join("\n  ")}`);
}

async function lookAt(context, folder, route, look) {
  const page = await context.newPage();
  const outside = [];
  page.on("request", (request) => request.url().startsWith("file:") || outside.push(request.url()));
  page.on("console", (message) => message.type() === "error" && outside.push(message.text()));
  await page.goto(pathToFileURL(join(folder, route)).href);
  await page.evaluate(unfold);
  await page.evaluate(axe);
  for (const check of look.checks) note(route, look, check, await checks[check](page));
  note(route, look, "fetches nothing from elsewhere", outside);
  await page.close();
}

for (const look of looks) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 900 },
    colorScheme: look.scheme,
    reducedMotion: "reduce",
  });
  for (const folder of process.argv.slice(2))
    for (const route of pagesOf(folder)) await lookAt(context, folder, route, look);
  await context.close();
}
await browser.close();
console.log(`${done} checks, ${failures} failed`);
process.exit(failures === 0 && done > 0 ? 0 : 1);
