// calendars.mjs FILE…: what ical.js reads in calendars, as JSON: a list of events for each file.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const packages = createRequire(path.join(process.env.PACKAGES, "package.json"));
const { default: ICAL } = await import(pathToFileURL(packages.resolve("ical.js")));

// Seconds since 1970: with time zones as the calendar itself describes them.
function moment(property) {
  const time = property?.getFirstValue();
  return time ? { day: time.isDate, local: time.toString(), zone: time.zone.tzid, seconds: time.toUnixTime() } : null;
}

function read(file) {
  const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(file, "utf8")));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone({ component: zone, tzid: zone.getFirstPropertyValue("tzid") }));
  }
  const events = calendar.getAllSubcomponents("vevent").map((event) => {
    const text = (name) => event.getFirstPropertyValue(name) ?? null;
    return {
      uid: text("uid"), summary: text("summary"), location: text("location"), status: text("status"),
      description: text("description"), url: text("url"), stamp: moment(event.getFirstProperty("dtstamp")),
      start: moment(event.getFirstProperty("dtstart")), end: moment(event.getFirstProperty("dtend")),
    };
  });
  return { name: calendar.getFirstPropertyValue("name"), version: calendar.getFirstPropertyValue("version"), events };
}

process.stdout.write(JSON.stringify(process.argv.slice(2).map(read)));
