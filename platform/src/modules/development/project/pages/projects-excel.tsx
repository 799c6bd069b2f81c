import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayEnter } from "../../rules.ts";
import { statusText } from "../../status/text.ts";
import { listProjects } from "../service.server.ts";
import { projectText } from "../text.ts";
import type { Route } from "./+types/projects-excel";
import { projectPageText } from "./project.text.ts";
import { projectsText } from "./projects.text.ts";
import { goalsOf, narrowProjects, projectTable } from "./table.ts";

const column = (name: keyof (typeof projectsText)["nb"]["columns"]) =>
	header((language) => projectsText[language].columns[name]);
const field = (name: keyof (typeof projectPageText)["nb"]["fields"]) =>
	header((language) => projectPageText[language].fields[name]);

const columns = [
	{ key: "title", kind: "text", required: true, ...column("title") },
	{ key: "unit", kind: "text", ...column("unit") },
	{ key: "purpose", kind: "text", ...column("purpose") },
	{ key: "leader", kind: "text", ...column("leader") },
	{ key: "owner", kind: "text", ...field("ownerName") },
	{ key: "state", kind: "text", ...column("state") },
	{ key: "stall", kind: "text", ...column("stall") },
	{ key: "standing", kind: "text", ...column("standing") },
	{ key: "told", kind: "date", ...column("status") },
	{ key: "reached", kind: "wholeNumber", ...column("goals") },
	{ key: "goals", kind: "wholeNumber", ...header((language) => projectPageText[language].tabs.goals) },
	{ key: "firstDay", kind: "date", ...field("firstDay") },
	{ key: "lastDay", kind: "date", ...field("lastDay") },
	{ key: "hours", kind: "wholeNumber", ...field("hours") },
	{ key: "kroner", kind: "wholeNumber", ...field("kroner") },
] as const;

/** The projects as Excel, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const [text, words] = [projectsText[language], projectText[language]];
	const state = tableState(url, projectTable);
	return listAsExcel(visit, {
		...{ verb: "development-project.export", columns, name: words.title, file: text.file },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			if (!mayEnter(await mandateOf(work))) return undefined;
			return narrowProjects(language, await listProjects(work), state).map((row) => {
				const goals = goalsOf(row);
				return {
					...{ title: row.title, unit: row.unitName, purpose: row.purpose, leader: row.leaderName },
					...{ owner: row.ownerName, state: words.states[row.state] },
					stall: row.stalls.map((one) => words.stalls[one]).join(", ") || null,
					standing: row.latest === null ? null : statusText[language].standings[row.latest.standing],
					...{ told: row.latest?.onDay ?? null, reached: goals.reached, goals: goals.all },
					...{ firstDay: row.firstDay, lastDay: row.lastDay, hours: row.hours, kroner: row.kroner },
				};
			});
		},
	});
}
