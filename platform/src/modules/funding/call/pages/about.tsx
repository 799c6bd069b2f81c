import { DraftForm } from "../../../../draft/DraftForm.tsx";
import { wordsOf } from "../../../../draft/merge.ts";
import { answerDraft, saveDraft } from "../../../../draft/save.server.ts";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { representing } from "../../../../visit.server.ts";
import { version } from "../../../organisation/contract.ts";
import { applicants } from "../../codes.ts";
import { changeCall, listSchemes } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { aboutFacts, type CallContent } from "../contract.ts";
import { callText } from "../text.ts";
import { writeText } from "../write.text.ts";
import type { Route } from "./+types/about";
import { after, StepsHead } from "./StepsHead.tsx";
import { headOf, writingOf } from "./writing.server.ts";

/** The first step: what a call is, and for whom. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const writing = await writingOf(work, params.callId);
		const { draft } = writing;
		return {
			...{ head: headOf(writing), version: draft.revision, words: aboutWords(draft.content) },
			schemes: (await listSchemes(work)).map(({ id, name }) => ({ value: id, label: name })),
		};
	});
}

function aboutWords(content: CallContent) {
	return wordsOf(aboutFacts.parse(content));
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const { callId } = params;
	const form = await request.formData();
	const answer = await saveDraft(form, aboutFacts.extend({ version }), {
		save: (values) => commanding((work) => changeCall(work, callId, values)),
		current: () =>
			reading(async (work) => {
				const { draft } = await writingOf(work, callId);
				return { version: draft.revision, words: aboutWords(draft.content) };
			}),
	});
	const { head } = await reading(async (work) => ({ head: headOf(await writingOf(work, callId)) }));
	return answerDraft(form, answer, { to: after("about", head), toast: writeText[language].saved });
}

export default function AboutStep({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = writeText[language];
	const { head, version: revision, words, schemes } = loaderData;
	const isOutside = head.way === "outside";
	const names = new Map(schemes.map(({ value, label }) => [value, label]));
	return (
		<div className="stack">
			<StepsHead head={head} step="about" />
			<DraftForm
				version={revision}
				words={words}
				refused={actionData}
				labels={text.fields}
				shown={(field, word) => (field === "schemeId" ? (names.get(word) ?? word) : word)}
				refusals={fundingText[language].refusals}
				save={text.save}
				cancelTo={`/funding/calls/${head.id}`}
			>
				<Field name="title" required maxLength={200} width="full" autoComplete="off" />
				<Field
					name="schemeId"
					kind="select"
					required={isOutside ? false : "sometimes"}
					none={callText[language].noScheme}
					choices={schemes}
				/>
				{isOutside ? (
					<Field name="issuer" maxLength={200} autoComplete="off" />
				) : (
					<input type="hidden" name="issuer" value={words.issuer} />
				)}
				<Field name="purpose" kind="textarea" rows={5} maxLength={4000} required="sometimes" />
				<Field name="regulation" maxLength={300} autoComplete="off" required="sometimes" />
				<Field name="address" kind="url" />
				<fieldset className="ds-fieldset">
					<legend className="ds-label">{text.who}</legend>
					{applicants.map((one) => (
						<Field key={one} name={one} kind="checkbox" />
					))}
				</fieldset>
				<Field name="conditions" kind="textarea" rows={5} maxLength={4000} />
			</DraftForm>
		</div>
	);
}
