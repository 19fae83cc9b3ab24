// stylua.mjs PACKAGES SETTINGS [--write] FILE…: names the files that StyLua, with those settings, would write otherwise;
// with --write it does.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const [packages, settings, ...rest] = process.argv.slice(2);
const stylua = createRequire(path.resolve(packages, "package.json"))("@johnnymorganz/stylua");
const kinds = {
  syntax: stylua.LuaVersion,
  indent_type: stylua.IndentType,
  quote_style: stylua.QuoteStyle,
  call_parentheses: stylua.CallParenType,
  collapse_simple_statement: stylua.CollapseSimpleStatement,
};

// Lines such as `indent_width = 2`; a set of settings is used up by the file that it is given with.
function read(text) {
  const config = stylua.Config.new();
  for (const [, name, word, number] of text.matchAll(/^(\w+) = (?:"(\w+)"|(\d+))$/gm)) {
    const value = word ? kinds[name][word] : Number(number);
    if (value === undefined) throw new Error(`${settings}: ${name} can't be ${word}`);
    config[name] = value;
  }
  return config;
}

const said = fs.readFileSync(settings, "utf8");
let others = 0;
for (const file of rest.filter((argument) => argument !== "--write")) {
  const text = fs.readFileSync(file, "utf8");
  const made = stylua.formatCode(text, read(said), undefined, stylua.OutputVerification.Full);
  if (made === text) continue;
  others++;
  if (rest[0] === "--write") fs.writeFileSync(file, made);
  else console.log(`${file} is not as StyLua writes it: node tests/lua/stylua/stylua.mjs PACKAGES .stylua.toml --write ${file}`);
}
process.exit(others && rest[0] !== "--write" ? 1 : 0);
