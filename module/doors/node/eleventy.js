// The plug-in for Eleventy: the pages of a site stand among a project's own. eleventy.d.ts describes its options.
//
// A page becomes a virtual template with the extension "minutebook", which the plug-in adds to the project's formats: what
// is in it is its route, and rendering it makes the page. Eleventy starts its configuration anew when a file of the site
// changes, and with it the plug-in, which then opens the site again.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { inspect } = require("node:util");
const { Site, markdown } = require("./index.js");

const EXTENSION = "minutebook";
const DEFAULTS = { site: "council", today: null, layout: null, data: true, collections: true, findings: "warning" };
const SUBJECTS = ["meeting", "item", "report", "person", "panel"]; // kinds of pages that are about one object
const SEVERITIES = ["error", "warning", "note"];
const MOST_FINDINGS = 20; // in the log; a large site has hundreds
const FORMATS = /\.(md|html|njk|liquid|11ty\.[cm]?[jt]s|webc|hbs|mustache|ejs|haml|pug|vto|mdx)$/; // of a project's own pages
const DECISIONS = "data/decisions.json";
const COLLECTIONS = { meetings: "meeting", reports: "report", people: "person" };

// By folder: what lives on when the configuration is started anew.
const sources = new Map();

const isText = (value) => typeof value === "string" && value !== "";
const isFlag = (value) => typeof value === "boolean";
const isLayout = (value) => value === true || isText(value);
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

// What an option may be, and how to say so.
const KINDS = {
  site: [isText, "the folder that has a site.yaml"],
  today: [(value) => value === null || isText(value), "a day, as '2025-11-04', or null"],
  layout: [
    (value) => value === null || isLayout(value) || (isObject(value) && Object.values(value).every(isLayout)),
    "the name of a layout, true, null, or an object of names and true by kinds of page",
  ],
  data: [isFlag, "true or false"],
  collections: [isFlag, "true or false"],
  findings: [(value) => value === false || SEVERITIES.includes(value), `false or one of ${SEVERITIES.join(", ")}`],
};

function optionsOf(given) {
  if (!isObject(given)) {
    throw new Error(`the options of minutebook are ${inspect(given)}, and should be an object: { site: "council" }`);
  }
  const options = { ...DEFAULTS };
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(DEFAULTS, name)) {
      throw new Error(`minutebook has no option '${name}'; it has ${Object.keys(DEFAULTS).join(", ")}`);
    }
    const [fits, wanted] = KINDS[name];
    if (value !== undefined && !fits(value)) {
      throw new Error(`the option '${name}' of minutebook is ${inspect(value)}, and should be ${wanted}`);
    }
    options[name] = value ?? DEFAULTS[name];
  }
  return options;
}

const formatOf = (options, kind) => (layoutOf(options.layout, kind) ? "content" : "html");

/** Has pages and files made on other threads, while Eleventy starts, and while it renders one page after the other. */
function makeAhead({ site, files }, pages, options) {
  const paths = options.data ? files : [];
  site.makeAhead([...pages.map(({ route, kind }) => [route, formatOf(options, kind)]), ...paths.map((file) => [file, "file"])]);
}

/** A page. While Eleventy watches, it renders every page again, so that what was made is kept until the site changes. */
function makePage(source, route, format) {
  const made = source.made.get(route) ?? source.site.render(route, format);
  if (source.isWatching) {
    source.made.set(route, made);
  }
  return made;
}

/** An object that is read when something of it is first asked for: most templates never do, and the whole record is large.
 * Not being a plain object, it is also passed on where Eleventy copies those for each page. */
function lazily(read) {
  let found;
  const object = () => (found ??= read());
  return new Proxy(new (class Record {})(), {
    get: (_, name) => (name === "then" ? undefined : object()[name]), // asked of whatever is awaited
    has: (_, name) => name in object(),
    ownKeys: () => Reflect.ownKeys(object()),
    getOwnPropertyDescriptor: (_, name) => {
      const found = Reflect.getOwnPropertyDescriptor(object(), name);
      return found && { ...found, configurable: true };
    },
  });
}

/** Opens the site as it is now; packs that are as they were aren't read again. A mistake is kept for the build to tell. */
function renew(source) {
  const former = source.site;
  try {
    source.site = new Site(source.folder, { today: source.today, previous: former });
    source.mistake = null;
    former?.close();
  } catch (mistake) {
    source.mistake = mistake;
  }
}

function sourceOf(folder, today) {
  if (!sources.has(folder)) {
    sources.set(folder, { folder, site: null, mistake: null, told: "", made: new Map(), written: new Set(), isWatching: false });
  }
  return Object.assign(sources.get(folder), { today });
}

/** The layout of the host for a kind of page; null where the page is to be the theme's, whole. */
function layoutOf(wanted, kind) {
  return wanted && typeof wanted === "object" ? (wanted[kind] ?? wanted.default ?? true) : wanted;
}

/** Tells whether the project has a page of its own there: about.md or about/index.njk. */
function hostPages(input) {
  const listed = new Map();
  const has = (stem) => {
    const folder = path.dirname(stem);
    if (!listed.has(folder)) {
      const there = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
      listed.set(folder, new Set(there.filter((name) => FORMATS.test(name)).map((name) => name.replace(FORMATS, ""))));
    }
    return listed.get(folder).has(path.basename(stem));
  };
  return (stem) => has(path.join(input, stem)) || (stem.endsWith("/index") && has(path.join(input, path.dirname(stem))));
}

/** What Eleventy knows of the page ahead of its content. */
function dataOf(site, page, options) {
  const { title, kind, route, date } = page;
  const layout = layoutOf(options.layout, kind);
  return {
    title, kind, route,
    ...(SUBJECTS.includes(kind) && { [kind]: lazily(() => site.subject(route) ?? {}) }),
    ...(layout === true ? {} : { layout: layout || false }),
    ...((date || options.today) && { date: date || options.today }),
    permalink: route,
  };
}

const stemOf = (page) => page.path.replace(/\.html$/, "");

/** The pages that the project hasn't itself. */
function pagesFor(eleventyConfig, site, options) {
  const isTheHosts = hostPages(eleventyConfig.directories.input);
  const isWanted = ({ kind }) => kind !== "not-found" || !layoutOf(options.layout, kind);
  return site.pages.filter((page) => isWanted(page) && !isTheHosts(stemOf(page)));
}

function isOurs(item, kind) {
  return item.data.kind === kind && item.inputPath.endsWith(`.${EXTENSION}`);
}

/** The decisions by date: each with the address where it stands, and what it belongs to. Eleventy reads every collection in
 * each build: the file of decisions is soon read, and the record of the site isn't. */
function decisionsOf({ site, files }) {
  const dates = new Map(site.pages.map(({ route, date }) => [route, date]));
  const decisions = files.includes(DECISIONS) ? JSON.parse(new TextDecoder().decode(site.file(DECISIONS))) : site.data.decisions;
  return decisions.map((decision) => {
    const home = `/meetings/${decision.meeting}/`;
    const item = decision.item && `/meetings/${decision.item}/`;
    const url = dates.has(item) ? `${item}#${decision.id.slice(decision.item.length + 1)}` : home;
    const meeting = lazily(() => site.subject(home) ?? {});
    return { url, date: new Date(dates.get(home) || NaN), data: { title: decision.text, decision, meeting } };
  });
}

function addCollections(eleventyConfig, source) {
  for (const [name, kind] of Object.entries(COLLECTIONS)) {
    eleventyConfig.addCollection(name, (all) => all.getAll().filter((item) => isOurs(item, kind)));
  }
  eleventyConfig.addCollection("decisions", () => decisionsOf(source));
}

function tellFindings(eleventyConfig, source, least) {
  const shown = source.site.findings.filter((one) => SEVERITIES.indexOf(one.severity) <= SEVERITIES.indexOf(least));
  const lines = shown.slice(0, MOST_FINDINGS).map((one) => {
    const place = [one.file, one.line].filter(Boolean).join(":");
    return `${place}: ${one.severity}: ${one.message} [${one.code}]`;
  });
  if (shown.length > lines.length) {
    lines.push(`and ${shown.length - lines.length} more, which 'minutebook check' tells`);
  }
  const text = lines.join("\n");
  if (text && text !== source.told) {
    eleventyConfig.logger.logWithOptions({ message: text, prefix: "[minutebook]", type: "warn", color: "yellow" });
  }
  source.told = text;
}

function writeWhereChanged(file, bytes) {
  if (!fs.existsSync(file) || !fs.readFileSync(file).equals(bytes)) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, bytes);
  }
}

/** Feeds, calendars and tables, and where the pages are the theme's its assets. */
function filesOf(site, options) {
  const pages = new Set(site.pages.map((page) => page.path));
  return site.files.map((file) => file.path).filter((file) => !pages.has(file) && !(options.layout && file.startsWith("assets/")));
}

/** Writes them beside what Eleventy wrote; once for each state of the site. */
function writeFiles(source, output) {
  for (const one of source.files) {
    const file = path.join(output, one);
    if (!source.written.has(file) || !fs.existsSync(file)) {
      writeWhereChanged(file, source.site.file(one));
      source.written.add(file);
    }
  }
}

/** Watches what makes the site; what Eleventy itself reads as templates, or writes, is left out. */
function watch(eleventyConfig, { folder, site }) {
  const within = path.relative(".", folder);
  if (within && !within.startsWith("..")) {
    eleventyConfig.ignores.add(`${within}/**`);
  }
  for (const ignored of [`${folder}/_site/**`, `${folder}/**/.git/**`, `${path.resolve(eleventyConfig.directories.output)}/**`]) {
    eleventyConfig.watchIgnores.add(ignored);
  }
  for (const one of new Set([folder, ...(site?.sourceFolders ?? []).map((other) => path.resolve(other))])) {
    eleventyConfig.addWatchTarget(one, { resetConfig: true });
  }
}

/** Makes the pages those of the site as it is now, in a configuration that may have those of an earlier one. */
function refresh(eleventyConfig, source, options) {
  renew(source);
  if (source.mistake) {
    return;
  }
  for (const name of Object.keys(eleventyConfig.virtualTemplates)) {
    if (name.endsWith(`.${EXTENSION}`)) {
      delete eleventyConfig.virtualTemplates[name];
    }
  }
  const pages = pagesFor(eleventyConfig, source.site, options);
  source.made.clear();
  source.written.clear();
  source.files = filesOf(source.site, options);
  makeAhead(source, pages, options);
  for (const page of pages) {
    eleventyConfig.addTemplate(`${stemOf(page)}.${EXTENSION}`, page.route, dataOf(source.site, page, options));
  }
  if (options.findings) {
    tellFindings(eleventyConfig, source, options.findings);
  }
}

/** Where files are saved in quick succession, Eleventy starts its configuration anew only if the last one asks for it. */
function followChanges(eleventyConfig, source, options) {
  let changed = false;
  eleventyConfig.on("eleventy.beforeWatch", (files) => {
    const folders = [source.folder, ...(source.site?.sourceFolders ?? [])].map((folder) => path.resolve(folder) + path.sep);
    changed = files.some((file) => folders.some((folder) => path.resolve(file).startsWith(folder)));
  });
  eleventyConfig.on("eleventy.before", ({ runMode }) => {
    source.isWatching = runMode !== "build";
    if (changed) {
      refresh(eleventyConfig, source, options);
      changed = false;
    }
    if (source.mistake) {
      throw source.mistake;
    }
  });
}

module.exports = function minutebook(eleventyConfig, given = {}) {
  const options = optionsOf(given);
  const source = sourceOf(path.resolve(options.site), options.today);
  eleventyConfig.addTemplateFormats(EXTENSION);
  eleventyConfig.addExtension(EXTENSION, {
    outputFileExtension: "html",
    compile: (route) => ({ kind }) => makePage(source, route, formatOf(options, kind)),
  });
  eleventyConfig.addFilter("minutebookMarkdown", (text) => markdown(String(text ?? "")));
  eleventyConfig.addGlobalData("minutebook", () => lazily(() => source.site?.data ?? {}));
  refresh(eleventyConfig, source, options);
  watch(eleventyConfig, source);
  followChanges(eleventyConfig, source, options);
  if (options.collections) {
    addCollections(eleventyConfig, source);
  }
  if (options.data) {
    eleventyConfig.on("eleventy.after", ({ directories, outputMode }) => {
      if (outputMode === "fs" && !process.argv.includes("--dryrun")) {
        writeFiles(source, directories.output);
      }
    });
  }
};
