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
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { hearingFacts } from "../contract.ts";
import { changeHearing, moveLastDay, openToKeep } from "../service.server.ts";
import { hearingText } from "../text.ts";
import type { Route } from "./+types/hearing-edit";
import { hearingDeedsText } from "./deeds.text.ts";
import { HearingForm } from "./HearingForm.tsx";
import { hearingPagesText } from "./hearing.text.ts";

/** Changes a draft; of a hearing that has been sent, only the last day. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { hearing, object } = (await openToKeep(work, params.hearingId)).done ?? missing();
		if (hearing.state !== "draft" && hearing.state !== "open") missing();
		return { hearing, object, today: work.today };
	});
}

const change = hearingFacts.extend({ version: z.int() });
const moving = hearingFacts.pick({ lastDay: true }).extend({ version: z.int() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const form = await request.formData();
	const here = `/hearings/${params.hearingId}`;
	if (form.get("deed") === "move") {
		const parsed = parseForm(moving, form);
		if (parsed.refusals) return data(parsed, 422);
		const outcome = await commanding((work) => moveLastDay(work, params.hearingId, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
		return redirectWithToast(here, hearingPagesText[language].saved);
	}
	const parsed = parseForm(change, form);
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => changeHearing(work, params.hearingId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(here, hearingPagesText[language].saved);
}

export default function HearingEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = hearingPagesText[language];
	const deedWords = hearingDeedsText[language];
	const words = hearingText[language];
	const { hearing, object, today } = loaderData;
	const here = `/hearings/${hearing.id}`;
	const title = hearing.state === "draft" ? text.editTitle : deedWords.moveLastDay;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				trail={[
					{ to: "/arenas/hearings", label: words.title },
					{ to: here, label: hearing.title },
				]}
			/>
			{hearing.state === "draft" ? (
				<HearingForm
					refused={actionData}
					values={{ ...hearing }}
					{...{ object, today }}
					submit={text.save}
					cancelTo={here}
				/>
			) : (
				<TaskForm
					refused={actionData}
					values={{ lastDay: hearing.lastDay }}
					labels={text.fields}
					say={saying(language, words.refusals)}
				>
					<input type="hidden" name="deed" value="move" />
					<input type="hidden" name="version" value={hearing.version} />
					<Field name="lastDay" kind="date" min={hearing.lastDay} required />
					<div className="task-buttons">
						<SubmitButton>{text.save}</SubmitButton>
						<Link className="ds-button" data-variant="tertiary" to={here}>
							{uiText[language].cancel}
						</Link>
					</div>
				</TaskForm>
			)}
		</div>
	);
}
