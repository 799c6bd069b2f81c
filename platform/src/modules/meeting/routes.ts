import { index, type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (name: string) => `modules/meeting/pages/${name}.tsx`;

const document = (name: string) => `modules/meeting/document/pages/${name}.tsx`;
const hearing = (name: string) => `modules/meeting/hearing/pages/${name}.tsx`;

/** The pages of hearings, besides their list, which stands among the room's lists. */
const hearingRoutes: RouteConfigEntry[] = [
	route("arenas/hearings.xlsx", hearing("hearings-excel")),
	route("hearings/new", hearing("hearing-new")),
	route("hearings/:hearingId", hearing("hearing")),
	route("hearings/:hearingId/edit", hearing("hearing-edit")),
	route("hearings/:hearingId/remove", hearing("hearing-remove")),
	route("hearings/:hearingId/close", hearing("hearing-close")),
	route("hearings/:hearingId/withdraw", hearing("hearing-withdraw")),
	route("hearings/:hearingId/invitees/new", hearing("invitee-new")),
	route("hearings/:hearingId/inputs/:inputId", hearing("input-reply")),
	route("link/:token/hearing", hearing("link-hearing")),
];

const enquiry = (name: string) => `modules/meeting/enquiry/pages/${name}.tsx`;

/** The pages of enquiries, besides their list. */
const enquiryRoutes: RouteConfigEntry[] = [
	route("arenas/enquiries.xlsx", enquiry("enquiries-excel")),
	route("arenas/enquiries/figures", enquiry("figures")),
	route("enquiries/new", enquiry("enquiry-new")),
	route("enquiries/:enquiryId", enquiry("enquiry")),
	route("link/:token/enquiry", enquiry("link-enquiry")),
];

/** The pages of the room meeting. Lists stand in the frame with tabs; what is about one thing stands alone. */
export const meetingRoutes: RouteConfigEntry[] = [
	route("arenas", page("arenas-frame"), [
		index(page("arenas")),
		route("decisions", page("decisions")),
		route("hearings", hearing("hearings")),
		route("enquiries", enquiry("enquiries")),
	]),
	...hearingRoutes,
	route("documents/new", document("document-new")),
	route("documents/:documentId", document("document")),
	route("documents/:documentId/remove", document("document-remove")),
	route("link/:token/documents/:documentId", document("link-document")),
	...enquiryRoutes,
	route("arenas/decisions.xlsx", page("decisions-excel")),
	route("arenas/new", page("arena-new")),
	route("arenas/:arenaId", page("arena")),
	route("arenas/:arenaId/edit", page("arena-edit")),
	route("arenas/:arenaId/seats/new", page("seat-new")),
	route("arenas/:arenaId/seats/:seatId", page("seat-edit")),
	route("arenas/:arenaId/meetings/new", page("meeting-new")),
	route("arenas/:arenaId/items/new", page("item-ask")),
	route("arenas/:arenaId/decisions/:decisionId", page("decision")),
	route("meetings/:meetingId", page("meeting")),
	route("meetings/:meetingId/edit", page("meeting-edit")),
	route("meetings/:meetingId/items/:itemId", page("item")),
	route("meetings/:meetingId/presence", page("presence")),
	route("meetings/:meetingId.ics", page("meeting-calendar")),
	route("link/:token/meeting", page("link-meeting")),
];
