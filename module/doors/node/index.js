// Minutebook in Node: council packs as data, and the pages of a site. index.d.ts describes it.
"use strict";

const native = require("./minutebook.node");

const FORMATS = ["html", "markdown", "files", "trace", "content"];
const ANY_FILE = FORMATS.length;
const SCHEMAS = ["model", "reference", "lua", "corrections", "site", "people"];

// The lists of the record whose objects have pages, and what the routes of those begin with.
const ROUTES_OF = { meetings: "/meetings/", reports: "/papers/", people: "/people/", panels: "/panels/" };

function position(list, name, what) {
  const found = list.indexOf(name);
  if (found < 0) {
    throw new TypeError(`there is no ${what} '${name}'; there are ${list.join(", ")}`);
  }
  return found;
}

function pathOf(route) {
  const path = route.replace(/^\//, "");
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/** What the pages are about, by their routes. */
function subjectsOf(data) {
  const found = new Map();
  for (const [list, start] of Object.entries(ROUTES_OF)) {
    data[list].forEach((one) => found.set(`${start}${one.id}/`, one));
  }
  for (const meeting of data.meetings) {
    meeting.items.forEach((item) => found.set(`/meetings/${item.id}/`, item));
  }
  return found;
}

class Site extends native.Site {
  #pages;
  #data;
  #subjects;

  get pages() {
    return (this.#pages ??= super.pages().map((page) => Object.freeze({ ...page, path: pathOf(page.route) })));
  }

  get data() {
    return (this.#data ??= JSON.parse(super.json()));
  }

  get files() {
    return super.files();
  }

  get findings() {
    return super.findings();
  }

  get gaps() {
    return super.gaps();
  }

  get sourceFolders() {
    return super.sourceFolders();
  }

  get words() {
    return super.words();
  }

  render(route, format = "html") {
    return super.render(route, position(FORMATS, format, "format"));
  }

  html(route) {
    return this.render(route, "html");
  }

  content(route) {
    return this.render(route, "content");
  }

  markdown(route) {
    return this.render(route, "markdown");
  }

  makeAhead(requests, jobs = 0) {
    const formats = requests.map(([, format]) => (format === "file" ? ANY_FILE : position(FORMATS, format, "format")));
    super.makeAhead(requests.map(([name]) => name), formats, jobs);
  }

  renderLater(route, format = "html") {
    return super.renderLater(route, position(FORMATS, format, "format"));
  }

  subject(route) {
    this.#subjects ??= subjectsOf(this.data);
    return this.#subjects.get(route) ?? this.#subjects.get(route.replace(/[0-9]+\/$/, "")); // part 2 of a long report
  }

  frontMatter({ route, kind, title, date }) {
    const subject = this.subject(route);
    return { title, kind, route, ...(date && { date }), ...(subject && { [kind]: subject }) };
  }
}

class Pack extends native.Pack {
  #data;

  get data() {
    return (this.#data ??= JSON.parse(super.json()));
  }

  get findings() {
    return super.findings();
  }

  get words() {
    return super.words();
  }
}

/** Reads a pack, and closes it again: its model. */
function pack(path, options) {
  const open = new Pack(path, options);
  try {
    return open.data;
  } finally {
    open.close();
  }
}

function schema(of = "model") {
  return native.schema(position(SCHEMAS, of, "schema"));
}

exports.Site = Site;
exports.Pack = Pack;
exports.pack = pack;
exports.schema = schema;
exports.markdown = native.markdown;
exports.version = native.version;
