import { data, Link } from "react-router";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { houseText } from "../../../text.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { uiText } from "../../../ui/text.ts";
import { redirectWithToast, representing } from "../../../visit.server.ts";
import { usualMeasure } from "../codes.ts";
import { commitmentFacts } from "../contract.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { addCommitment } from "../service.server.ts";
import type { Route } from "./+types/commitment-new";
import "./agreement.css";
import { nameOfTheme } from "../words.ts";
import { CommitmentFields } from "./CommitmentFields.tsx";
import { partyUnitChoices } from "./choices.server.ts";
import { commitmentText } from "./commitment.text.ts";
import { writableBy } from "./opened.server.ts";
import { writeText } from "./write.text.ts";

/** One more promise under a theme. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, language, url } = representing(context, request);
	return reading(async (work) => {
		const { agreement, themes, parties, organisationId } = await writableBy(work, params.agreementId);
		const theme = themes.find(({ id }) => id === url.searchParams.get("theme")) ?? themes[0];
		return {
			...{ id: agreement.id, title: agreement.title, themeId: theme?.id ?? "", organisationId },
			measure: theme === undefined ? "" : usualMeasure[theme.theme],
			themes: themes.map(({ id, theme: code, name }) => ({ value: id, label: nameOfTheme(language, code, name) })),
			parties: parties.map(({ organisationId: value, name: label }) => ({ value, label })),
			units: await partyUnitChoices(work, parties),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(commitmentFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => addCommitment(work, params.agreementId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(
		`/agreements/${params.agreementId}/themes/${parsed.values.themeId}`,
		commitmentText[language].commitmentAdded,
	);
}

export default function CommitmentNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = writeText[language];
	const commitmentWords = commitmentText[language];
	const { id, title, themes, parties, themeId, measure, organisationId } = loaderData;
	const here = `/agreements/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(commitmentWords.newCommitment)}</title>
			<PageHeader title={commitmentWords.newCommitment} trail={[{ to: here, label: title }]} />
			<TaskForm
				refused={actionData}
				values={{ themeId, measure, per: "year", partyId: organisationId }}
				labels={text.fields}
				say={saying(language, agreementRefusalText[language].refusals)}
			>
				<CommitmentFields themes={themes} parties={parties} units={loaderData.units} />
				<div className="task-buttons">
					<SubmitButton>{commitmentWords.addCommitment}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
