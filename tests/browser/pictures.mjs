// pictures.mjs FOLDER LIST: takes pictures of pages of a published site, in one Chromium. LIST is JSON: for each picture
// its route, width, height (null: the whole page, at most 6000 pixels), scheme, and the file that it becomes.
import { serve } from "./served.mjs";
import { launch } from "./chromium.mjs";

const [folder, list] = process.argv.slice(2);
const tallest = 6000;

const server = await serve(folder);
const browser = await launch();
const page = await browser.newPage({ reducedMotion: "reduce" });
for (const { route, width, height, scheme, to } of JSON.parse(list)) {
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize({ width, height: height ?? 800 });
  await page.goto(server.origin + route, { waitUntil: "networkidle" });
  const long = height ?? Math.min(tallest, await page.evaluate(() => document.documentElement.scrollHeight));
  await page.screenshot({ path: to, clip: { x: 0, y: 0, width, height: long }, fullPage: true });
}
await browser.close();
server.close();
