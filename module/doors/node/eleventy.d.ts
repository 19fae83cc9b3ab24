/** The plug-in for Eleventy: eleventyConfig.addPlugin(minutebook, { site: "council" }). */

declare namespace minutebook {
  interface MinutebookOptions {
    /** The folder that has a site.yaml; "council" where it is missing. */
    site?: string;
    /** The day that the site is made for, as 2025-11-04; SOURCE_DATE_EPOCH, or today, where it is missing. */
    today?: string | null;
    /**
     * The host's layout around our content: one for all pages, or one for each kind of page, and `default` for the others;
     * `true` is the layout that the project's own data say. Where it is missing, pages are the theme's, whole.
     */
    layout?: string | true | Record<string, string | true> | null;
    /** Whether feeds, calendars and tables are written, and the assets of the theme where the pages are its own. */
    data?: boolean;
    /** Whether there are the collections `meetings`, `reports`, `people` and `decisions`. */
    collections?: boolean;
    /** The least severity of what Eleventy's log tells of the reading of packs. */
    findings?: "error" | "warning" | "note" | false;
  }
}

declare function minutebook(eleventyConfig: any, options?: minutebook.MinutebookOptions): void;
export = minutebook;
