import { data, Link } from "react-router";
import { z } from "zod";
import { saying } from "../../../../forms/text.ts";
import { operatorOrganisationId } from "../../../../identity/actor.ts";
import { mayOperate } from "../../../../identity/rules.ts";
import { redirect } from "../../../../redirect.server.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { id } from "../../contract.ts";
import { registerText } from "../../register/text.ts";
import { listAdministered, listPeople } from "../../service.server.ts";
import type { Route } from "./+types/administrators";
import { administratorsText } from "./administrators.text.ts";
import { listOrganisationChoices, parseNamingOrganisations } from "./organisation-choices.server.ts";

/** Those who operate the installation, and the organisations that have somebody to begin. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading } = representing(context, request);
	if (!mayOperate(actor)) missing();
	return reading(async (work) => ({
		operators: (await listPeople(work, { role: "administrator" })).rows,
		administered: await listAdministered(work),
		choices: await listOrganisationChoices(work),
	}));
}

const form = z.object({ organisationId: id });

/** Chooses whose first administrator it is; the appointing has its own page. */
export async function action({ context, request }: Route.ActionArgs) {
	const { actor, reading } = representing(context, request);
	if (!mayOperate(actor)) missing();
	const choices = await reading((work) => listOrganisationChoices(work));
	const parsed = parseNamingOrganisations(choices, form, await request.formData(), ["organisationId"]);
	if (parsed.refusals) return data(parsed, 422);
	return redirect(`/organisations/${parsed.values.organisationId}/administrators`);
}

export default function Administrators({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = administratorsText[language];
	const { operators, administered, choices } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={text.lead}
				trail={[{ to: "/administration", label: houseText[language].administration }]}
			/>
			<Section
				title={text.operators}
				lead={text.operatorsLead}
				actions={
					<Link
						className="ds-button"
						data-variant="secondary"
						to={`/organisations/${operatorOrganisationId}/administrators`}
					>
						{text.appoint}
					</Link>
				}
			>
				<Table
					caption={text.operatorsTable}
					hideCaption
					rows={operators}
					rowKey={(one) => one.id}
					rowHref={(one) => `/people/${one.id}`}
					columns={[
						{ key: "name", label: text.name, cell: (one) => one.name },
						{ key: "email", label: text.email, cell: (one) => one.email ?? "" },
						{
							key: "account",
							label: text.signedIn,
							cell: (one) =>
								one.personId === null ? (
									<Status tone="warning">{text.noAccount}</Status>
								) : (
									<Status tone="success">{text.hasAccount}</Status>
								),
						},
						{
							key: "end",
							label: text.end,
							cell: (one) => (
								<Link className="ds-link" to={`/people/${one.id}/end`} aria-label={text.endOf(one.name)}>
									{text.end}
								</Link>
							),
						},
					]}
				/>
			</Section>
			<Section title={text.first}>
				<TaskForm refused={actionData} say={saying(language, registerText[language].refusals)}>
					<Field
						name="organisationId"
						kind="lookup"
						label={text.choose}
						hint={text.chooseHint}
						choices={choices}
						width="full"
						required
					/>
					<div className="task-buttons">
						<SubmitButton variant="secondary">{text.go}</SubmitButton>
					</div>
				</TaskForm>
			</Section>
			<Section title={text.organisations} lead={text.organisationsLead}>
				<Table
					caption={text.organisationsTable}
					hideCaption
					rows={administered}
					rowKey={(one) => one.organisation.id}
					rowHref={(one) => `/organisations/${one.organisation.id}/administrators`}
					columns={[
						{ key: "organisation", label: text.organisation, cell: (one) => one.organisation.name },
						{
							key: "administrators",
							label: text.title,
							cell: (one) => one.administrators.map((administrator) => administrator.name).join(", "),
						},
					]}
					empty={<EmptyState title={text.organisationsNone} />}
				/>
			</Section>
		</div>
	);
}
