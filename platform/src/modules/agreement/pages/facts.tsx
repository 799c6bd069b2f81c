import { DraftForm } from "../../../draft/DraftForm.tsx";
import { wordsOf } from "../../../draft/merge.ts";
import { answerDraft, saveDraft } from "../../../draft/save.server.ts";
import { houseText } from "../../../text.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { missing, representing } from "../../../visit.server.ts";
import { type Agreement, agreementFacts, versionOnly } from "../contract.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { changeFacts, openAgreement } from "../service.server.ts";
import type { Route } from "./+types/facts";
import "./agreement.css";
import { shownIn } from "../words.ts";
import { parentChoices, sectorChoices } from "./choices.server.ts";
import { DaysFields, KindFields } from "./FactsFields.tsx";
import { writableBy } from "./opened.server.ts";
import { writeText } from "./write.text.ts";

/** What is said of the agreement itself. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const { agreement } = await writableBy(work, params.agreementId);
		const { id, title, version } = agreement;
		return {
			id,
			title,
			version,
			words: factWords(agreement),
			parents: await parentChoices(work, id),
			sectors: await sectorChoices(work, language),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const { agreementId } = params;
	const form = await request.formData();
	if (form.get("kind") !== "inter-municipal") form.delete("legalForm");
	const result = await saveDraft(form, agreementFacts.extend(versionOnly.shape), {
		save: (values) => commanding((work) => changeFacts(work, agreementId, values)),
		current: async () => {
			const opened = await reading((work) => openAgreement(work, agreementId, null));
			if (opened.refused) missing();
			return { version: opened.done.agreement.version, words: factWords(opened.done.agreement) };
		},
	});
	return answerDraft(form, result, { to: `/agreements/${agreementId}`, toast: writeText[language].saved });
}

function factWords(agreement: Agreement) {
	return wordsOf(agreementFacts.parse(agreement));
}

export default function AgreementFactsPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = writeText[language];
	const { id, title, version, words, parents, sectors } = loaderData;
	const here = `/agreements/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.factsTitle)}</title>
			<PageHeader title={text.factsTitle} trail={[{ to: here, label: title }]} />
			<DraftForm
				version={version}
				words={words}
				refused={actionData}
				labels={text.fields}
				shown={shownIn(language, [...parents, ...sectors])}
				refusals={agreementRefusalText[language].refusals}
				cancelTo={here}
			>
				<KindFields sectors={sectors} />
				<DaysFields parents={parents} />
			</DraftForm>
		</div>
	);
}
