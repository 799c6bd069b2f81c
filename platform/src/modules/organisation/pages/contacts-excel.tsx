import { formatDate, type Language } from "../../../language.ts";
import { excelAnswer } from "../../../spreadsheet/answer.server.ts";
import { sheetOf } from "../../../spreadsheet/written.ts";
import { tableState } from "../../../ui/table-state.ts";
import { missing, signedIn } from "../../../visit.server.ts";
import { contactText } from "../contact/text.ts";
import { type AnsweredOrganisation, whoAnswersWhere } from "../service.server.ts";
import { professionName, responsibilityName } from "../text.ts";
import type { Route } from "./+types/contacts-excel";
import { askedTable, countryQuery, readQuestion } from "./asked.ts";
import { contactsText } from "./contacts.text.ts";

type Word = "organisation" | "county" | "who" | "email" | "phone" | "status";

function column<const Key extends Word>(key: Key) {
	const headers = { nb: contactsText.nb[key], nn: contactsText.nn[key], en: contactsText.en[key] };
	return { key, kind: "text", required: false, headers } as const;
}

const columns = [
	column("organisation"),
	column("county"),
	column("who"),
	column("email"),
	column("phone"),
	column("status"),
] as const;

/** Who answers in every organisation, as Excel, narrowed as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = signedIn(context, request);
	const asked = readQuestion(url);
	const { responsibility, profession } = asked;
	if (responsibility === null) missing();
	const query = countryQuery(tableState(url, askedTable), asked);
	const { rows, today } = await reading(async (work) => ({
		...(await whoAnswersWhere(work, { responsibility, profession }, query)),
		today: work.today,
	}));
	const text = contactsText[language];
	const what = responsibilityName(language, responsibility);
	const question = profession === null ? what : `${what}, ${professionName(language, profession)}`;
	const sheet = sheetOf(
		{ columns },
		rows.map((row) => asCells(row, language)),
		{ name: what, notes: [text.source(question, formatDate(language, asked.asOf ?? today))] },
	);
	return excelAnswer([sheet], language, `${text.file}-${today}`);
}

function asCells({ organisation, answer }: AnsweredOrganisation, language: Language) {
	const { steps, warnings } = contactText[language];
	return {
		organisation: organisation.name,
		county: organisation.countyName,
		...{ who: answer.name, email: answer.email, phone: answer.phone },
		status: [steps[answer.step], ...(answer.contact?.warnings ?? []).map((warning) => warnings[warning])].join("; "),
	};
}
