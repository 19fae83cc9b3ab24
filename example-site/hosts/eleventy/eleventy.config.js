// A project of Eleventy that has the council's pages among its own.
const minutebook = require("minutebook/eleventy");

module.exports = function (eleventyConfig) {
  eleventyConfig.ignores.add("README.md");
  eleventyConfig.addPlugin(minutebook, { site: "../..", layout: "base.njk" });
};
