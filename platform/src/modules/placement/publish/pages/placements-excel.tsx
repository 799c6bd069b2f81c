import { record } from "../../../../identity/audit.server.ts";
import { formatDate, inEachLanguage } from "../../../../language.ts";
import { excelAnswer } from "../../../../spreadsheet/answer.server.ts";
import { sheetOf } from "../../../../spreadsheet/written.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { professionName } from "../../../organisation/text.ts";
import { listPlacements } from "../service.server.ts";
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
const text = (key: Exclude<keyof (typeof publishPagesText)["nb"]["columns"], "days" | "minutes" | "year">) =>
	({ key, kind: "text", headers: header(key) }) as const;
const year = { key: "year", kind: "wholeNumber", headers: header("year") } as const;

/** Who comes when, site by site; and where each student goes. */
const lists = {
	"placements-by-site": [
		text("host"),
		text("site"),
		firstDay,
		lastDay,
		text("student"),
		text("course"),
		text("profession"),
		year,
		text("institution"),
		text("supervisor"),
		text("state"),
	],
	"placements-by-student": [
		text("student"),
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
		const { rows, total } = await listPlacements(work, {
			...query,
			sort: bySite ? "site" : "student",
			descending: false,
		});
		await record(work, {
			...{ verb: "placement.export", objectKind: "organisation", objectId: actor.organisationId },
			detail: { rows: total },
		});
		return { done: { rows, today: work.today } };
	});
	if (!outcome.done) missing();
	const { rows, today } = outcome.done;
	const pages = publishPagesText[language];
	const given = rows.map((row) => ({
		...row,
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
		rank: row.rank === null ? null : String(row.rank),
	}));
	const name = bySite ? pages.bySite : pages.byStudent;
	const sheet = sheetOf({ columns: bySite ? lists["placements-by-site"] : lists["placements-by-student"] }, given, {
		name,
		notes: [formatDate(language, today)],
	});
	return excelAnswer([sheet], language, `${bySite ? pages.fileSites : pages.fileStudents}-${today}`);
}
