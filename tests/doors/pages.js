// pages.js SITE FORMAT ROUTE…: makes pages of a site, each with a NUL behind it. The package is in the folder PACKAGE.
"use strict";
const fs = require("node:fs");
const { Site } = require(process.env.PACKAGE);

const [folder, format, ...routes] = process.argv.slice(2);
const site = new Site(folder);
fs.writeFileSync(1, routes.map((route) => `${site.render(route, format)}\0`).join(""));
