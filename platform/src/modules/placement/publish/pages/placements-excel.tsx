import { record } from "../../../../identity/audit.server.ts";
import { formatDate, inEachLanguage } from "../../../../language.ts";
import { excelAnswer } from "../../../../spreadsheet/answer.server.ts";
import { sheetOf } from "../../../../spreadsheet/written.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { professionName } from "../../../organisation/text.ts";
import { listToShare } from "../service.server.ts";
import { publishText } from "../text.ts";
import type { Route } from "./+types/placements-excel";
import { placementsQuery, placementsTable } from "./placements-table.ts";
import { publishPagesText } from "./publish.text.ts";

const header = (key: keyof (typeof publishPagesText)["nb"]["columns"]) =>
	inEachLanguage((language) => publishPagesText[language].columns[key]);
const firstDay = {
	key: "firstDay",
	kind: "date",
	headers: { nb: "Første dag", nn: "Første dag", en: "First day" },
} as const;
const lastDay = {
	key: "lastDay",
	kind: "date",
	headers: { nb: "Siste dag", nn: "Siste dag", en: "Last day" },
} as const;
const text = (key: Exclude<keyof (typeof publishPagesText)["nb"]["columns"], "days" | "minutes" | "rank" | "year">) =>
	({ key, kind: "text", headers: header(key) }) as const;
const year = { key: "year", kind: "wholeNumber", headers: header("year") } as const;

/** Who comes when and how they are reached, site by site; and where each student goes, with those who have no place. */
const lists = {
	"placements-by-site": [
		text("host"),
		text("site"),
		firstDay,
		lastDay,
		text("student"),
		text("email"),
		text("phone"),
		text("course"),
		text("profession"),
		year,
		text("institution"),
		text("supervisor"),
		text("state"),
	],
	"placements-by-student": [
		text("student"),
		text("number"),
		text("institution"),
		text("course"),
		year,
		firstDay,
		lastDay,
		text("site"),
		text("host"),
		text("supervisor"),
		text("state"),
		text("answer"),
	],
} as const;

/** The list as Excel, narrowed as the page is. Taking it out is logged. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, commanding, url } = representing(context, request);
	const bySite = url.pathname.includes("by-site");
	const query = placementsQuery(tableState(url, placementsTable), url);
	const outcome = await commanding(async (work) => {
		const shared = await listToShare(work, { ...query, sort: bySite ? "site" : "student", descending: false });
		await record(work, {
			...{ verb: "placement.export", objectKind: "organisation", objectId: actor.organisationId },
			detail: { rows: shared.rows.length },
		});
		return { done: { ...shared, today: work.today } };
	});
	if (!outcome.done) missing();
	const { rows, reached, unplaced, today } = outcome.done;
	const pages = publishPagesText[language];
	const nobody = { number: null, email: null, phone: null };
	const given = rows.map((row) => ({
		...row,
		...(reached.get(row.id) ?? nobody),
		host: row.hostName,
		site: row.siteName,
		student: row.studentName,
		course: row.courseName,
		profession: professionName(language, row.profession),
		year: row.yearOfStudy,
		institution: row.institutionName,
		supervisor: row.supervisorName,
		state: publishText[language].states[row.state],
		answer: row.studentAnswer === null ? null : publishText[language].studentAnswers[row.studentAnswer],
	}));
	const without = unplaced.map((row) => ({
		...{ ...row, host: null, site: null, supervisor: null, answer: null, profession: null },
		...{ student: row.studentName, course: row.courseName, year: row.yearOfStudy, institution: row.institutionName },
		state: pages.without,
	}));
	const name = bySite ? pages.bySite : pages.byStudent;
	const sheet = sheetOf(
		{ columns: bySite ? lists["placements-by-site"] : lists["placements-by-student"] },
		bySite ? given : [...given, ...without],
		{
			name,
			notes: [formatDate(language, today)],
		},
	);
	return excelAnswer([sheet], language, `${bySite ? pages.fileSites : pages.fileStudents}-${today}`);
}
