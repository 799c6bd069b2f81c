import { DraftForm } from "../../../../draft/DraftForm.tsx";
import { wordsOf } from "../../../../draft/merge.ts";
import { answerDraft, saveDraft } from "../../../../draft/save.server.ts";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { representing } from "../../../../visit.server.ts";
import { version } from "../../../organisation/contract.ts";
import { carryRules } from "../../award/codes.ts";
import { awardPageText } from "../../award/pages/award.text.ts";
import { changeCall } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { type CallContent, moneyFacts } from "../contract.ts";
import { writeText } from "../write.text.ts";
import type { Route } from "./+types/money";
import { after, StepsHead } from "./StepsHead.tsx";
import { headOf, writingOf } from "./writing.server.ts";

/** The second step: how much, and when. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const writing = await writingOf(work, params.callId);
		const { draft } = writing;
		return { head: headOf(writing), version: draft.revision, words: moneyWords(draft.content) };
	});
}

function moneyWords(content: CallContent) {
	return wordsOf(moneyFacts.parse(content));
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const { callId } = params;
	const form = await request.formData();
	const answer = await saveDraft(form, moneyFacts.extend({ version }), {
		save: (values) => commanding((work) => changeCall(work, callId, values)),
		current: () =>
			reading(async (work) => {
				const { draft } = await writingOf(work, callId);
				return { version: draft.revision, words: moneyWords(draft.content) };
			}),
	});
	const { head } = await reading(async (work) => ({ head: headOf(await writingOf(work, callId)) }));
	return answerDraft(form, answer, { to: after("money", head), toast: writeText[language].saved });
}

export default function MoneyStep({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = writeText[language];
	const { head, version: revision, words } = loaderData;
	return (
		<div className="stack">
			<StepsHead head={head} step="money" />
			<DraftForm
				version={revision}
				words={words}
				refused={actionData}
				labels={text.fields}
				refusals={fundingText[language].refusals}
				save={text.save}
				cancelTo={`/funding/calls/${head.id}`}
			>
				<fieldset className="form-section">
					<legend className="ds-heading" data-size="xs">
						{text.amounts}
					</legend>
					<Field name="pot" kind="number" whole unit="kr" required="sometimes" />
					<Field name="lowest" kind="number" whole unit="kr" />
					<Field name="highest" kind="number" whole unit="kr" />
					<Field name="ownShare" kind="number" whole unit="%" required="sometimes" hint={text.shareHint} />
				</fieldset>
				<fieldset className="form-section">
					<legend className="ds-heading" data-size="xs">
						{text.days}
					</legend>
					<Field name="opensOn" kind="date" required="sometimes" />
					<Field name="closesOn" kind="date" required="sometimes" />
					<Field name="decidesOn" kind="date" required="sometimes" hint={text.decidesHint} />
					<Field name="spendBy" kind="date" required="sometimes" />
					<Field name="interimOn" kind="date" hint={text.interimHint} />
					<Field name="reportOn" kind="date" required="sometimes" />
				</fieldset>
				<Field name="droppedShare" kind="number" whole unit="%" hint={text.droppedHint} />
				<Field
					name="carries"
					kind="radio"
					required
					choices={carryRules.map((value) => ({ value, label: awardPageText[language].carryChoices[value] }))}
				/>
				<Field
					name="carryOver"
					kind="textarea"
					rows={3}
					maxLength={1000}
					required="sometimes"
					hint={text.carryOverHint}
				/>
			</DraftForm>
		</div>
	);
}
