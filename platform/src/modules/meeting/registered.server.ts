import type { Room } from "../../room.server.ts";
import { findArenasOf } from "./arenas.server.ts";
import { meetingAuditKinds, meetingAuditWords } from "./audit-words.ts";
import { meetingCalendar } from "./calendar.server.ts";
import { seatHolder } from "./holder.server.ts";
import { meetingCalled, meetingCancelled, minutesReady } from "./notices.ts";
import { meetingObjects } from "./objects.server.ts";
import { meetingOwnData } from "./own-data.server.ts";
import { answerPurpose } from "./service.server.ts";
import { findWaitingMeetings } from "./waiting.server.ts";
import { waitingText } from "./waiting.text.ts";

/** What the room meeting gives the house. */
export const meeting: Room = {
	notices: [meetingCalled, meetingCancelled, minutesReady],
	calendars: [meetingCalendar],
	auditWords: meetingAuditWords,
	auditKinds: meetingAuditKinds,
	ownData: meetingOwnData,
	objects: meetingObjects,
	holders: [seatHolder],
	arenas: findArenasOf,
	waiting: { meeting: findWaitingMeetings },
	links: {
		[answerPurpose]: {
			path: (token) => `/link/${token}/meeting`,
			action: (language) => waitingText[language].linkAction,
		},
	},
};
