---@meta
--- model.lua: the model, for editors. Made by `minutebook schema --lua` from module/model/schema.def; a test
--- compares the two.

--- What every object with a place has.
---@class Placed
---@field line integer? The line of the file where it begins.
---@field page integer? The page number that the pack prints there.
---@field sheet integer? The page of the file.
---@field pack Pack? The pack that it is in.

--- How much a diagnostic matters.
---@alias severity "note"|"warning"|"error"

--- What a pack's file is.
---@alias source_format "text"|"markdown"|"pdf"

--- What a block of text is.
---@alias block_type "paragraph"|"list"|"table"|"caption"|"note"|"repeat"

--- How a run of text is set.
---@alias run_style "strong"|"emphasis"

--- What somebody does by speaking.
---@alias contribution_kind "question"|"reply"|"statement"|"presentation"|"thanks"

--- What sort of paper a report is.
---@alias report_kind "committee report"|"annual report"|"executive summary"|"presentation"|"plan"|"narrative plan"|"summary-table report"|"other"

--- The standard headings of a committee report.
---@alias section_kind "issue"|"recommendation"|"report"|"statutory"|"resources"|"risk"|"equalities"|"climate"|"options"|"consultation"

--- What a deadline is for.
---@alias deadline_purpose "question"|"statement"|"petition"|"speaking"

--- How the days of a deadline are counted.
---@alias day_counting "clear"|"ordinary"

--- Which days of a deadline count.
---@alias day_calendar "working"|"all"

--- How a vote ended.
---@alias vote_result "CARRIED"|"LOST"|"FELL"

--- How far a meeting has come.
---@alias meeting_state "announced"|"called"|"held"|"confirmed"

--- Whether somebody came to a meeting.
---@alias attendance_status "present"|"apologies"|"substituted"|"absent"

--- What became of an entry of the work plan.
---@alias plan_state "planned"|"moved"|"dropped"|"came"

--- What the packs of a site leave open.
---@alias gap_kind "minutes"|"agenda"|"paper"|"pages"|"words"

--- One source document: the papers of a meeting.
---@class Pack: Placed
---@field schema string? The version of this model: `minutebook/1`.
---@field source Source? The file that was read.
---@field council string? The council's name.
---@field issued string? The date of issue, where printed.
---@field meetings Meeting[] The meeting that the agenda calls, then each meeting minuted in the pack.
---@field reports Report[] Every separate paper, in order.
---@field forward_plan ForwardPlanEntry[] The work plan's rows.
---@field glossary GlossaryEntry[] Terms that the papers define.
---@field furniture Block[] Set aside: page numbers, running heads, blank-page notices; `repeat` for repeated text.
---@field diagnostics Diagnostic[] What the reader inferred, could not place, or found in conflict.

--- The file that a pack was read from.
---@class Source
---@field file string? Its path, as it was given.
---@field name string? Its path below the site's folder; of a file elsewhere, its own name.
---@field url string? Where the council publishes it, by site.yaml.
---@field sha256 string? The SHA-256 of its bytes, in hexadecimal.
---@field format source_format? What the file is.
---@field bytes integer? Its size.
---@field lines integer? Its lines; a line ends at LF.
---@field sheets integer? Its pages, counted from page breaks.
---@field dialect string? The dialect that it was read with.

--- One meeting of a panel, board or committee.
---@class Meeting: Placed
---@field id string? Slug of date and body.
---@field body string? The panel, board or committee, in proper case.
---@field date string? The day of the meeting.
---@field time string? When it starts.
---@field pre_meeting string? When the members' pre-meeting starts.
---@field venue string? Where it is held.
---@field online boolean Held by video call.
---@field webcast string? The address of the broadcast, where printed.
---@field members Member[] The front sheet's list of members.
---@field contact Contact? The clerk.
---@field notes Note[] The numbered notes for the public.
---@field deadlines Deadline[] When questions, statements and petitions must be in.
---@field agenda AgendaItem[] The items of business; empty where the pack only holds the minutes.
---@field minutes Minutes? The record of the meeting; null where it is only called.
---@field front_matter Block[] The text of the front sheet that is nowhere else.

--- Somebody with a seat at the table.
---@class Member: Placed
---@field name string? The name, without honorific.
---@field honorific string? `Councillor`, `Dr`, …
---@field capacity string? `councillor`, `co-opted voting`, `co-opted non-voting`, `co-opted`, `member`, `observer`, `officer`, `public`, or as printed.
---@field organisation string? The body that the person represents.
---@field office string? `Chair`, `Vice-Chair`, `Co-chair`; of a council `Mayor`; of an officer listed with the members `Clerk`.
---@field substitute_for string? The member whom the person stands in for.
---@field online boolean Attended by video.

--- Somebody to turn to.
---@class Contact: Placed
---@field name string? The name.
---@field role string? The office held.
---@field phone string? The telephone number, as printed.
---@field email string? The e-mail address.

--- One of the notes for the public on a front sheet.
---@class Note: Placed
---@field number string? The number printed before it.
---@field title string? Its heading, without the final colon.
---@field blocks Block[] Its text.

--- When something must be with the clerk.
---@class Deadline: Placed
---@field purpose deadline_purpose? What it is for.
---@field rule string? The rule, as printed.
---@field days integer? How many days before the meeting.
---@field counting day_counting? How the days are counted.
---@field calendar day_calendar? Which days count.
---@field time string? The time of that day.
---@field due string? Date and time worked out; the date alone where no time is printed.

--- One numbered item of business on an agenda.
---@class AgendaItem: Placed
---@field number string? The true number; inferred where the source lost it.
---@field printed_number string? The number as printed, null where it is lost.
---@field printed string? The heading as printed, whole.
---@field title string? The title, without time, page range and "to follow".
---@field time string? When the item is planned to start.
---@field pages integer[]? First and last page of its papers in the pack.
---@field to_follow boolean The papers are to follow.
---@field exempt boolean The public is to be excluded.
---@field presenters string[] Who presents it.
---@field minutes_allotted integer? How many minutes are planned for it.
---@field blocks Block[] The text under the heading.
---@field reports Report[] The papers that belong to it.

--- The record of a meeting.
---@class Minutes: Placed
---@field present Member[] The members who attended.
---@field in_attendance Attendee[] The officers and others who attended.
---@field apologies string[] Who sent apologies, where the head of the minutes lists them.
---@field members_of_public integer? How many members of the public attended.
---@field items MinuteItem[] The items of business, in the order in which they were taken.
---@field ended string? When the meeting ended.
---@field front_matter Block[] The text of the head and the foot of the minutes that is nowhere else.

--- Somebody who attended without a seat at the table.
---@class Attendee: Placed
---@field name string? The name, without honorific.
---@field honorific string? `Councillor`, `Dr`, …
---@field role string? The office held.

--- One item of business, as it was minuted.
---@class MinuteItem: Placed
---@field number string? The true number (`43`, `22/18`, `19.09.01`); null where a council numbers nothing.
---@field printed_number string? The number as printed, null where it is lost.
---@field printed string? The heading as printed, whole.
---@field title string? The title.
---@field agenda_item string? The number of the agenda item, where the minutes print it.
---@field blocks Block[] The text of the item; all that follows is drawn from it.
---@field apologies string[] Who sent apologies.
---@field substitutes Substitution[] Who stood in for whom.
---@field declarations Declaration[] Interests that were declared.
---@field motions Motion[] What was moved.
---@field votes Vote[] What was put to the vote.
---@field decisions Decision[] What was decided, verbatim.
---@field contributions Contribution[] Who said what.

--- A member who stood in for another.
---@class Substitution: Placed
---@field absent string? The member who could not come.
---@field substitute string? The member who came instead.

--- An interest that somebody declared.
---@class Declaration: Placed
---@field name string? Who declared it.
---@field kind string? As printed: `disclosable pecuniary interest`, `other interest`, …
---@field reason string? Why.

--- Something that was moved.
---@class Motion: Placed
---@field proposer string? Full name, where the pack tells it.
---@field seconder string? Full name, where the pack tells it.
---@field about string? What was moved.
---@field outcome vote_result? What became of it.

--- Something that was put to the vote.
---@class Vote: Placed
---@field about string? What was voted on.
---@field result vote_result? How it ended.
---@field in_favour integer? Votes for.
---@field against integer? Votes against.
---@field abstained integer? Abstentions.
---@field unanimous boolean? Nobody voted against.
---@field named NamedVotes? Who voted how, where the names were recorded.

--- The names of a recorded division.
---@class NamedVotes: Placed
---@field in_favour string[] Who voted for.
---@field against string[] Who voted against.
---@field abstained string[] Who abstained.

--- A decision, verbatim.
---@class Decision: Placed
---@field verb string? `RESOLVED`, `APPROVED`, `CONFIRMED`, `NOTED`, `AGREED`, `RECOMMENDED`; of a motion put to the vote `CARRIED`, `LOST`, `FELL`.
---@field number string? The number of the part, where the decision has several.
---@field text string? The words of the decision.

--- What one speaker said, until the next one began.
---@class Contribution: Placed
---@field speaker string? The speaker, as printed.
---@field person string? The full name, resolved within the pack; null where it can't be known.
---@field kind contribution_kind? What the speaker did.
---@field blocks Block[] The blocks that hold it: in JSON `first_block` and `last_block` (0-based, inclusive, into the item's `blocks`), in Lua the list `blocks`.

--- One separate paper.
---@class Report: Placed
---@field id string? Slug of item and title, the same in every reading of the pack.
---@field title string? The title.
---@field kind report_kind? What sort of paper it is.
---@field agenda_item string? Number of the agenda item it belongs to.
---@field pages integer[]? First and last page, as the agenda prints them.
---@field header ReportHeader? What the box at its head says.
---@field front_matter Block[] Head, cover and contents.
---@field sections Section[] In reading order, flat; `level` gives the tree.
---@field recommendations Recommendation[] What the committee is asked to do.
---@field contact Contact? The report's author, or whom to ask.
---@field background_papers string? As printed.

--- The box at the head of a committee report.
---@class ReportHeader: Placed
---@field meeting string? The body that the report goes to.
---@field date string? The day of its meeting.
---@field forward_plan_reference string? The reference in the council's forward plan.
---@field ward string? The wards that it concerns.
---@field is_public boolean? Whether it is an open, public item.
---@field attachments string[] The attachments that it lists.

--- A heading and the text under it.
---@class Section: Placed
---@field number string? The number, where printed.
---@field title string? The heading, without its number.
---@field printed string? The heading as printed, whole.
---@field level integer? 1, 2 or 3.
---@field kind section_kind? Which standard heading of a committee report it is, null for any other.
---@field blocks Block[] The text under the heading.

--- Something that the committee is asked to do.
---@class Recommendation: Placed
---@field number string? The paragraph's number.
---@field label string? What it is called: `Proposal 1`.
---@field text string? The words of the recommendation.

--- A unit of text.
---@class Block: Placed
---@field type block_type? What it is.
---@field continues boolean Goes on with the paragraph before it, in which a second person began to speak.
---@field ordered boolean Its items have markers.
---@field number string? Its number (`3.1`), where printed.
---@field mark string? The mark that refers to it.
---@field header string[] The heads of its columns.
---@field text string? The plain text, with white space folded and wraps joined.
---@field caption string? The line above or below that names it.
---@field runs Run[] The same text in pieces, where there is any style.
---@field rows string[][] Its cells, row by row.
---@field items ListItem[] Its items.

--- A piece of text in one style.
---@class Run
---@field text string? The text.
---@field style run_style? How it is set; null for plain text.
---@field href string? Where it links to.

--- One item of a list.
---@class ListItem: Placed
---@field marker string? `(a)`, `iv`, `2A`; null for a bullet.
---@field text string? The plain text.
---@field runs Run[] The same text in pieces, where there is any style.
---@field items ListItem[] The items nested under it.

--- A row of the work plan.
---@class ForwardPlanEntry: Placed
---@field date string? When it is planned for.
---@field ref string? Its reference.
---@field decision_maker string? Who decides.
---@field title string? What is planned.
---@field authors Author[] Who writes the report.
---@field director string? The director who answers for it.

--- Somebody who writes a report.
---@class Author: Placed
---@field name string? The name.
---@field phone string? The telephone number.

--- A term that the papers define.
---@class GlossaryEntry: Placed
---@field term string? The term.
---@field meaning string? What it means.

--- Something that a person should know about the reading.
---@class Diagnostic: Placed
---@field severity severity? How much it matters.
---@field code string? Stable, in kebab-case.
---@field message string? What was found, in words.
---@field correction string? YAML to paste into the pack's corrections, where one can be offered.

--- All packs together.
---@class Site
---@field title string? The site's title.
---@field council string? The council's name.
---@field url string? The address at which the site is published.
---@field language string? The language of its pages, as a BCP 47 tag.
---@field time_zone string? The time zone of its meetings, by its name in the tz database.
---@field licence Link? Under which licence the site may be used; its address may be null.
---@field navigation Link[] Pages that the owner wants named on every page.
---@field links Link[] Other places worth knowing, by site.yaml.
---@field today string? The day for which the site is made.
---@field settings Setting[] What the owner set for the theme, in the order of site.yaml.
---@field panels Panel[] The panels, boards and committees, by name.
---@field meetings SiteMeeting[] Every meeting, by date, then by body.
---@field people Person[] Everybody whom the papers name, by name.
---@field reports SiteReport[] Every paper, by its meeting's date, then in the order of its pack.
---@field decisions SiteDecision[] Every decision, by date, then in the order of the minutes.
---@field questions Question[] Every question, likewise.
---@field declarations SiteDeclaration[] Every interest that was declared, likewise.
---@field actions Action[] What was promised or asked for, likewise.
---@field work_plan WorkPlanEntry[] What the panels plan, by date, then by title, over all editions of their work plans.
---@field glossary GlossaryEntry[] The terms of all packs, each once, by term.
---@field packs Pack[] The packs, by file name.
---@field diagnostics Diagnostic[] What the reader reported, pack by pack, then what the packs together show.
---@field completeness Gap[] What the packs leave open, by date.

--- A page or an address elsewhere, by site.yaml.
---@class Link
---@field title string? What it is called.
---@field url string? Its address; of a page of the site its route.

--- A value that the owner of a site gives to its theme.
---@class Setting
---@field name string? Its name.
---@field value string? Its value, as text.

--- A panel, board or committee.
---@class Panel
---@field id string? Slug of the name.
---@field name string? The name: by site.yaml, else as its newest pack prints it in full.
---@field other_names string[] Other spellings, short forms and former names.
---@field short_name string? A short form of the name, by site.yaml.
---@field description string? What it does, by site.yaml.
---@field colour string? A colour for it, by site.yaml.
---@field members Member[] Its members, by the newest pack that lists them.
---@field meetings SiteMeeting[] Its meetings, by date.
---@field decisions SiteDecision[] What it decided, by date.
---@field work_plan WorkPlanEntry[] What it plans, by date.

--- One meeting, drawn from every pack that tells of it.
---@class SiteMeeting: Placed
---@field id string? Slug of date and body.
---@field body string? The panel, board or committee, in proper case.
---@field date string? The day of the meeting.
---@field time string? When it starts.
---@field pre_meeting string? When the members' pre-meeting starts.
---@field venue string? Where it is held.
---@field online boolean Held by video call.
---@field webcast string? The address of the broadcast, where printed.
---@field members Member[] The front sheet's list of members.
---@field contact Contact? The clerk.
---@field notes Note[] The numbered notes for the public.
---@field deadlines Deadline[] When questions, statements and petitions must be in.
---@field agenda AgendaItem[] The items of business; empty where the pack only holds the minutes.
---@field minutes Minutes? The record of the meeting; null where it is only called.
---@field front_matter Block[] The text of the front sheet that is nowhere else.
---@field panel Panel? The panel that meets.
---@field state meeting_state? How far the meeting has come.
---@field items SiteItem[] Its business, in the order of the agenda; what only the minutes have stands behind the item before it.
---@field previous SiteMeeting? The panel's meeting before it.
---@field next SiteMeeting? The panel's meeting after it.
---@field packs Pack[] The packs that tell of it.
---@field changes Change[] What a later pack of the same meeting altered.

--- Something that a later pack of a meeting says in another way; its place is there.
---@class Change: Placed
---@field field string? What changed: `time`, `venue`, …; of an item `title`, `time`, `pages`, `to_follow`, or `agenda` where it came or went.
---@field item string? The number of the agenda item, null where the meeting itself changed.
---@field was string? What the earlier pack says; null where it says nothing.
---@field is string? What the later pack says; null where it says nothing.

--- One item of business, from plan to paper to minute.
---@class SiteItem: Placed
---@field id string? The meeting's id and a slug of the title.
---@field number string? The number on the agenda; where it was on none, in the minutes.
---@field title string? The title.
---@field meeting SiteMeeting? The meeting.
---@field agenda AgendaItem? What the agenda says of it.
---@field minutes MinuteItem? What the minutes say of it.
---@field reports SiteReport[] Its papers.
---@field plan_entries WorkPlanEntry[] The entries of the work plan that came to it.
---@field recommendations Recommendation[] What its papers recommend.
---@field decisions SiteDecision[] What was decided.
---@field questions Question[] What was asked.
---@field actions Action[] What was promised or asked for.

--- Somebody whom the papers name.
---@class Person
---@field id string? Slug of the name.
---@field name string? The name, without honorific, in its fullest spelling.
---@field honorific string? `Councillor`, `Dr`, …; the newest.
---@field other_names string[] Other spellings, and those of people.yaml.
---@field hidden boolean Has no page, no feed and no search entry: a member of the public, or by people.yaml.
---@field party string? The party, by site.yaml.
---@field portrait string? The file of a picture, by site.yaml.
---@field memberships Membership[] Seats and offices, by their first day.
---@field attendance Attendance[] The meetings that the person came to or was missed at, by date.
---@field contributions SiteContribution[] What the person said, by date.
---@field questions_asked Question[] What the person asked.
---@field questions_answered Question[] What the person answered.
---@field declarations SiteDeclaration[] The interests that the person declared.
---@field reports SiteReport[] The papers that the person wrote or answers for.
---@field plan_entries WorkPlanEntry[] The entries of the work plan whose report the person writes.

--- A seat or an office, as long as the packs name it in the same way.
---@class Membership
---@field panel Panel? The panel; null for an office that is none of a panel.
---@field capacity string? `councillor`, `co-opted voting`, …, as of a Member; `substitute`.
---@field office string? `Chair`, `Vice-Chair`, `Co-chair`; without a panel the job, as printed.
---@field organisation string? The body that the person represents.
---@field first string? The first day on which the packs name it.
---@field last string? The last day on which they do.

--- Whether somebody came to one meeting.
---@class Attendance
---@field meeting SiteMeeting? The meeting.
---@field status attendance_status? Whether the person came.

--- What somebody said at one meeting.
---@class SiteContribution
---@field meeting SiteMeeting? The meeting.
---@field item SiteItem? The item of business.
---@field kind contribution_kind? What the speaker did.
---@field contribution Contribution? The words, in the minutes.

--- A decision with what stands beside it.
---@class SiteDecision: Placed
---@field id string? The item's id and the place in its order.
---@field meeting SiteMeeting? The meeting.
---@field item SiteItem? The item of business.
---@field verb string? As of a Decision.
---@field number string? The number of the part, where the decision has several.
---@field text string? The words of the decision, verbatim.
---@field votes Vote[] How the vote on it went.
---@field recommendations Recommendation[] What the item's papers recommended.

--- A question with its replies.
---@class Question: Placed
---@field id string? The item's id and the place in its order.
---@field meeting SiteMeeting? The meeting.
---@field item SiteItem? The item of business.
---@field asker Person? Who asked; null where it can't be known.
---@field name string? Who asked, as printed.
---@field text string? The words, as minuted.
---@field contribution Contribution? The same, in the minutes.
---@field replies Reply[] The answers.
---@field actions Action[] What was promised in answer.

--- An answer to a question.
---@class Reply: Placed
---@field person Person? Who answered; null where it can't be known.
---@field name string? Who answered, as printed.
---@field text string? The words, as minuted.
---@field contribution Contribution? The same, in the minutes.

--- An interest that somebody declared at a meeting.
---@class SiteDeclaration: Placed
---@field id string? The item's id and the place in its order.
---@field meeting SiteMeeting? The meeting.
---@field item SiteItem? The item under which it was declared.
---@field person Person? Who declared it; null where it can't be known.
---@field name string? Who declared it, as the minutes name them.
---@field kind string? As of a Declaration.
---@field reason string? Why.

--- Something that was promised or asked for at a meeting.
---@class Action: Placed
---@field id string? The item's id and the place in its order.
---@field meeting SiteMeeting? The meeting.
---@field item SiteItem? The item of business.
---@field who Person? Who is to do it; null where it can't be known.
---@field name string? Who is to do it, as printed.
---@field text string? The words, as minuted.
---@field taken_up Uptake? Where it is taken up; null where nothing in the packs does.

--- Where something that was promised or asked for is taken up: one of the three.
---@class Uptake
---@field item SiteItem? A later item of business.
---@field report SiteReport? A later paper.
---@field plan_entry WorkPlanEntry? An entry of a later work plan.

--- Something that a panel plans, over all editions of its work plan.
---@class WorkPlanEntry: Placed
---@field id string? The panel's id and a slug of the title.
---@field title string? The title, by the newest edition that has it.
---@field ref string? Its reference.
---@field panel Panel? The panel that it is planned for.
---@field date string? The day that it is planned for, by the newest edition that has it.
---@field editions PlanEdition[] What each edition says of it, the oldest first.
---@field state plan_state? What became of it.
---@field item SiteItem? The item of business that it came to.

--- What one edition of a work plan says of an entry; its place is there.
---@class PlanEdition: Placed
---@field issued string? The day of the edition: its pack's date of issue, else that of its meeting.
---@field date string? The day that the entry is planned for.
---@field title string? The entry's title.
---@field entry ForwardPlanEntry? The whole row.

--- A paper, and where else it went.
---@class SiteReport: Placed
---@field id string? Slug of item and title, the same in every reading of the pack.
---@field title string? The title.
---@field kind report_kind? What sort of paper it is.
---@field agenda_item string? Number of the agenda item it belongs to.
---@field pages integer[]? First and last page, as the agenda prints them.
---@field header ReportHeader? What the box at its head says.
---@field front_matter Block[] Head, cover and contents.
---@field sections Section[] In reading order, flat; `level` gives the tree.
---@field recommendations Recommendation[] What the committee is asked to do.
---@field contact Contact? The report's author, or whom to ask.
---@field background_papers string? As printed.
---@field meeting SiteMeeting? The meeting that it went to.
---@field item SiteItem? The item of business.
---@field also_presented_to SiteMeeting[] Other meetings that it went to.
---@field same_as SiteReport[] Other copies of it.

--- Something that the packs of a site leave open.
---@class Gap: Placed
---@field kind gap_kind? What is open.
---@field meeting SiteMeeting? The meeting that it concerns.
---@field item SiteItem? The item of business.
---@field pages integer[]? The pages of the file that nothing was read of.
---@field count integer? How many words.
---@field message string? The same in words.
