import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { houseText } from "../../../text.ts";
import { Details } from "../../../ui/Details.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { meetingFacts } from "../contract.ts";
import { isAhead } from "../rules.ts";
import { cancelMeeting, changeMeeting, openMeeting } from "../service.server.ts";
import { meetingText } from "../text.ts";
import { norwegianTime } from "../time.ts";
import type { Route } from "./+types/meeting-edit";
import { MeetingForm } from "./MeetingForm.tsx";
import { meetingPageText } from "./meeting.text.ts";

/** Moves or cancels a meeting that has not been held. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { arena, meeting, can } = (await openMeeting(work, params.meetingId)).done ?? missing();
		if (!can.lead || !isAhead(meeting)) missing();
		const from = norwegianTime(meeting.startsAt);
		const { place, link, version } = meeting;
		return {
			...{ arena, meeting },
			values: {
				...{ day: from.day, from: from.time, to: norwegianTime(meeting.endsAt).time, place },
				...{ link: link ?? "", version: String(version) },
			},
		};
	});
}

const change = meetingFacts.extend({ version: z.int() });
const cancelling = z.object({
	deed: z.literal("cancel"),
	version: z.int(),
	because: z.string().trim().min(1).max(500),
});

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding, house } = representing(context, request);
	const text = meetingPageText[language];
	const form = await request.formData();
	const here = `/meetings/${params.meetingId}`;
	if (form.get("deed") === "cancel") {
		const parsed = parseForm(cancelling, form);
		if (parsed.refusals) return data({ cancels: true, refusals: parsed.refusals, given: parsed.given }, 422);
		const outcome = await commanding((work) => cancelMeeting(work, params.meetingId, parsed.values));
		if (outcome.refused) return data({ cancels: true, refusals: outcome.refused, given: parsed.given }, 422);
		return redirectWithToast(here, text.cancelled(parsed.values.because));
	}
	const parsed = parseForm(change, form);
	if (parsed.refusals) return data({ cancels: false, refusals: parsed.refusals, given: parsed.given }, 422);
	const mails = house.configuration.mail.smtpUrl !== undefined;
	const outcome = await commanding((work) => changeMeeting(work, params.meetingId, parsed.values, { mails, language }));
	if (outcome.refused) return data({ cancels: false, refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(here, text.moved);
}

export default function MeetingEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = meetingPageText[language];
	const { arena, meeting, values } = loaderData;
	const here = `/meetings/${meeting.id}`;
	const cancels = actionData?.cancels === true;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.move)}</title>
			<PageHeader
				title={text.move}
				trail={[
					{ to: "/arenas", label: text.trail },
					{ to: `/arenas/${arena.id}`, label: arena.name },
				]}
			/>
			<MeetingForm
				refused={cancels ? undefined : actionData}
				values={values}
				series={false}
				submit={text.save}
				cancelTo={here}
			/>
			<Details summary={text.cancel} open={cancels}>
				<p className="ds-paragraph">{text.cancelBody}</p>
				<TaskForm
					refused={cancels ? actionData : undefined}
					labels={text.fields}
					say={saying(language, meetingText[language].refusals)}
					prefix="cancel-"
				>
					<input type="hidden" name="deed" value="cancel" />
					<input type="hidden" name="version" value={values.version} />
					<Field name="because" maxLength={500} width="full" required />
					<div className="task-buttons">
						<SubmitButton color="danger">{text.cancel}</SubmitButton>
					</div>
				</TaskForm>
			</Details>
		</div>
	);
}
