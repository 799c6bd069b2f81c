import { formatShortDate, type Language } from "../../../language.ts";
import { useLanguage } from "../../../ui/language.tsx";
import type { Column } from "../../../ui/Table.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import type { Contact } from "../contact/contract.ts";
import { ContactWarnings } from "./AnswerCard.tsx";
import { contactRegisterText } from "./contact-register.text.ts";
import { Addresses, placeColumns } from "./register-columns.tsx";

/** A contact as it was on another day, and who answers today for what it was for; null where nobody is entered. */
export type ThenLine = Contact & { readonly now: Contact | null };

/** The columns of a register as of another day than today: who answered then, and who does now. */
export function thenColumns(language: Language): Column<ThenLine>[] {
	const text = contactRegisterText[language];
	return [
		...placeColumns<ThenLine>(language),
		{
			key: "who",
			label: text.whoThen,
			sort: true,
			cell: (row) => (
				<>
					{row.name ?? row.email}
					{row.deputyName !== null && <span className="quiet list-under">{text.withDeputy(row.deputyName)}</span>}
					{/* Whether it had been confirmed is about how sure one can be today. */}
					<ContactWarnings contact={{ warnings: row.warnings.filter((one) => one !== "unverified") }} />
				</>
			),
		},
		{ key: "period", label: text.period, cell: (row) => periodOf(row, language) },
		{ key: "now", label: text.now, cell: (row) => <Now row={row} /> },
	];
}

function periodOf({ validFrom, validTo }: Contact, language: Language): string {
	const text = contactRegisterText[language];
	const from = formatShortDate(language, validFrom);
	return validTo === null ? text.since(from) : text.between(from, formatShortDate(language, validTo));
}

function Now({ row: { now, ...then } }: { row: ThenLine }) {
	const text = contactRegisterText[useLanguage()];
	if (now === null) return <Tag tone="warning">{text.nowNobody}</Tag>;
	const left = <ContactWarnings contact={{ warnings: leftOf(now) }} />;
	if (isSame(then, now)) return leftOf(now).length > 0 ? left : text.nowSame;
	return (
		<>
			{now.name}
			<Addresses email={now.email} phone={now.phone} />
			{left}
		</>
	);
}

/** That the one who answers has left, and whether somebody stands in. */
export function leftOf({ warnings }: Contact): Contact["warnings"] {
	return warnings.filter((one) => one === "vacant" || one === "holder-left");
}

/** Whether the same person, or the same post box, answers. */
export function isSame(then: Contact, now: Contact): boolean {
	return then.membershipId === null
		? now.membershipId === null && then.email === now.email && then.phone === now.phone
		: then.membershipId === now.membershipId;
}
