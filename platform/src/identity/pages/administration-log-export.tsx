import { formatDate, formatMoment, formatNumber } from "../../language.ts";
import { writeWorkbook } from "../../spreadsheet/write.server.ts";
import { sheetOf } from "../../spreadsheet/written.ts";
import { tableState } from "../../ui/table-state.ts";
import { missing, representing } from "../../visit.server.ts";
import { record } from "../audit.server.ts";
import { listOrganisationLog } from "../audit-log.server.ts";
import { logTable, readLogFilter } from "../log-filter.ts";
import { limit } from "../rate.server.ts";
import { mayReadLog } from "../rules.ts";
import type { Route } from "./+types/administration-log-export";
import { logText } from "./log.text.ts";
import { logRows } from "./log-rows.server.ts";

/** The most lines in one file; a note in it says when there are more. */
const mostLines = 50_000;

const columns = (["at", "what", "who", "about", "object", "kind"] as const).map((key) => {
	const word = (
		{ at: "when", what: "what", who: "who", about: "about", object: "object", kind: "objectFilter" } as const
	)[key];
	return {
		key,
		kind: "text",
		required: false,
		headers: { nb: logText.nb[word], nn: logText.nn[word], en: logText.en[word] },
	} as const;
});

/** The log of the organisation represented as Excel, narrowed as the page is. Taking it out is itself logged. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, commanding, url } = representing(context, request);
	if (!mayReadLog(actor)) missing();
	await limit(context, "own-data", actor.personId);
	const state = tableState(url, logTable);
	const filter = readLogFilter(url.searchParams, state);
	const text = logText[language];
	const outcome = await commanding(async (work) => {
		const page = await listOrganisationLog(work, filter, { cursor: null, limit: mostLines });
		if (!page) missing();
		await record(work, { verb: "log.export", objectKind: "log", objectId: null, detail: { lines: page.items.length } });
		return {
			done: { rows: await logRows(work, page.items, language), isCut: page.next !== null, today: work.today },
		};
	});
	if (!outcome.done) missing();
	const { rows, isCut, today } = outcome.done;
	const sheet = sheetOf(
		{ columns },
		rows.map((row) => ({
			at: formatMoment(language, row.at),
			what: row.what,
			who: row.who ?? (row.actorKind === "link" ? text.byLink : text.program),
			about: row.about === "hidden" ? text.aboutHidden : (row.about?.title ?? null),
			object: row.object?.title ?? null,
			kind: row.objectKind,
		})),
		{
			name: text.title,
			notes: [
				text.source(actor.organisationName ?? "", formatDate(language, today)),
				...(isCut ? [text.cut(formatNumber(language, mostLines))] : []),
			],
		},
	);
	return new Response(new Uint8Array(await writeWorkbook({ sheets: [sheet], language })), {
		headers: {
			"Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			"Content-Disposition": `attachment; filename="laeringsarena-logg-${today}.xlsx"`,
		},
	});
}
