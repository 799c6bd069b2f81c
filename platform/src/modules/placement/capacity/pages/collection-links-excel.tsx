import { dayOf } from "../../../../day.ts";
import { excelAnswer } from "../../../../spreadsheet/answer.server.ts";
import { header } from "../../../../spreadsheet/list.server.ts";
import { sheetOf } from "../../../../spreadsheet/written.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { makeCapacityLinks } from "../service.server.ts";
import type { Route } from "./+types/collection-links-excel";
import { collectionText } from "./collection.text.ts";

const of = (word: keyof (typeof collectionText)["nb"]["linkColumns"]) =>
	header((language) => collectionText[language].linkColumns[word]);

const columns = [
	{ key: "name", kind: "text", ...of("site") },
	{ key: "contactName", kind: "text", ...of("contact") },
	{ key: "contactEmail", kind: "text", ...of("email") },
	{ key: "link", kind: "text", ...of("link") },
	{ key: "until", kind: "date", ...of("until") },
] as const;

export function loader() {
	missing();
}

/** Makes a link for each site of a collection that has not answered, and gives them out once. */
export async function action({ context, request, params }: Route.ActionArgs) {
	const { house, language, commanding } = representing(context, request);
	const text = collectionText[language];
	const outcome = await commanding((work) => makeCapacityLinks(work, params.collectionId, language));
	const made = outcome.done ?? missing();
	const rows = made.map(({ path, expiresAt, ...site }) => ({
		...{ ...site, link: new URL(path, house.configuration.url).href, until: dayOf(expiresAt) },
	}));
	const sheet = sheetOf({ columns }, rows, { name: text.linksSheet, notes: [text.linksNote] });
	return excelAnswer([sheet], language, text.linksFile);
}
