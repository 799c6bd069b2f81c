import { dayOf } from "../../../../day.ts";
import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { representing } from "../../../../visit.server.ts";
import { openCollection } from "../../service.server.ts";
import { reachWords } from "../reach-words.ts";
import { collectText } from "../text.ts";
import type { Route } from "./+types/collection-excel";

const columns = [
	{ key: "unit", kind: "text", required: true, ...header((language) => collectText[language].unit) },
	{ key: "reach", kind: "text", ...header((language) => collectText[language].reach) },
	{ key: "reminded", kind: "date", ...header((language) => collectText[language].remindedOn("").trim()) },
	{ key: "answered", kind: "date", ...header((language) => collectText[language].answeredOn) },
	{ key: "by", kind: "text", ...header((language) => collectText[language].answeredBy) },
	{ key: "taken", kind: "date", ...header((language) => collectText[language].columns.taken) },
] as const;

/** Who was asked and who has answered, as Excel. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, house, language } = visit;
	const text = collectText[language];
	const mails = house.configuration.mail.smtpUrl !== undefined;
	const day = (moment: Date | null) => moment && dayOf(moment);
	return listAsExcel(visit, {
		...{ verb: "competence-collection.export", columns, name: text.title, file: text.file },
		note: (today) => text.source(actor.organisationName ?? "", today),
		async read(work) {
			const opened = await openCollection(work, params.collectionId, mails);
			return opened?.asked.map((one) => ({
				...{ unit: one.unitName, reach: reachWords(language, one.reach), reminded: day(one.remindedAt) },
				...{ answered: day(one.answeredAt), by: one.answeredBy, taken: day(one.takenAt) },
			}));
		},
	});
}
