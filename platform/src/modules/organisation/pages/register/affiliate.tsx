import { formatDate } from "../../../../language.ts";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { redirectWithToast, representing } from "../../../../visit.server.ts";
import { affiliationKinds } from "../../codes.ts";
import { newAffiliation } from "../../register/contract.ts";
import { affiliate } from "../../service.server.ts";
import { organisationText } from "../../text.ts";
import type { Route } from "./+types/affiliate";
import { affiliationText } from "./affiliation.text.ts";
import { inSentence } from "./in-sentence.ts";
import { opened } from "./opened.server.ts";
import { listOrganisationChoices, parseNamingOrganisations } from "./organisation-choices.server.ts";
import { registerPagesText } from "./register.text.ts";
import { TwoStepPage } from "./TwoStepPage.tsx";
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
			redirectWithToast(`/organisations/${organisationId}/register`, affiliationText[visit.language].affiliated),
	});
}

export default function OrganisationAffiliate({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = registerPagesText[language];
	const belonging = affiliationText[language];
	const { affiliations } = organisationText[language];
	const { id, name, choices, today } = loaderData;
	return (
		<TwoStepPage
			organisation={{ id, name }}
			title={belonging.affiliateTitle(name)}
			lead={belonging.affiliateHint}
			answer={actionData}
			told={({ kind, parentId, from }) => ({
				happens: [
					belonging.belongsFrom(
						name,
						inSentence(affiliations[kind]),
						choices.find((choice) => choice.value === parentId)?.label ?? "",
						formatDate(language, from),
					),
				],
			})}
			submit={belonging.affiliateSubmit}
			values={{ from: today }}
		>
			<Field
				name="kind"
				kind="select"
				label={belonging.relation}
				choices={affiliationKinds.map((kind) => ({ value: kind, label: affiliations[kind] }))}
				required
			/>
			<Field name="parentId" kind="lookup" label={belonging.to} choices={choices} width="full" required />
			<Field name="from" kind="date" label={text.fields.from} required />
		</TwoStepPage>
	);
}
