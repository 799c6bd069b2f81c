import { dayOf } from "../../../day.ts";
import { record } from "../../../identity/audit.server.ts";
import { formatDate, inEachLanguage, type Language } from "../../../language.ts";
import { excelAnswer } from "../../../spreadsheet/answer.server.ts";
import { sheetOf } from "../../../spreadsheet/written.ts";
import { tableState } from "../../../ui/table-state.ts";
import { missing, signedIn } from "../../../visit.server.ts";
import type { Contact } from "../contact/contract.ts";
import { contactText } from "../contact/text.ts";
import { rowsOfContacts } from "../import/contacts/export.server.ts";
import { contactSheet } from "../import/contacts/sheet.ts";
import { readIdentity, readRegister } from "../service.server.ts";
import type { Route } from "./+types/organisation-contacts-excel";
import { contactRegisterText } from "./contact-register.text.ts";
import { registerQuery, registerTable } from "./register-table.ts";
import { isSame, leftOf } from "./then-columns.tsx";

const text = <const Key extends string>(key: Key, say: (language: Language) => string) =>
	({ key, kind: "text", headers: inEachLanguage(say) }) as const;

/** The columns an import reads, so that the file can come back, and what the register says besides. */
const columns = [
	...contactSheet.columns,
	text("who", (language) => contactRegisterText[language].who),
	text("whoPhone", (language) => contactRegisterText[language].phone),
	text("deputy", (language) => contactRegisterText[language].deputy),
	text("deputyPhone", (language) => contactRegisterText[language].deputyPhone),
	{ key: "verified", kind: "date", headers: inEachLanguage((language) => contactRegisterText[language].lastVerified) },
	text("warnings", (language) => contactRegisterText[language].warning),
] as const;

/** What a register of another day says besides. */
const thenColumns = [
	{ key: "from", kind: "date", headers: { nb: "Fra", nn: "Frå", en: "From" } },
	{ key: "to", kind: "date", headers: { nb: "Til", nn: "Til", en: "To" } },
	text("now", (language) => contactRegisterText[language].now),
] as const;

/** A register as Excel, narrowed as the page is. Taking out one's own is logged. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, language, commanding, url } = signedIn(context, request);
	const { organisationId } = params;
	const outcome = await commanding(async (work) => {
		const organisation = (await readIdentity(work, organisationId)) ?? missing();
		const query = registerQuery(tableState(url, registerTable));
		const { contacts, now } = await readRegister(work, organisationId, query);
		const rows = await rowsOfContacts(work, organisationId, contacts);
		if (organisationId === actor.organisationId)
			await record(work, {
				...{ verb: "contact.export", objectKind: "organisation", objectId: organisationId, organisationId },
				detail: { rows: rows.length, ...(query.asOf === undefined ? {} : { asOf: query.asOf }) },
			});
		return { done: { organisation, contacts, rows, now, asOf: query.asOf ?? null, today: work.today } };
	});
	if (!outcome.done) missing();
	const { organisation, contacts, rows, now, asOf, today } = outcome.done;
	const says = contactRegisterText[language];
	const { warnings } = contactText[language];
	const isThen = now !== null && asOf !== null;
	const taken = formatDate(language, today);
	const noteOf = (name: string) =>
		isThen ? says.registerThen(name, formatDate(language, asOf), taken) : says.registerSource(name, taken);
	const sheet = sheetOf(
		{ columns: isThen ? [...columns, ...thenColumns] : columns },
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
					...{ from: contact.validFrom, to: contact.validTo },
					now: isThen ? nowOf(contact, now.get(contact.id), language) : null,
				},
			];
		}),
		{ name: says.register, notes: [noteOf(organisation.name)] },
	);
	return excelAnswer([sheet], language, `${says.file}-${today}`);
}

function nowOf(then: Contact, now: Contact | undefined, language: Language): string | null {
	const text = contactRegisterText[language];
	if (now === undefined) return text.nowNobody;
	const left = leftOf(now).map((warning) => contactText[language].warnings[warning]);
	if (isSame(then, now)) return left[0] ?? text.nowSame;
	return [now.name ?? now.email, ...left].join("; ");
}
