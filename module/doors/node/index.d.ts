/** Minutebook in Node: council packs as data, and the pages of a site. */

/** Every failure of the library: its message says what happened, where, and what to do. */
export interface MinutebookError extends Error {
  name: "MinutebookError";
  /** Who can mend it. */
  code: "MB_ENOMEM" | "MB_EIO" | "MB_EFORMAT" | "MB_ELIMIT" | "MB_EUSAGE" | "MB_ESTOPPED";
  /** What happened, without the place and the advice. */
  reason: string;
  /** The file that a person wrote, or "". */
  file: string;
  /** From 1; null where there is none, as with `column` and `packLine`. */
  line: number | null;
  column: number | null;
  /** The page that was being made, or "". */
  route: string;
  /** The pack whose text it was about, or "". */
  pack: string;
  packLine: number | null;
  /** What to do. */
  advice: string;
  /** The calls in layouts that led there, one a line. */
  trace: string;
}

/** Something that a person should know about the reading of a pack. */
export interface Finding {
  severity: "note" | "warning" | "error";
  /** Stable, in kebab-case. */
  code: string;
  message: string;
  file: string;
  line: number | null;
  /** The number that the pack prints, and the page of the file. */
  page: number | null;
  sheet: number | null;
  /** YAML to paste into the file `corrections`, or "". */
  correction: string;
  corrections: string;
}

/** How many words of a pack are where. */
export interface Words {
  file: string;
  placed: number;
  unheaded: number;
  frontMatter: number;
  furniture: number;
}

/** A page before it is made. */
export interface Page {
  /** "/meetings/2025-11-04-roads-panel/" */
  readonly route: string;
  /** The name of its layout: "meeting", "person", "work-plan". */
  readonly kind: string;
  readonly title: string;
  /** Of the meeting that it belongs to, as 2025-11-04, or "". */
  readonly date: string;
  /** Its file in the published site: "meetings/2025-11-04-roads-panel/index.html". */
  readonly path: string;
}

/** An object of the model: the library's reference page names its fields. */
export type Thing = Record<string, any>;

/** The front matter of a page for a host: with the object that it is about, under the name of its kind. */
export interface FrontMatter {
  title: string;
  kind: string;
  route: string;
  date?: string;
  meeting?: Thing;
  item?: Thing;
  report?: Thing;
  person?: Thing;
  panel?: Thing;
}

export interface SiteOptions {
  /** The day that the site is made for, as 2025-11-04; SOURCE_DATE_EPOCH, or today, where it is missing. */
  today?: string | null;
  /** Threads that read packs; 0: one for each processor. */
  jobs?: number;
  /** A folder that keeps what was read from the packs; "": nothing is kept. */
  cache?: string | null;
  /** The same site as it was opened before: unchanged packs aren't read again. */
  previous?: Site | null;
  /** Called with each mistake; the first is the one that is thrown. */
  problem?: (error: MinutebookError) => void;
}

export interface BuildOptions {
  /** The folder to publish into; _site in the site's folder where it is missing. */
  to?: string | null;
  jobs?: number;
  /** Publish the other pages where a layout can't make one. */
  keepGoing?: boolean;
  /** Called from time to time; `false` ends the build before a file is put into its place. */
  progress?: (done: number, total: number) => boolean | void;
  problem?: (error: MinutebookError) => void;
}

export interface BuildResult {
  pages: number;
  written: number;
  unchanged: number;
  removed: number;
  failed: number;
}

export type Format = "html" | "markdown" | "files" | "trace" | "content";

/** The site in a folder that has a site.yaml. It never changes while it is open. */
export class Site {
  constructor(folder: string, options?: SiteOptions | null);
  /** All pages, by route. */
  get pages(): readonly Page[];
  /** Everything that the packs tell together: the type Site of the reference page. */
  get data(): Thing;
  /** What the reader found in the packs. */
  get findings(): Finding[];
  /** What the packs leave open, in words and by date. */
  get gaps(): string[];
  /** What is published; `origin` is the file that it is a copy of, or "". */
  get files(): { path: string; origin: string }[];
  /** The folders whose files make the site, for who watches them. */
  get sourceFolders(): string[];
  get words(): Words[];
  /** The page in a format: "html" as it is published, "content" without the shell, "markdown" as its layout wrote it. */
  render(route: string, format?: Format): string;
  html(route: string): string;
  content(route: string): string;
  markdown(route: string): string;
  /** The same on another thread, while the program goes on; also after the site was closed. */
  renderLater(route: string, format?: Format): Promise<string>;
  fileLater(path: string): Promise<Uint8Array>;
  /**
   * Begins to make pages and files on threads of the library's, in this order, ahead of a program that asks for one after the
   * other and has work of its own between: each is a route with its format, or a path with "file".
   */
  makeAhead(requests: readonly (readonly [string, Format | "file"])[], jobs?: number): void;
  /** The object that a page is about: a meeting, an item, a report, a person or a panel. */
  subject(route: string): Thing | undefined;
  /** What a host says of the page ahead of its content. */
  frontMatter(page: Page): FrontMatter;
  /** The bytes of one of `files`. */
  file(path: string): Uint8Array;
  build(options?: BuildOptions | null): BuildResult;
  /** The settings of the theme, as YAML to paste into site.yaml. */
  settings(): string;
  /** The text that `data` is made of. */
  json(): string;
  /** Gives the site back; what was taken from it stays. */
  close(): void;
}

export interface PackOptions {
  dialect?: string | null;
  dialects?: string | null;
  cache?: string | null;
  corrections?: string | null;
}

/** One pack, read. */
export class Pack {
  constructor(path: string, options?: PackOptions | null);
  get data(): Thing;
  get findings(): Finding[];
  get words(): Words;
  json(): string;
  close(): void;
}

/** The model of one pack. */
export function pack(path: string, options?: PackOptions | null): Thing;

/** HTML of Markdown with our additions; raw HTML in it shows as text. */
export function markdown(text: string): string;

/** The JSON Schema of the model, or of a file that people write; the model's reference page; its types for editors of Lua. */
export function schema(of?: "model" | "reference" | "lua" | "corrections" | "site" | "people"): string;

/** The library's version, such as "0.1.0". */
export const version: string;
