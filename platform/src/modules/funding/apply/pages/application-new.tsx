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
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mayOf } from "../../asker.server.ts";
import { standingOf } from "../../call/rules.ts";
import { beginApplication, listApplications, listProgress, openCall } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { applyText } from "../text.ts";
import type { Route } from "./+types/application-new";

/** Begins an application to a call: alone, or as the lead of several. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { call, versions, draft, can } = (await openCall(work, params.callId)).done ?? missing();
		const content = versions[0]?.content ?? draft?.content ?? missing();
		const standing = standingOf(call, content, work.today);
		const mayBegin = (call.way === "outside" ? can.edit : can.apply) && (await mayOf(work)).apply;
		if (!mayBegin || (standing !== "open" && standing !== "coming")) missing();
		const mine = (await listApplications(work)).filter(
			({ callId, state }) => callId === call.id && state !== "withdrawn",
		);
		return {
			...{ id: call.id, title: content.title, takesJoint: content.joint || call.way === "outside" },
			isAloneTaken: mine.some(({ joint }) => !joint),
			chosen: (await listProgress(work)).get(call.id)?.chosen ?? 0,
		};
	});
}

const begun = z.object({ joint: z.enum(["alone", "together"]), withNeeds: z.boolean() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(begun, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const { joint, withNeeds } = parsed.values;
	const outcome = await commanding((work) =>
		beginApplication(work, params.callId, { joint: joint === "together", withNeeds }),
	);
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/funding/applications/${outcome.done.id}`, applyText[language].begun);
}

export default function ApplicationNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = applyText[language];
	const { id, title, takesJoint, isAloneTaken, chosen } = loaderData;
	const back = `/funding/calls/${id}`;
	const ways = [
		...(isAloneTaken ? [] : [{ value: "alone", label: text.alone }]),
		...(takesJoint ? [{ value: "together", label: text.together }] : []),
	];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.beginTitle)}</title>
			<PageHeader title={text.beginTitle} lead={text.beginLead} trail={[{ to: back, label: title }]} />
			<TaskForm
				refused={actionData}
				labels={text.fields}
				values={{ joint: ways[0]?.value ?? "", withNeeds: chosen > 0 }}
				say={saying(language, fundingText[language].refusals)}
			>
				<Field name="joint" kind="radio" required choices={ways} />
				{chosen > 0 && <Field name="withNeeds" kind="checkbox" />}
				<div className="task-buttons">
					<SubmitButton>{text.start}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={back}>
						{text.cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
