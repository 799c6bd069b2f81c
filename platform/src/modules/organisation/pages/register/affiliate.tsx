import { saying } from "../../../../forms/text.ts";
import { formatDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { redirectWithToast, representing } from "../../../../visit.server.ts";
import { affiliationKinds } from "../../codes.ts";
import { newAffiliation } from "../../register/contract.ts";
import { registerText } from "../../register/text.ts";
import { affiliate } from "../../service.server.ts";
import { organisationText } from "../../text.ts";
import type { Route } from "./+types/affiliate";
import { ConfirmStep } from "./ConfirmStep.tsx";
import { inSentence } from "./in-sentence.ts";
import { NextOrCancel } from "./NextOrCancel.tsx";
import { opened } from "./opened.server.ts";
import { listOrganisationChoices, parseNamingOrganisations } from "./organisation-choices.server.ts";
import { registerPagesText } from "./register.text.ts";
import { registerTrail } from "./trail.ts";
import { inTwoSteps } from "./two-steps.server.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { organisation, newest } = await opened(work, params.organisationId, "keepRegister");
		const { id } = organisation;
		return { id, name: newest.name, today: work.today, choices: await listOrganisationChoices(work, { except: id }) };
	});
}

const form = newAffiliation.omit({ organisationId: true });

export async function action({ context, request, params }: Route.ActionArgs) {
	const visit = representing(context, request);
	const { organisationId } = params;
	const sent = await request.formData();
	const choices = await visit.reading(async (work) => {
		await opened(work, organisationId, "keepRegister");
		return listOrganisationChoices(work, { except: organisationId });
	});
	return inTwoSteps(visit, sent, parseNamingOrganisations(choices, form, sent, ["parentId"]), {
		verb: (work, values) => affiliate(work, { ...values, organisationId }),
		fieldOf: (refusal) => ({ ...refusal, field: refusal.field === "from" ? "from" : "parentId" }),
		after: () =>
			redirectWithToast(`/organisations/${organisationId}/register`, registerPagesText[visit.language].affiliated),
	});
}

export default function OrganisationAffiliate({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = registerPagesText[language];
	const { affiliations } = organisationText[language];
	const { id, name, choices, today } = loaderData;
	const confirm = actionData?.confirm;
	const title = text.affiliateTitle(name);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={confirm ? undefined : text.affiliateHint}
				trail={registerTrail(language, id, name)}
			/>
			{confirm ? (
				<ConfirmStep
					given={actionData.given}
					submit={text.affiliateSubmit}
					happens={[
						text.belongsFrom(
							name,
							inSentence(affiliations[confirm.kind]),
							choices.find((choice) => choice.value === confirm.parentId)?.label ?? "",
							formatDate(language, confirm.from),
						),
					]}
				/>
			) : (
				<TaskForm refused={actionData} values={{ from: today }} say={saying(language, registerText[language].refusals)}>
					<Field
						name="kind"
						kind="select"
						label={text.relation}
						choices={affiliationKinds.map((kind) => ({ value: kind, label: affiliations[kind] }))}
						required
					/>
					<Field name="parentId" kind="lookup" label={text.to} choices={choices} width="full" required />
					<Field name="from" kind="date" label={text.fields.from} required />
					<NextOrCancel cancelTo={`/organisations/${id}/register`} />
				</TaskForm>
			)}
		</div>
	);
}
