import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { readResults } from "../../service.server.ts";
import { whyOutside } from "../roll-up.ts";
import { programmeText } from "../text.ts";
import type { Route } from "./+types/results-excel";
import { resultsText } from "./results.text.ts";

const column = (name: keyof (typeof resultsText)["nb"]["columns"]) =>
	header((language) => resultsText[language].columns[name]);

const columns = [
	{ key: "goal", kind: "text", required: true, ...column("goal") },
	{ key: "indicator", kind: "text", ...column("indicator") },
	{ key: "definition", kind: "text", ...column("definition") },
	{ key: "version", kind: "wholeNumber", ...column("version") },
	{ key: "unit", kind: "text", ...column("unit") },
	{ key: "project", kind: "text", ...column("project") },
	{ key: "municipality", kind: "text", ...column("municipality") },
	{ key: "local", kind: "text", ...column("local") },
	{ key: "before", kind: "decimal", ...header((language) => resultsText[language].before) },
	{ key: "after", kind: "decimal", ...header((language) => resultsText[language].after) },
	{ key: "counted", kind: "text", ...column("counted") },
	{ key: "why", kind: "text", ...column("why") },
] as const;

type Read = NonNullable<Awaited<ReturnType<typeof readResults>>>;

/** A row for each goal that is in a total, and for each project that is outside it. */
function linesOf({ rolled, projects }: Read) {
	return rolled.flatMap(({ goal, totals }) =>
		totals.flatMap(({ measure, outside }) => {
			const whys = new Map(outside.map(({ projectId, why }) => [projectId, why]));
			return [...projects.values()].flatMap((project) => {
				const why = whys.get(project.id) ?? null;
				const counted = project.goals.filter((one) => whyOutside(one, goal.id, measure) === null);
				return (why === null ? counted : [null]).map((local) => ({ goal, measure, project, local, why }));
			});
		}),
	);
}

/** What adds up in a programme as Excel, project by project, with what each total is made of. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { language, reading } = visit;
	const [text, words] = [resultsText[language], programmeText[language]];
	const { programme } = (await reading((work) => readResults(work, params.programmeId))) ?? missing();
	return listAsExcel(visit, {
		...{ verb: "programme.export", columns, name: text.title, file: text.file },
		note: (day) => text.source(programme.title, day),
		async read(work) {
			const read = await readResults(work, params.programmeId);
			return (
				read &&
				linesOf(read).map(({ goal, measure, project, local, why }) => ({
					...{ goal: goal.wording, indicator: measure.indicator, definition: measure.definition },
					...{ version: measure.number, unit: measure.measuredIn, project: project.title ?? text.another },
					...{ municipality: project.organisationName, local: local?.wording ?? null },
					...{
						before: local?.baseline ?? null,
						after: local?.value ?? null,
						counted: why === null ? text.yes : text.no,
					},
					why: why && words.outsides[why],
				}))
			);
		},
	});
}
