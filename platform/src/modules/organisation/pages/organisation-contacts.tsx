import { z } from "zod";
import { saying } from "../../../forms/text.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { BulkForm } from "../../../ui/selection.tsx";
import { Table } from "../../../ui/Table.tsx";
import { tableState } from "../../../ui/table-state.ts";
import { missing, redirectWithToast, representing, signedIn } from "../../../visit.server.ts";
import { contactText } from "../contact/text.ts";
import { mayImport } from "../import/rules.ts";
import { mayAnywhere } from "../rules.ts";
import { mandateOf, readReach, readRegister, verifyContacts } from "../service.server.ts";
import type { Route } from "./+types/organisation-contacts";
import { contactLine } from "./contact-line.ts";
import { contactRegisterText } from "./contact-register.text.ts";
import { leaversOf, RegisterNotices } from "./RegisterNotices.tsx";
import { type RegisterLine, registerColumns } from "./register-columns.tsx";
import { registerFilters } from "./register-filters.ts";
import { registerQuery, registerTable } from "./register-table.ts";
import { ThenRegister } from "./ThenRegister.tsx";

/** Who answers for what in an organisation; one's own with what needs a hand. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, reading, url } = signedIn(context, request);
	const state = tableState(url, registerTable);
	const isOwn = params.organisationId === actor.organisationId;
	return reading(async (work) => {
		const { offset, pageSize } = state;
		const register = await readRegister(work, params.organisationId, { ...registerQuery(state), offset, pageSize });
		const reach = register.can.create ? await readReach(work, "manage-contacts", { withClosed: true }) : null;
		const manages = (unitId: string | null) =>
			reach?.whole === true || (unitId !== null && reach?.units.some((one) => one.id === unitId) === true);
		const mine = (id: string | null) => isOwn && id !== null && actor.membershipIds.includes(id);
		const mandate = await mandateOf(work);
		const { now } = register;
		const managed = now !== null ? [] : register.vacant.filter((contact) => manages(contact.unitId));
		return {
			...{ state, isOwn, total: register.total, units: register.units, firstDay: register.firstDay },
			earlier: now && register.contacts.map((contact) => ({ ...contact, now: now.get(contact.id) ?? null })),
			...{ byWarning: register.byWarning, byResponsibility: register.byResponsibility },
			leavers: leaversOf(managed, mayAnywhere(mandate, "manage-people")),
			missing: reach?.whole && now === null ? register.missing : [],
			can: {
				create: register.can.create,
				manageAll: reach?.whole === true && now === null,
				import: isOwn && mayImport(mandate, "contacts"),
			},
			contacts:
				now !== null
					? []
					: register.contacts.map((contact) => ({
							...contact,
							can: {
								change: manages(contact.unitId),
								verify: manages(contact.unitId) || mine(contact.membershipId),
							},
						})),
		};
	});
}

const ticked = z.array(z.uuid());

/** "Still correct", for one contact or those that are ticked. */
export async function action({ context, request, params }: Route.ActionArgs) {
	const { actor, language, commanding, url } = representing(context, request);
	if (actor.organisationId !== params.organisationId) missing();
	const ids = ticked.safeParse((await request.formData()).getAll("contact"));
	if (!ids.success) missing();
	const text = contactRegisterText[language];
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

export default function OrganisationContacts({ loaderData, params }: Route.ComponentProps) {
	const language = useLanguage();
	const text = contactRegisterText[language];
	const { contacts, can, isOwn, state } = loaderData;
	const base = `/organisations/${params.organisationId}/contacts`;
	if (loaderData.earlier !== null) return <ThenRegister {...loaderData} rows={loaderData.earlier} base={base} />;
	return (
		<div className="stack" data-gap="small">
			{(can.create || can.import) && (
				<div className="row">
					{can.create && (
						<Link className="ds-button" to={`${base}/new`}>
							{text.add}
						</Link>
					)}
					{can.import && (
						<Link className="ds-button" data-variant="secondary" to="/import/contacts">
							{text.importMany}
						</Link>
					)}
				</div>
			)}
			<RegisterNotices leavers={loaderData.leavers} missing={loaderData.missing} base={base} />
			<Table<RegisterLine>
				caption={text.register}
				hideCaption
				rows={contacts}
				total={loaderData.total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => (row.can.change ? `${base}/${row.id}/edit` : undefined)}
				searchLabel={text.search}
				filters={registerFilters(loaderData, language)}
				excel={`${base}.xlsx`}
				{...(can.manageAll
					? { selection: { form: "verify", name: "contact", label: (row: RegisterLine) => contactLine(row, language) } }
					: {})}
				columns={registerColumns(language, base)}
				empty={
					<EmptyState
						title={isOwn ? text.emptyOwnTitle : text.emptyOtherTitle}
						{...(can.create ? { action: { to: `${base}/new`, label: text.add } } : {})}
					>
						{isOwn ? text.emptyOwnBody : text.emptyOtherBody}
					</EmptyState>
				}
			/>
			{can.manageAll && contacts.length > 0 && (
				<BulkForm id="verify" action={base}>
					<SubmitButton variant="secondary" size="sm">
						{text.verifyChosen}
					</SubmitButton>
				</BulkForm>
			)}
		</div>
	);
}
