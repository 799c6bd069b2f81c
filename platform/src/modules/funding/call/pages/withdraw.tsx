import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { redirectWithToast, representing } from "../../../../visit.server.ts";
import { withdrawCall } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { callText } from "../text.ts";
import { writeText } from "../write.text.ts";
import type { Route } from "./+types/withdraw";
import { headOf, writingOf } from "./writing.server.ts";

/** Withdraws a published call with the reason, or removes one that never was. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => headOf(await writingOf(work, params.callId)));
}

const asked = z.object({ reason: z.string().trim().max(1000).default("") });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(asked, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => withdrawCall(work, params.callId, parsed.values.reason));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	const text = writeText[language];
	return outcome.done.isGone
		? redirectWithToast("/funding", text.removed)
		: redirectWithToast(`/funding/calls/${params.callId}`, text.withdrawn);
}

export default function WithdrawCall({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = writeText[language];
	const { id, title, published } = loaderData;
	const isOut = published !== null;
	const heading = isOut ? text.withdrawTitle : text.removeTitle;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(heading)}</title>
			<PageHeader
				title={heading}
				lead={isOut ? text.withdrawBody : text.removeBody}
				trail={[
					{ to: "/funding", label: fundingText[language].calls },
					{ to: `/funding/calls/${id}`, label: title },
				]}
			/>
			<TaskForm
				refused={actionData}
				labels={{ reason: text.reason }}
				say={saying(language, fundingText[language].refusals)}
			>
				{isOut && <Field name="reason" kind="textarea" rows={3} maxLength={1000} required />}
				<div className="task-buttons">
					<SubmitButton color="danger">{heading}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={`/funding/calls/${id}`}>
						{callText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
