import ical from "ical-generator";
import { missing, representing } from "../../../visit.server.ts";
import { openMeeting } from "../service.server.ts";
import type { Route } from "./+types/meeting-calendar";

/** One meeting as iCalendar (RFC 5545), to be put in any calendar. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, house } = representing(context, request);
	const { arena, meeting } = (await reading((work) => openMeeting(work, params.meetingId))).done ?? missing();
	const calendar = ical({ name: arena.name });
	calendar.createEvent({
		...{ id: `meeting-${meeting.id}`, start: meeting.startsAt, end: meeting.endsAt, summary: arena.name },
		...{ location: meeting.place, url: new URL(`/meetings/${meeting.id}`, house.configuration.url).href },
	});
	return new Response(calendar.toString(), {
		headers: {
			"content-type": "text/calendar; charset=utf-8",
			"content-disposition": `attachment; filename="${meeting.id}.ics"`,
		},
	});
}
