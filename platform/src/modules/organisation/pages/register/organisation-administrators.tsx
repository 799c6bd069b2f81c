import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { operatorOrganisationId } from "../../../../identity/actor.ts";
import { formatDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { appointment } from "../../register/contract.ts";
import { registerText } from "../../register/text.ts";
import { appointAdministrator, readAdministrators } from "../../service.server.ts";
import { organisationsText } from "../organisations.text.ts";
import type { Route } from "./+types/organisation-administrators";
import { administratorsText } from "./administrators.text.ts";
import { ConfirmStep } from "./ConfirmStep.tsx";
import { inTwoSteps } from "./two-steps.server.ts";

/** Who administers an organisation, and a way to give it its first administrator. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const found = (await readAdministrators(work, params.organisationId)) ?? missing();
		return { ...found, today: work.today, isOperator: params.organisationId === operatorOrganisationId };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const visit = representing(context, request);
	const { organisationId } = params;
	await visit.reading(async (work) => (await readAdministrators(work, organisationId)) ?? missing());
	const sent = await request.formData();
	return inTwoSteps(visit, sent, parseForm(appointment, sent), {
		verb: (work, values) => appointAdministrator(work, organisationId, values),
		after: (_, { name }) =>
			redirectWithToast(
				`/organisations/${organisationId}/administrators`,
				administratorsText[visit.language].appointed(name),
			),
	});
}

export default function OrganisationAdministrators({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = administratorsText[language];
	const { organisation, administrators, today, isOperator } = loaderData;
	const confirm = actionData?.confirm;
	const title = text.of(organisation.name);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={isOperator ? text.operatorsLead : text.ofLead}
				trail={
					isOperator
						? [
								{ to: "/administration", label: houseText[language].administration },
								{ to: "/administration/administrators", label: text.title },
							]
						: [
								{ to: "/organisations", label: organisationsText[language].title },
								{ to: `/organisations/${organisation.id}`, label: organisation.name },
							]
				}
			/>
			{confirm ? (
				<ConfirmStep
					given={actionData.given}
					submit={text.appointSubmit}
					happens={[
						text.happens(confirm.name, confirm.email, organisation.name, formatDate(language, today)),
						isOperator ? text.mayOperate : text.mayAll,
						text.signsIn,
						text.tell,
					]}
				/>
			) : (
				<>
					<Table
						caption={title}
						hideCaption
						rows={administrators}
						rowKey={(one) => `${one.name} ${one.email}`}
						columns={[
							{ key: "name", label: text.name, cell: (one) => one.name },
							{ key: "email", label: text.email, cell: (one) => one.email ?? "" },
						]}
						empty={<EmptyState title={text.none}>{text.noneBody}</EmptyState>}
					/>
					<Section title={text.appoint}>
						<TaskForm
							refused={actionData}
							labels={{ name: text.name, email: text.email }}
							say={saying(language, registerText[language].refusals)}
						>
							<Field name="name" required maxLength={200} autoComplete="off" width="full" />
							<Field name="email" kind="email" required autoComplete="off" width="full" hint={text.appointHint} />
							<div className="task-buttons">
								<SubmitButton>{text.appoint}</SubmitButton>
							</div>
						</TaskForm>
					</Section>
				</>
			)}
		</div>
	);
}
