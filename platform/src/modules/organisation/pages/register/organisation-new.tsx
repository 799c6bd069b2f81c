import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { newOrganisation } from "../../register/contract.ts";
import { registerText } from "../../register/text.ts";
import { listRegistrableKinds, registerOrganisation } from "../../service.server.ts";
import { organisationsText } from "../organisations.text.ts";
import type { Route } from "./+types/organisation-new";
import { ConfirmStep } from "./ConfirmStep.tsx";
import { IdentityFields } from "./IdentityFields.tsx";
import { identityForm } from "./identity-form.ts";
import { inSentence } from "./in-sentence.ts";
import { NextOrCancel } from "./NextOrCancel.tsx";
import { namesOf } from "./other-names.ts";
import { registerPagesText } from "./register.text.ts";
import { inTwoSteps } from "./two-steps.server.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const kinds = await listRegistrableKinds(work);
		if (kinds.length === 0) missing();
		return { kinds: kinds.map(({ code, name }) => ({ value: code, label: name[language] })), today: work.today };
	});
}

const form = newOrganisation.pick({ kind: true, validFrom: true }).extend(identityForm.shape);

export async function action({ context, request }: Route.ActionArgs) {
	const visit = representing(context, request);
	const sent = await request.formData();
	return inTwoSteps(visit, sent, parseForm(form, sent), {
		verb: (work, values) => registerOrganisation(work, { ...values, otherNames: namesOf(values.otherNames) }),
		after: ({ id }, { name }) =>
			redirectWithToast(`/organisations/${id}`, registerPagesText[visit.language].registered(name)),
	});
}

export default function OrganisationNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = registerPagesText[language];
	const { kinds, today } = loaderData;
	const confirm = actionData?.confirm;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader
				title={text.newTitle}
				lead={confirm ? undefined : text.newLead}
				trail={[{ to: "/organisations", label: organisationsText[language].title }]}
			/>
			{confirm ? (
				<ConfirmStep
					given={actionData.given}
					submit={text.newSubmit}
					happens={[
						text.registers(
							confirm.name,
							inSentence(kinds.find((kind) => kind.value === confirm.kind)?.label ?? confirm.kind),
							formatDate(language, confirm.validFrom ?? today),
						),
						...(confirm.number === null ? [] : [text.numbered(confirm.number)]),
						confirm.latitude === null ? text.notOnMap : text.onMap,
						text.thenAdministrator,
					]}
				/>
			) : (
				<TaskForm
					refused={actionData}
					values={{ sourceDate: today }}
					labels={text.fields}
					say={saying(language, registerText[language].refusals)}
				>
					<Field name="kind" kind="select" choices={kinds} none={text.chooseKind} required />
					<Field name="validFrom" kind="date" hint={text.hints.validFrom} />
					<IdentityFields />
					<NextOrCancel cancelTo="/organisations" />
				</TaskForm>
			)}
		</div>
	);
}
