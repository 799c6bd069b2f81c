import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { endingText } from "../../ending/text.ts";
import { projectText } from "../../project/text.ts";
import { listCards } from "../../service.server.ts";
import { practiceText } from "../text.ts";
import type { Route } from "./+types/cards-excel";
import { cardText } from "./card.text.ts";
import { cardsText } from "./cards.text.ts";
import { cardTable, narrowCards } from "./table.ts";

const column = (name: keyof (typeof cardsText)["nb"]["columns"]) =>
	header((language) => cardsText[language].columns[name]);
const field = (name: keyof (typeof cardText)["nb"]["fields"]) => header((language) => cardText[language].fields[name]);
const word = (name: "goal" | "baseline" | "last" | "tells" | "ending") =>
	header((language) => cardText[language][name]);

const columns = [
	{ key: "title", kind: "text", required: true, ...column("title") },
	{ key: "organisation", kind: "text", ...column("organisation") },
	{ key: "setting", kind: "text", ...field("setting") },
	{ key: "size", kind: "text", ...field("size") },
	{ key: "state", kind: "text", ...column("state") },
	{ key: "ending", kind: "text", ...word("ending") },
	{ key: "goal", kind: "text", ...word("goal") },
	{ key: "baseline", kind: "decimal", ...word("baseline") },
	{ key: "last", kind: "decimal", ...word("last") },
	{ key: "tells", kind: "text", ...word("tells") },
	{ key: "lesson", kind: "text", ...field("lesson") },
	{ key: "adoptions", kind: "wholeNumber", ...column("adoptions") },
	{ key: "inUse", kind: "wholeNumber", ...column("inUse") },
	{ key: "validated", kind: "date", ...column("validated") },
	{ key: "revalidate", kind: "date", ...field("revalidateOn") },
	{ key: "visibility", kind: "text", ...column("visibility") },
] as const;

/** The cards as Excel, a row for each goal of each, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const [text, words] = [cardsText[language], practiceText[language]];
	const state = tableState(url, cardTable);
	return listAsExcel(visit, {
		...{ verb: "practice-card.export", columns, name: words.title, file: text.file },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			const cards = await listCards(work);
			return (
				cards &&
				narrowCards(language, cards, state).flatMap((card) => {
					const { result } = card;
					const goals = result && result.measured.length > 0 ? result.measured : [null];
					return goals.map((goal) => ({
						...{ title: card.title, organisation: card.organisationName, setting: card.setting, size: card.size },
						state: result && projectText[language].states[result.state],
						ending: result?.outcome ? endingText[language].outcomes[result.outcome] : null,
						...{ goal: goal?.wording ?? null, baseline: goal?.baseline ?? null, last: goal?.value ?? null },
						tells: goal && words.changes[goal.change],
						...{ lesson: card.lesson, adoptions: card.adoptions, inUse: card.stages.inUse },
						...{ validated: card.validatedOn, revalidate: card.revalidateOn },
						visibility: words.visibilities[card.visibility],
					}));
				})
			);
		},
	});
}
