import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { involvementText } from "../../../../involvement/text.ts";
import { formatMoment } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { replies } from "../codes.ts";
import { replyFacts } from "../contract.ts";
import { openToKeep, replyToInput } from "../service.server.ts";
import { hearingText } from "../text.ts";
import type { Route } from "./+types/input-reply";
import "./hearing.css";
import { hearingPagesText } from "./hearing.text.ts";
import { inputsText } from "./inputs.text.ts";

/** One input, and what it is answered. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { hearing, inputs, invitees } = (await openToKeep(work, params.hearingId)).done ?? missing();
		const input = inputs.find(({ id }) => id === params.inputId) ?? missing();
		if (hearing.state !== "open") missing();
		const invitee = invitees.find(({ id }) => id === input.inviteeId) ?? missing();
		return { hearing: { id: hearing.id, title: hearing.title }, input, name: invitee.name, role: invitee.role };
	});
}

const sent = replyFacts.extend({ version: z.int() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(sent, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const { hearingId, inputId } = params;
	const outcome = await commanding((work) => replyToInput(work, hearingId, inputId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/hearings/${hearingId}#inputs`, inputsText[language].replied);
}

export default function InputReply({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = hearingPagesText[language];
	const inputWords = inputsText[language];
	const words = hearingText[language];
	const { hearing, input, name, role } = loaderData;
	const here = `/hearings/${hearing.id}`;
	const title = inputWords.replyTo(name);
	const theirs = actionData?.refusals.some(({ code }) => code === "changed-by-another") && input.because !== "";
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={inputWords.by(involvementText[language].role[role], formatMoment(language, input.givenAt))}
				trail={[
					{ to: "/arenas/hearings", label: words.title },
					{ to: here, label: hearing.title },
				]}
			/>
			{theirs && (
				<Alert tone="info" title={words.refusals["changed-by-another"]}>
					<p className="hearing-text">{input.because}</p>
				</Alert>
			)}
			<p className="ds-paragraph hearing-text hearing-input">{input.body}</p>
			<TaskForm
				refused={actionData}
				values={{ reply: input.reply ?? "", because: input.because }}
				labels={text.fields}
				say={saying(language, words.refusals)}
			>
				<input type="hidden" name="version" value={input.version} />
				<Field
					name="reply"
					kind="radio"
					required
					choices={replies.map((one) => ({ value: one, label: words.replies[one] }))}
				/>
				<Field name="because" kind="textarea" rows={5} maxLength={4000} hint={text.hints.because} required />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
