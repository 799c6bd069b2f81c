import { data } from "react-router";
import { parseForm } from "../../../forms/parse.ts";
import { houseText } from "../../../text.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { newMeetings } from "../contract.ts";
import { openArena, planMeetings } from "../service.server.ts";
import { norwegianTime, weeksAfter } from "../time.ts";
import type { Route } from "./+types/meeting-new";
import { arenaText } from "./arena.text.ts";
import { MeetingForm } from "./MeetingForm.tsx";

/** A new meeting, offered at the place, time of day and distance of the one before. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { arena, meetings, can } = (await openArena(work, params.arenaId)).done ?? missing();
		if (!can.lead) missing();
		const weeksBetween = Math.max(1, Math.round(52 / (arena.meetingsAYear ?? 4)));
		const last = meetings.at(-1);
		const before = last && norwegianTime(last.startsAt);
		const day = before && weeksAfter(before.day, weeksBetween);
		return {
			arena,
			values: {
				...(before && last
					? { from: before.time, to: norwegianTime(last.endsAt).time, place: last.place, link: last.link ?? "" }
					: { from: "09:00", to: "11:00" }),
				...(day !== undefined && day >= work.today ? { day } : {}),
				...{ count: "1", weeksBetween: String(weeksBetween) },
			},
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(newMeetings, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => planMeetings(work, params.arenaId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	const { ids } = outcome.done;
	return redirectWithToast(
		ids.length === 1 ? `/meetings/${ids[0]}` : `/arenas/${params.arenaId}`,
		arenaText[language].planned(ids.length),
	);
}

export default function MeetingNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = arenaText[language];
	const { arena, values } = loaderData;
	const here = `/arenas/${arena.id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.planMeeting)}</title>
			<PageHeader
				title={text.planMeeting}
				trail={[
					{ to: "/arenas", label: text.trail },
					{ to: here, label: arena.name },
				]}
			/>
			<MeetingForm refused={actionData} values={values} series submit={text.planMeeting} cancelTo={here} />
		</div>
	);
}
