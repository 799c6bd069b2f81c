import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { representing } from "../../../../visit.server.ts";
import { openCollection } from "../../service.server.ts";
import { collectText } from "../text.ts";
import type { Route } from "./+types/needs-excel";

const columns = [
	{ key: "unit", kind: "text", required: true, ...header((language) => collectText[language].unit) },
	{ key: "need", kind: "text", ...header((language) => collectText[language].need) },
	{ key: "category", kind: "text", ...header((language) => collectText[language].category) },
	{ key: "people", kind: "wholeNumber", ...header((language) => collectText[language].people) },
	{ key: "applied", kind: "wholeNumber", ...header((language) => collectText[language].applied) },
	{ key: "own", kind: "wholeNumber", ...header((language) => collectText[language].own) },
	{ key: "reason", kind: "text", ...header((language) => collectText[language].reason) },
	{ key: "priority", kind: "wholeNumber", ...header((language) => collectText[language].priority) },
	{ key: "decision", kind: "text", ...header((language) => collectText[language].decision) },
	{ key: "because", kind: "text", ...header((language) => collectText[language].because) },
] as const;

/** What the units need, in the order it is weighed, to be taken along to an application that lives elsewhere. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language } = visit;
	const text = collectText[language];
	return listAsExcel(visit, {
		...{ verb: "funding-need.export", columns, name: text.title.slice(0, 31), file: text.file },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			const opened = await openCollection(work, params.collectionId);
			if (opened.refused) return undefined;
			const { needs, collection } = opened.done;
			const names = new Map(collection.categories.map(({ id, name }) => [id, name]));
			return needs.map((need) => ({
				...{ unit: need.unitName, need: need.title, category: names.get(need.category) ?? null, people: need.people },
				...{ applied: need.applied, own: need.own, reason: need.reason, priority: need.priority },
				decision: need.decision === null ? text.undecided : text.decisions[need.decision],
				because: need.because,
			}));
		},
	});
}
