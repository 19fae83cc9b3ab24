// tabs.mjs ADDRESS SITE: two tabs show a preview; files of the site change, and both tabs follow without a hand on them.
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.env.PACKAGES, "package.json"));
const { chromium } = require("playwright-core");
const [address, site] = process.argv.slice(2);

// What a change may take until it is shown, on a busy machine.
const PATIENCE = 15000;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: { width: 1000, height: 400 } });
const tabs = [await context.newPage(), await context.newPage()];
const problems = [];
for (const tab of tabs) {
  tab.on("pageerror", (error) => problems.push(String(error)));
  await tab.goto(address);
}

async function bothShow(what, test, ...given) {
  for (const tab of tabs) await tab.waitForFunction(test, given, { timeout: PATIENCE, polling: 20 });
  console.log(`both tabs show ${what}`);
}
const showText = ([text]) => document.body.innerText.includes(text);
const write = (name, text) => {
  mkdirSync(join(site, name, ".."), { recursive: true });
  writeFileSync(join(site, name), text);
};

// Corrections of a pack that is gone are a mistake.
rmSync(join(site, "corrections"), { recursive: true, force: true });

const home = (text) => `# ${text}\n\n${"A line of the page.\n\n".repeat(60)}\nThe last line.\n`;

write("layouts/home.md", home("First"));
await bothShow("a layout that is new", showText, "First");

await tabs[0].evaluate(() => scrollTo(0, 700));
write("layouts/home.md", home("Second"));
await bothShow("an edit of it", showText, "Second");
await tabs[0].waitForFunction(() => Math.abs(scrollY - 700) < 5, null, { timeout: PATIENCE });
console.log("the place on the page is kept");

await Promise.all(tabs.map((tab) => tab.evaluate(() => (window.untouched = true))));
write("assets/style.css", "body { background: rgb(1, 2, 3); }\n");
await bothShow("a style sheet of the site's own", () => getComputedStyle(document.body).backgroundColor === "rgb(1, 2, 3)");
await Promise.all(tabs.map((tab) => tab.evaluate(() => (window.untouched = true))));
write("assets/style.css", "body { background: rgb(4, 5, 6); }\n");
await bothShow("an edit of it", () => getComputedStyle(document.body).backgroundColor === "rgb(4, 5, 6)");
for (const tab of tabs)
  if (!(await tab.evaluate(() => window.untouched))) problems.push("a style edit loaded the page anew");
if ((await tabs[0].locator('link[rel="stylesheet"]').count()) !== 1) problems.push("the old style sheet stayed");

write("layouts/home.md", home("Broken") + "\n${site.titel}\n");
await bothShow("a broken layout", showText, "did you mean 'title'?");
write("layouts/home.md", home("Repaired"));
await bothShow("its repair", showText, "Repaired");

rmSync(join(site, "layouts"), { recursive: true });
await bothShow("the theme's own page", showText, "4 November 2025");

const pack = join(site, "packs/new.txt");
const text = "Ponds Panel\n\nDate: Tuesday, 4th March, 2025\n\nAGENDA\n\n- 1. WELCOME\n\n- 2. THE PONDS\n\n";
writeFileSync(join(site, "new.part"), text);
renameSync(join(site, "new.part"), pack);
await bothShow("a new pack", showText, "Ponds Panel");

writeFileSync(join(site, "site.yaml"), readFileSync(join(site, "site.yaml"), "utf8").replace("packs:", "pakcs:"));
await bothShow("a mistake in site.yaml", showText, "pakcs");
writeFileSync(join(site, "site.yaml"), readFileSync(join(site, "site.yaml"), "utf8").replace("pakcs:", "packs:"));
await bothShow("its repair", showText, "Ponds Panel");

copyFileSync(pack, join(site, "kept"));
writeFileSync(pack, "Not a paper at all.\n");
await bothShow("a broken pack", ([panel]) => !document.body.innerText.includes(panel), "Ponds Panel");
copyFileSync(join(site, "kept"), pack);
await bothShow("its repair", showText, "Ponds Panel");

await tabs[0].bringToFront();
await tabs[0].keyboard.press("Alt+KeyI");
await tabs[0].waitForFunction(() => document.querySelector("minutebook-inspect")?.shadowRoot.textContent.includes("layouts/home."), null, { timeout: PATIENCE });
console.log("a key shows what made the page");
await tabs[0].keyboard.press("Escape");
if (await tabs[0].locator("minutebook-inspect").count()) problems.push("the panel stayed");
await tabs[1].goto(address + "?inspect");
await tabs[1].waitForFunction(() => document.querySelector("minutebook-inspect")?.shadowRoot.textContent.includes("ms"), null, { timeout: PATIENCE });
console.log("an address shows what made the page");

await browser.close();
for (const problem of problems) console.log(problem);
process.exit(problems.length === 0 ? 0 : 1);
