import { Form } from "react-router";
import { formatShortDate, type Language } from "../../../language.ts";
import { useLanguage } from "../../../ui/language.tsx";
import type { Column } from "../../../ui/Table.tsx";
import { Status, Tag } from "../../../ui/Tag.tsx";
import type { Contact } from "../contact/contract.ts";
import { organisationText, professionName, responsibilityName } from "../text.ts";
import { EmailLink, PhoneLink } from "./AddressLinks.tsx";
import { ContactWarnings } from "./AnswerCard.tsx";
import { contactLine } from "./contact-line.ts";
import { contactRegisterText } from "./contact-register.text.ts";

/** A contact in a register, and what the one who looks may do with it. */
export type RegisterLine = Contact & { readonly can: { readonly change: boolean; readonly verify: boolean } };
type Row = RegisterLine;

/**
 * The columns of a register.
 * @param base the page itself, where "still correct" is sent
 */
export function registerColumns(language: Language, base: string): Column<Row>[] {
	const text = contactRegisterText[language];
	return [
		...placeColumns<Row>(language),
		{ key: "who", label: text.who, sort: true, cell: (row: Row) => <Who row={row} /> },
		{
			key: "deputy",
			label: text.deputy,
			cell: (row: Row) =>
				row.deputyName && (
					<>
						{row.deputyName}
						<Addresses email={row.deputyEmail} phone={row.deputyPhone} />
					</>
				),
		},
		{ key: "verified", label: text.status, sort: true, cell: (row: Row) => <Standing row={row} base={base} /> },
	];
}

/** What a contact is for, and where. */
export function placeColumns<Line extends Contact>(language: Language): Column<Line>[] {
	const text = contactRegisterText[language];
	return [
		{
			key: "responsibility",
			label: text.responsibility,
			sort: true,
			cell: (row) =>
				[
					responsibilityName(language, row.responsibility),
					row.profession === null ? null : professionName(language, row.profession),
				]
					.filter(Boolean)
					.join(", "),
		},
		{
			key: "unit",
			label: text.unit,
			sort: true,
			cell: (row) => row.unitName ?? organisationText[language].wholeOrganisation,
		},
	];
}

function Who({ row }: { row: Row }) {
	const text = contactRegisterText[useLanguage()];
	return (
		<>
			{row.name}
			<Addresses email={row.email} phone={row.phone} />
			{row.note && <span className="quiet list-under">{row.note}</span>}
			{!row.published && <Tag>{text.unpublished}</Tag>}
		</>
	);
}

export function Addresses({ email, phone }: { email: string | null; phone: string | null }) {
	return (
		<>
			{email !== null && (
				<span className="list-under">
					<EmailLink email={email} />
				</span>
			)}
			{phone !== null && (
				<span className="list-under">
					<PhoneLink phone={phone} />
				</span>
			)}
		</>
	);
}

/** What is wrong, or when it last was right; with the one press that says it still is. */
function Standing({ row, base }: { row: Row; base: string }) {
	const language = useLanguage();
	const text = contactRegisterText[language];
	return (
		<>
			<ContactWarnings contact={row} />
			{row.warnings.length === 0 && (
				<Status tone="success">{text.verifiedOn(formatShortDate(language, row.verifiedAt))}</Status>
			)}
			{row.can.verify && row.warnings.includes("unverified") && (
				<Form method="post" action={base}>
					<button
						type="submit"
						className="ds-button list-press"
						data-variant="tertiary"
						data-size="sm"
						name="contact"
						value={row.id}
						aria-label={text.verifyOf(contactLine(row, language))}
					>
						{text.verify}
					</button>
				</Form>
			)}
		</>
	);
}
