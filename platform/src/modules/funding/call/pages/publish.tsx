import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatNumber } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import type { CallStep } from "../../codes.ts";
import { publishCall, readForms } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { type Lack, lacksOf } from "../rules.ts";
import { writeText } from "../write.text.ts";
import type { Route } from "./+types/publish";
import { StepsHead } from "./StepsHead.tsx";
import { headOf, writingOf } from "./writing.server.ts";

/** The last step: what stands in the way, and publishing. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const writing = await writingOf(work, params.callId);
		if (writing.call.way === "outside") missing();
		const { application, report } = await readForms(work, writing.draft);
		return {
			...{ head: headOf(writing), version: writing.draft.revision },
			lacks: lacksOf(writing.draft.content, application, report),
		};
	});
}

const asked = z.object({ note: z.string().trim().max(1000).default(""), version: z.int() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(asked, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => publishCall(work, params.callId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/funding/calls/${params.callId}`, writeText[language].published);
}

/** Also after a refusal: somebody may have changed the call meanwhile. */
export const shouldRevalidate = () => true;

const stepOf: Readonly<Record<Lack["code"], CallStep>> = {
	...{ title: "about", scheme: "about", purpose: "about", regulation: "about", applicants: "about" },
	...{ pot: "money", "own-share": "money", days: "money", "days-order": "money", "carry-over": "money" },
	...{ categories: "criteria", criteria: "criteria", weights: "criteria" },
	...{ "application-form": "forms", "report-form": "forms", unprepared: "forms" },
};

export default function PublishStep({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = writeText[language];
	const { head, version, lacks } = loaderData;
	const say = ({ code, name = "", sum = 0 }: Lack) => {
		if (code === "unprepared") return text.unprepared(name);
		return code === "weights" ? text.weights(formatNumber(language, sum)) : text.lacks[code];
	};
	return (
		<div className="stack">
			<StepsHead
				head={head}
				step="publish"
				lead={text.publishLead(formatNumber(language, (head.published ?? 0) + 1))}
			/>
			{lacks.length > 0 ? (
				<Alert tone="warning" title={text.lacking}>
					<ul className="ds-list">
						{lacks.map((lack) => (
							<li key={`${lack.code} ${lack.name ?? ""}`}>
								{say(lack)}{" "}
								<Link className="ds-link" to={`/funding/calls/${head.id}/${stepOf[lack.code]}`}>
									{text.steps[stepOf[lack.code]]}
								</Link>
							</li>
						))}
					</ul>
				</Alert>
			) : (
				<TaskForm
					refused={actionData}
					labels={{ note: text.note }}
					say={saying(language, fundingText[language].refusals)}
				>
					<input type="hidden" name="version" value={version} />
					{head.published !== null && <Field name="note" kind="textarea" rows={3} maxLength={1000} required />}
					<div className="task-buttons">
						<SubmitButton>{text.publish}</SubmitButton>
					</div>
				</TaskForm>
			)}
		</div>
	);
}
