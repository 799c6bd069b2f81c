import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { readRoundHead } from "../service.server.ts";
import type { Route } from "./+types/plan-excel";
import { planState, readPlanRows } from "./plan-rows.server.ts";
import { runPagesText } from "./run.text.ts";

type ColumnWord = keyof (typeof runPagesText)["nb"]["planColumns"];
const of = (word: ColumnWord) => header((language) => runPagesText[language].planColumns[word]);

const columns = [
	{ key: "student", kind: "text", ...of("student") },
	{ key: "institution", kind: "text", headers: { nb: "Institusjon", nn: "Institusjon", en: "Institution" } },
	{ key: "course", kind: "text", ...of("course") },
	{ key: "firstDay", kind: "date", headers: { nb: "Første dag", nn: "Første dag", en: "First day" } },
	{ key: "lastDay", kind: "date", headers: { nb: "Siste dag", nn: "Siste dag", en: "Last day" } },
	{ key: "site", kind: "text", ...of("site") },
	{ key: "host", kind: "text", headers: { nb: "Praksisvert", nn: "Praksisvert", en: "Host" } },
	{ key: "rank", kind: "wholeNumber", ...of("rank") },
	{ key: "minutes", kind: "wholeNumber", ...of("minutes") },
] as const;

/** More rows than any round has. */
const everything = 1_000_000;

/** A plan as Excel, whole or as the list is narrowed, before it is published as after. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { language, reading, url } = visit;
	const round = (await reading((work) => readRoundHead(work, params.roundId))) ?? missing();
	const text = runPagesText[language];
	const cut = { offset: 0, pageSize: everything, language };
	const { rows } = await readPlanRows(reading, params.runId, planState(url), cut);
	return listAsExcel(visit, {
		...{ verb: "round.export", columns, name: text.plan, file: text.planFile },
		note: (day) => `${round.round.name}, ${day}.`,
		read: async () =>
			rows.map(({ student, institution, course, firstDay, lastDay, site, host, rank, minutes }) => ({
				...{ student, institution, course, firstDay, lastDay, site, host, rank, minutes },
			})),
	});
}
