import { Form, Link } from "react-router";
import { z } from "zod";
import { saying } from "../../../forms/text.ts";
import { formatShortDate, type Language } from "../../../language.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { BulkForm } from "../../../ui/selection.tsx";
import { Table } from "../../../ui/Table.tsx";
import { Status, Tag } from "../../../ui/Tag.tsx";
import { tableState } from "../../../ui/table-state.ts";
import { missing, redirectWithToast, representing, signedIn } from "../../../visit.server.ts";
import { type Responsibility, responsibilities } from "../codes.ts";
import { contactWarnings } from "../contact/codes.ts";
import type { Contact } from "../contact/contract.ts";
import { contactText } from "../contact/text.ts";
import { readReach, readRegister, verifyContacts } from "../service.server.ts";
import { organisationText, professionName, responsibilityName } from "../text.ts";
import type { Route } from "./+types/organisation-contacts";
import { EmailLink, PhoneLink } from "./AddressLinks.tsx";
import { ContactWarnings } from "./AnswerCard.tsx";
import { contactLine } from "./contact-line.ts";
import { contactsText } from "./contacts.text.ts";

/** A register is short enough to be shown whole. */
const table = {
	sort: ["responsibility"],
	filters: { responsibility: responsibilities, unit: "text", warning: contactWarnings },
	pageSize: 1000,
} as const;

/** Who answers for what in an organisation; one's own with what needs a hand. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, reading, url } = signedIn(context, request);
	const state = tableState(url, table);
	const { unit, responsibility, warning } = state.filters;
	const isOwn = params.organisationId === actor.organisationId;
	return reading(async (work) => {
		const register = await readRegister(work, params.organisationId, {
			...(unit === undefined ? {} : { unitId: unit }),
			...(responsibility === undefined ? {} : { responsibility }),
			...(warning === undefined ? {} : { warning }),
		});
		const reach = register.can.create ? await readReach(work, "manage-contacts", { withClosed: true }) : null;
		const manages = (unitId: string | null) =>
			reach?.whole === true || (unitId !== null && reach?.units.some((one) => one.id === unitId) === true);
		const mine = (id: string | null) => isOwn && id !== null && actor.membershipIds.includes(id);
		return {
			...{ state, isOwn, warnings: register.byWarning },
			missing: isOwn && register.can.create ? register.missing : [],
			can: { create: register.can.create, verifyMany: reach?.whole === true },
			contacts: register.contacts.toSorted(byResponsibility).map((contact) => ({
				...contact,
				can: {
					change: manages(contact.unitId),
					verify: manages(contact.unitId) || mine(contact.membershipId),
				},
			})),
		};
	});
}

function byResponsibility(one: Contact, other: Contact): number {
	return (places.get(one.responsibility) ?? 0) - (places.get(other.responsibility) ?? 0);
}
const places: ReadonlyMap<string, number> = new Map(
	responsibilities.map((responsibility, place) => [responsibility, place]),
);

const ticked = z.array(z.uuid());

/** "Still correct", for one contact or those that are ticked. */
export async function action({ context, request, params }: Route.ActionArgs) {
	const { actor, language, commanding, url } = representing(context, request);
	if (actor.organisationId !== params.organisationId) missing();
	const ids = ticked.safeParse((await request.formData()).getAll("contact"));
	if (!ids.success) missing();
	const text = contactsText[language];
	const back = url.pathname + url.search;
	if (ids.data.length === 0) return redirectWithToast(back, text.verifyNone);
	const outcome = await commanding((work) => verifyContacts(work, ids.data));
	const refusal = outcome.refused?.[0];
	if (refusal?.code === "missing") missing();
	return redirectWithToast(
		back,
		refusal ? saying(language, contactText[language].refusals)(refusal) : text.verified(outcome.done?.verified ?? 0),
	);
}

type Data = Route.ComponentProps["loaderData"];
type Row = Data["contacts"][number];

export default function OrganisationContacts({ loaderData, params }: Route.ComponentProps) {
	const language = useLanguage();
	const text = contactsText[language];
	const { contacts, can, isOwn, state } = loaderData;
	const base = `/organisations/${params.organisationId}/contacts`;
	return (
		<div className="stack" data-gap="small">
			{can.create && (
				<div className="row">
					<Link className="ds-button" to={`${base}/new`}>
						{text.add}
					</Link>
				</div>
			)}
			{loaderData.missing.length > 0 && <Missing missing={loaderData.missing} base={base} />}
			<Table<Row>
				caption={text.register}
				hideCaption
				rows={contacts}
				total={contacts.length}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => (row.can.change ? `${base}/${row.id}/edit` : undefined)}
				filters={filtersOf(loaderData, language)}
				{...(can.verifyMany
					? { selection: { form: "verify", name: "contact", label: (row: Row) => contactLine(row, language) } }
					: {})}
				columns={columnsOf(language, base)}
				empty={
					<EmptyState
						title={isOwn ? text.emptyOwnTitle : text.emptyOtherTitle}
						{...(can.create ? { action: { to: `${base}/new`, label: text.add } } : {})}
					>
						{isOwn ? text.emptyOwnBody : text.emptyOtherBody}
					</EmptyState>
				}
			/>
			{can.verifyMany && contacts.length > 0 && (
				<BulkForm id="verify" action={base}>
					<SubmitButton variant="secondary" size="sm">
						{text.verifyChosen}
					</SubmitButton>
				</BulkForm>
			)}
		</div>
	);
}

function Missing({ missing, base }: { missing: readonly Responsibility[]; base: string }) {
	const language = useLanguage();
	const text = contactsText[language];
	return (
		<Alert tone="warning" title={text.missingTitle}>
			<p>{text.missingBody}</p>
			<p className="row">
				{missing.map((one) => (
					<Link key={one} className="ds-link" to={`${base}/new?responsibility=${one}`}>
						{organisationText[language].responsibilities[one]}
					</Link>
				))}
			</p>
		</Alert>
	);
}

function filtersOf({ warnings, contacts, state }: Data, language: Language) {
	const text = contactsText[language];
	const units = new Map<string, string>();
	for (const { unitId, unitName } of contacts) if (unitId !== null) units.set(unitId, unitName ?? "");
	return [
		{
			name: "responsibility",
			label: text.responsibility,
			choices: responsibilities.map((one) => ({ value: one, label: responsibilityName(language, one) })),
		},
		...(units.size > 0 || state.filters.unit !== undefined
			? [{ name: "unit", label: text.unit, choices: [...units].map(([value, label]) => ({ value, label })) }]
			: []),
		...(warnings.size > 0
			? [
					{
						name: "warning",
						label: text.warning,
						choices: contactWarnings
							.filter((warning) => warnings.has(warning))
							.map((warning) => ({
								value: warning,
								label: `${contactText[language].warnings[warning]} (${warnings.get(warning)})`,
							})),
					},
				]
			: []),
	];
}

function columnsOf(language: Language, base: string) {
	const text = contactsText[language];
	return [
		{
			key: "responsibility",
			label: text.responsibility,
			cell: (row: Row) =>
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
			cell: (row: Row) => row.unitName ?? organisationText[language].wholeOrganisation,
		},
		{ key: "who", label: text.who, cell: (row: Row) => <Who row={row} /> },
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
		{ key: "status", label: text.status, cell: (row: Row) => <Standing row={row} base={base} /> },
	];
}

function Who({ row }: { row: Row }) {
	const text = contactsText[useLanguage()];
	return (
		<>
			{row.name}
			<Addresses email={row.email} phone={row.phone} />
			{row.note && <span className="quiet list-under">{row.note}</span>}
			{!row.published && <Tag>{text.unpublished}</Tag>}
		</>
	);
}

function Addresses({ email, phone }: { email: string | null; phone: string | null }) {
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
	const text = contactsText[language];
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
						className="ds-button"
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
