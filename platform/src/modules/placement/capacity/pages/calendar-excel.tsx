import { formatDate, inEachLanguage } from "../../../../language.ts";
import { excelAnswer } from "../../../../spreadsheet/answer.server.ts";
import type { Column } from "../../../../spreadsheet/contract.ts";
import { header } from "../../../../spreadsheet/list.server.ts";
import { sheetOf } from "../../../../spreadsheet/written.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { readCalendar } from "../service.server.ts";
import { termOf } from "../week.ts";
import type { Route } from "./+types/calendar-excel";
import { pagesText } from "./capacity.text.ts";
import { loadText } from "./load.text.ts";
import { dayIn } from "./tables.ts";

/** The calendar as Excel: a column for each week, taken of published. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const text = pagesText[language];
	const loadWords = loadText[language];
	const { calendar, today } = await reading(async (work) => {
		if (!mayCoordinate(await mandateOf(work))) missing();
		const term = termOf(work.today);
		const firstDay = dayIn(url.searchParams.get("from")) ?? term.firstDay;
		const lastDay = dayIn(url.searchParams.get("to")) ?? term.lastDay;
		const search = url.searchParams.get("q") ?? "";
		return { calendar: await readCalendar(work, { firstDay, lastDay, search }), today: work.today };
	});
	const columns: readonly Column[] = [
		{ key: "site", kind: "text", ...header((one) => pagesText[one].columns.site) },
		...calendar.weeks.map(({ year, week }) => ({
			key: `week-${year}-${week}`,
			kind: "text" as const,
			headers: inEachLanguage((one) => `${loadText[one].week(week)} ${year}`),
		})),
	];
	const rows = calendar.rows.map((row) => ({
		site: row.siteName,
		...Object.fromEntries(
			row.cells.map((cell, index) => {
				const week = calendar.weeks[index];
				const taken = cell.load + cell.held;
				const said = cell.cap === null && taken === 0 ? null : `${taken} / ${cell.cap ?? 0}`;
				return [`week-${week?.year}-${week?.week}`, said];
			}),
		),
	}));
	const notes = [loadWords.calendarNote, formatDate(language, today)];
	return excelAnswer(
		[sheetOf({ columns }, rows, { name: loadWords.calendarTitle, notes })],
		language,
		`${text.fileName}-${today}`,
	);
}
