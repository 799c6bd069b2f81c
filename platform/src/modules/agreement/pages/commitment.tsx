import { DraftForm } from "../../../draft/DraftForm.tsx";
import { wordsOf } from "../../../draft/merge.ts";
import { answerDraft, saveDraft } from "../../../draft/save.server.ts";
import { houseText } from "../../../text.ts";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { missing, representing } from "../../../visit.server.ts";
import { type Commitment, commitmentFacts, versionOnly } from "../contract.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { changeCommitment } from "../service.server.ts";
import type { Route } from "./+types/commitment";
import "./agreement.css";
import { nameOfTheme, shownIn } from "../words.ts";
import { CommitmentFields } from "./CommitmentFields.tsx";
import { partyUnitChoices } from "./choices.server.ts";
import { commitmentText } from "./commitment.text.ts";
import { writableBy } from "./opened.server.ts";
import { writeText } from "./write.text.ts";

/** A promise as it is written. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, language } = representing(context, request);
	return reading(async (work) => {
		const { agreement, themes, parties, commitments } = await writableBy(work, params.agreementId);
		const one = commitments.find(({ id }) => id === params.commitmentId) ?? missing();
		const theme = themes.find(({ id }) => id === one.themeId);
		return {
			...{ id: agreement.id, title: agreement.title, commitmentId: one.id, version: one.version },
			...{ words: commitmentWords(one), themeId: one.themeId },
			themeName: theme === undefined ? "" : nameOfTheme(language, theme.theme, theme.name),
			themes: themes.map(({ id, theme: code, name }) => ({ value: id, label: nameOfTheme(language, code, name) })),
			parties: parties.map(({ organisationId: value, name: label }) => ({ value, label })),
			units: await partyUnitChoices(work, parties),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const { agreementId, commitmentId } = params;
	const form = await request.formData();
	const result = await saveDraft(form, commitmentFacts.extend(versionOnly.shape), {
		async save(values) {
			const changed = await commanding((work) => changeCommitment(work, agreementId, commitmentId, values));
			return changed.refused ? changed : { done: { version: values.version + 1 } };
		},
		current: () =>
			reading(async (work) => {
				const { commitments } = await writableBy(work, agreementId);
				const now = commitments.find(({ id }) => id === commitmentId);
				return now && { version: now.version, words: commitmentWords(now) };
			}),
	});
	return answerDraft(form, result, { to: `/agreements/${agreementId}`, toast: writeText[language].saved });
}

function commitmentWords(one: Commitment) {
	return wordsOf(commitmentFacts.parse(one));
}

export default function CommitmentPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = writeText[language];
	const commitmentWords = commitmentText[language];
	const { id, title, commitmentId, version, words, themes, parties, themeId, themeName } = loaderData;
	const here = `/agreements/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(commitmentWords.commitment)}</title>
			<PageHeader
				title={commitmentWords.commitment}
				trail={[
					{ to: here, label: title },
					{ to: `${here}/themes/${themeId}`, label: themeName },
				]}
			/>
			<DraftForm
				version={version}
				words={words}
				refused={actionData}
				labels={text.fields}
				shown={shownIn(language, [...themes, ...parties])}
				refusals={agreementRefusalText[language].refusals}
				cancelTo={`${here}/themes/${themeId}`}
			>
				<CommitmentFields themes={themes} parties={parties} units={loaderData.units} />
			</DraftForm>
			<p>
				<Link className="ds-link" to={`${here}/commitments/${commitmentId}/remove`}>
					{commitmentWords.removeCommitment}
				</Link>
			</p>
		</div>
	);
}
