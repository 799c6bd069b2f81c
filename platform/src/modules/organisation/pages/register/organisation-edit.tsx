import { data, Link } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { languageNames, languages } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { ownDetails } from "../../register/contract.ts";
import { registerText } from "../../register/text.ts";
import { changeOwnDetails, languageOf, readOrganisation } from "../../service.server.ts";
import { organisationsText } from "../organisations.text.ts";
import type { Route } from "./+types/organisation-edit";
import { registerPagesText } from "./register.text.ts";

/** What an organisation may change of itself. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const organisation = await readOrganisation(work, params.organisationId);
		if (!organisation?.can.change || !organisation.identity) missing();
		const { id, identity } = organisation;
		return { id, identity, letters: await languageOf(work, id) };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(ownDetails, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => changeOwnDetails(work, params.organisationId, parsed.values));
	if (outcome.refused) {
		if (outcome.refused.some(({ code }) => code === "missing" || code === "not-allowed")) missing();
		return data({ refusals: outcome.refused, given: parsed.given }, 422);
	}
	return redirectWithToast(`/organisations/${params.organisationId}`, registerPagesText[language].edited);
}

export default function OrganisationEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = registerPagesText[language];
	const { id, identity, letters } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.editOwn)}</title>
			<PageHeader
				title={text.editOwn}
				lead={text.editLead}
				trail={[
					{ to: "/organisations", label: organisationsText[language].title },
					{ to: `/organisations/${id}`, label: identity.name },
				]}
			/>
			<TaskForm
				refused={actionData}
				values={{ ...identity, language: letters }}
				labels={text.fields}
				say={saying(language, registerText[language].refusals)}
			>
				<input type="hidden" name="version" value={identity.version} />
				<Field name="shortName" maxLength={60} autoComplete="off" />
				<Field name="website" kind="url" maxLength={300} autoComplete="off" width="full" />
				<Field
					name="language"
					kind="radio"
					required
					hint={text.lettersHint}
					choices={languages.map((one) => ({ value: one, label: languageNames[one] }))}
				/>
				<div className="task-buttons">
					<SubmitButton>{text.editSubmit}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={`/organisations/${id}`}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
