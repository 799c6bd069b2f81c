import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Details } from "../../../../ui/Details.tsx";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { id } from "../../../organisation/contract.ts";
import { noteContact, openReached, removeContact } from "../../service.server.ts";
import { contactHows } from "../codes.ts";
import { contactFacts } from "../contract.ts";
import { offerStateOf } from "../rules.ts";
import { helpText } from "../text.ts";
import type { Route } from "./+types/reached-one";
import { helpPageText } from "./help.text.ts";
import { OfferStands } from "./OfferStands.tsx";
import { reachedText } from "./reached.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => ({
		reached: (await openReached(work, params.partyId)) ?? missing(),
		today: work.today,
	}));
}

const removal = z.object({ contactId: id });

export async function action({ context, request, params: { partyId } }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = reachedText[language].one;
	const here = `/development/help/reached/${partyId}`;
	const form = await request.formData();
	if (form.get("do") === "remove") {
		const parsed = parseForm(removal, form);
		if (parsed.refusals) return data({ ...parsed, deed: "remove" }, 422);
		const outcome = await commanding((work) => removeContact(work, partyId, parsed.values.contactId));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: "remove" }, 422);
		return redirectWithToast(here, text.removed);
	}
	const parsed = parseForm(contactFacts, form);
	if (parsed.refusals) return data({ ...parsed, deed: "note" }, 422);
	const outcome = await commanding((work) => noteContact(work, partyId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: "note" }, 422);
	return redirectWithToast(here, text.added);
}

/** What one municipality has been offered, what it answered, and when somebody was in contact with it. */
export default function ReachedOnePage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [page, help, words] = [reachedText[language], helpPageText[language], helpText[language]];
	const text = page.one;
	const { reached, today } = loaderData;
	const { columns } = help;
	const say = saying(language, words.refusals);
	const day = (value: string) => formatShortDate(language, value);
	const of = (what: string) => (actionData?.deed === what ? actionData : undefined);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(reached.name)}</title>
			<PageHeader
				title={reached.name}
				lead={`${text.local}: ${reached.local ?? text.nobody}`}
				trail={[
					{ to: "/development/help", label: words.title },
					{ to: "/development/help/reached", label: page.title },
				]}
			/>
			<Section title={text.offers}>
				<Table
					caption={text.offers}
					hideCaption
					rows={reached.offers}
					rowKey={(row) => row.id}
					rowHref={(row) => `/development/help/${row.helpId}/offers/${row.id}`}
					columns={[
						{ key: "title", label: columns.title, cell: (row) => row.title },
						{ key: "way", label: columns.way, cell: (row) => words.ways[row.way] },
						{ key: "begun", label: columns.begun, cell: (row) => help.begun[row.begun] },
						{ key: "said", label: columns.said, cell: (row) => day(row.saidOn) },
						{ key: "state", label: columns.state, cell: (row) => <OfferStands state={offerStateOf(row)} /> },
						{ key: "why", label: columns.why, cell: (row) => row.answerWords },
					]}
					empty={
						<EmptyState
							title={text.noOffers}
							action={{ to: "/development/help?whose=own", label: helpText[language].title }}
						>
							{text.noOffersBody}
						</EmptyState>
					}
				/>
			</Section>
			<Section title={text.contacts} lead={text.contactsLead}>
				<Table
					caption={text.contacts}
					hideCaption
					rows={reached.contacts}
					rowKey={(row) => row.id}
					columns={[
						{ key: "on", label: text.fields.onDay, cell: (row) => day(row.onDay) },
						{ key: "how", label: text.fields.how, cell: (row) => words.hows[row.how] },
						{ key: "about", label: text.fields.about, cell: (row) => <span className="pre-line">{row.about}</span> },
						{ key: "by", label: page.letIn.contactColumns.by, cell: (row) => row.notedBy },
						{
							...{ key: "remove", label: text.remove },
							cell: (row) => (
								<TaskForm refused={of("remove")} say={say} prefix={`remove-${row.id}-`} className="">
									<input type="hidden" name="contactId" value={row.id} />
									<SubmitButton name="do" value="remove" variant="tertiary">
										{text.remove}
									</SubmitButton>
								</TaskForm>
							),
						},
					]}
					empty={<EmptyState title={text.noContacts}>{text.contactsLead}</EmptyState>}
				/>
				<Details summary={text.add} open={of("note") !== undefined}>
					<TaskForm refused={of("note")} values={{ onDay: today }} labels={text.fields} say={say}>
						<Field name="onDay" kind="date" max={today} required />
						<Field
							name="how"
							kind="select"
							required
							choices={contactHows.map((one) => ({ value: one, label: words.hows[one] }))}
						/>
						<Field name="about" kind="textarea" rows={3} maxLength={1000} width="full" required />
						<SubmitButton name="do" value="note">
							{text.add}
						</SubmitButton>
					</TaskForm>
				</Details>
			</Section>
		</div>
	);
}
