import { data } from "react-router";
import { saying } from "../../../forms/text.ts";
import { houseText } from "../../../text.ts";
import { findNamed } from "../../../ui/choice.ts";
import { Field } from "../../../ui/Field.tsx";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Section } from "../../../ui/Section.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { Table } from "../../../ui/Table.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { redirectWithToast, representing } from "../../../visit.server.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { addParty } from "../service.server.ts";
import { agreementText } from "../text.ts";
import type { Route } from "./+types/parties";
import "./agreement.css";
import { organisationChoices } from "../../organisation/service.server.ts";
import { Person } from "./ContactList.tsx";
import { openedFor } from "./opened.server.ts";
import { partyText } from "./party.text.ts";
import { writeText } from "./write.text.ts";

/** Who the agreement is between, and who coordinates it there. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { agreement, parties, can } = await openedFor(work, params.agreementId, "edit", "follow");
		return {
			...{ id: agreement.id, title: agreement.title, keeperId: agreement.organisationId, canEdit: can.edit, parties },
			choices: can.edit ? await organisationChoices(work) : [],
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const typed = String((await request.formData()).get("partyId") ?? "");
	const given = { partyId: typed };
	const found = findNamed(await reading(organisationChoices), typed);
	if (!found) return data({ refusals: [{ code: "organisation-unknown", field: "partyId" }], given }, 422);
	const outcome = await commanding((work) => addParty(work, params.agreementId, found.value));
	if (outcome.refused) return data({ refusals: outcome.refused, given }, 422);
	return redirectWithToast(`/agreements/${params.agreementId}/parties`, partyText[language].partyAdded);
}

export default function Parties({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = writeText[language];
	const partyWords = partyText[language];
	const words = agreementText[language];
	const refusalWords = agreementRefusalText[language];
	const { id, title, keeperId, canEdit, parties, choices } = loaderData;
	const here = `/agreements/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(partyWords.partyTitle)}</title>
			<PageHeader title={partyWords.partyTitle} trail={[{ to: here, label: title }]} />
			<Table
				caption={partyWords.partyTitle}
				hideCaption
				rows={parties}
				rowKey={(one) => one.organisationId}
				rowHref={(one) => `${here}/parties/${one.organisationId}`}
				columns={[
					{ key: "name", label: partyWords.newParty, cell: (one) => one.name },
					{ key: "side", label: text.fields.side, cell: (one) => words.sides[one.side] },
					{ key: "signs", label: partyWords.signs, cell: (one) => (one.signs ? partyWords.yes : partyWords.no) },
					{
						key: "coordinator",
						label: text.fields.coordinatorName,
						cell: (one) =>
							one.coordinatorName === null ? "" : <Person name={one.coordinatorName} email={one.coordinatorEmail} />,
					},
					{ key: "deputy", label: text.fields.deputyName, cell: (one) => one.deputyName ?? "" },
					...(canEdit
						? [
								{
									key: "remove",
									label: partyWords.removeParty,
									cell: (one: (typeof parties)[number]) =>
										one.organisationId === keeperId ? (
											""
										) : (
											<Link className="ds-link" to={`${here}/parties/${one.organisationId}/remove`}>
												{partyWords.takeOut}
												<span className="visually-hidden"> {one.name}</span>
											</Link>
										),
								},
							]
						: []),
				]}
			/>
			{canEdit && (
				<Section title={partyWords.addParty}>
					<TaskForm refused={actionData} say={saying(language, refusalWords.refusals)}>
						<Field name="partyId" label={partyWords.newParty} kind="lookup" required choices={choices} width="full" />
						<div>
							<SubmitButton variant="secondary">{partyWords.addParty}</SubmitButton>
						</div>
					</TaskForm>
				</Section>
			)}
		</div>
	);
}
