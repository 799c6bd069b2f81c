import { dayOf } from "../../../day.ts";
import { record } from "../../../identity/audit.server.ts";
import { formatDate, inEachLanguage, type Language } from "../../../language.ts";
import { excelAnswer } from "../../../spreadsheet/answer.server.ts";
import { sheetOf } from "../../../spreadsheet/written.ts";
import { tableState } from "../../../ui/table-state.ts";
import { missing, signedIn } from "../../../visit.server.ts";
import { contactText } from "../contact/text.ts";
import { rowsOfContacts } from "../import/contacts/export.server.ts";
import { contactSheet } from "../import/contacts/sheet.ts";
import { readIdentity, readRegister } from "../service.server.ts";
import type { Route } from "./+types/organisation-contacts-excel";
import { contactsText } from "./contacts.text.ts";
import { registerQuery, registerTable } from "./register-table.ts";

const text = <const Key extends string>(key: Key, say: (language: Language) => string) =>
	({ key, kind: "text", headers: inEachLanguage(say) }) as const;

/** The columns an import reads, so that the file can come back, and what the register says besides. */
const columns = [
	...contactSheet.columns,
	text("who", (language) => contactsText[language].who),
	text("whoPhone", (language) => contactsText[language].phone),
	text("deputy", (language) => contactsText[language].deputy),
	text("deputyPhone", (language) => contactsText[language].deputyPhone),
	{ key: "verified", kind: "date", headers: inEachLanguage((language) => contactsText[language].lastVerified) },
	text("warnings", (language) => contactsText[language].warning),
] as const;

/** A register as Excel, narrowed as the page is. Taking out one's own is logged. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, language, commanding, url } = signedIn(context, request);
	const { organisationId } = params;
	const outcome = await commanding(async (work) => {
		const organisation = (await readIdentity(work, organisationId)) ?? missing();
		const { contacts } = await readRegister(work, organisationId, registerQuery(tableState(url, registerTable)));
		const rows = await rowsOfContacts(work, organisationId, contacts);
		if (organisationId === actor.organisationId)
			await record(work, {
				...{ verb: "contact.export", objectKind: "organisation", objectId: organisationId, organisationId },
				detail: { rows: rows.length },
			});
		return { done: { organisation, contacts, rows, today: work.today } };
	});
	if (!outcome.done) missing();
	const { organisation, contacts, rows, today } = outcome.done;
	const says = contactsText[language];
	const { warnings } = contactText[language];
	const sheet = sheetOf(
		{ columns },
		rows.flatMap((row, index) => {
			const contact = contacts[index];
			if (!contact) return [];
			return [
				{
					...row,
					...{ who: contact.name, whoPhone: contact.phone },
					...{ deputy: contact.deputyName, deputyPhone: contact.deputyPhone },
					verified: dayOf(contact.verifiedAt),
					warnings: contact.warnings.map((warning) => warnings[warning]).join("; "),
				},
			];
		}),
		{ name: says.register, notes: [says.registerSource(organisation.name, formatDate(language, today))] },
	);
	return excelAnswer([sheet], language, `${says.file}-${today}`);
}
