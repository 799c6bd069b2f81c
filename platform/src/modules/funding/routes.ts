import { index, type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (name: string) => `modules/funding/${name}.tsx`;

/** The pages of the room funding. Lists stand in the frame with tabs; a call stands by itself. */
export const fundingRoutes: RouteConfigEntry[] = [
	route("funding", page("pages/frame"), [
		index(page("call/pages/calls")),
		route("portfolio", page("collect/pages/portfolio")),
		route("own", page("call/pages/own")),
		route("compare", page("call/pages/compare")),
		route("schemes", page("scheme/pages/schemes")),
	]),
	route("funding/calls.xlsx", page("call/pages/calls-excel")),
	// scheme
	route("funding/schemes/new", page("scheme/pages/scheme-new")),
	route("funding/schemes/:schemeId", page("scheme/pages/scheme")),
	// call
	route("funding/calls/new", page("call/pages/call-new")),
	route("funding/calls/:callId", page("call/pages/call")),
	route("funding/calls/:callId/about", page("call/pages/about")),
	route("funding/calls/:callId/money", page("call/pages/money")),
	route("funding/calls/:callId/criteria", page("call/pages/criteria")),
	route("funding/calls/:callId/forms", page("call/pages/forms")),
	route("funding/calls/:callId/publish", page("call/pages/publish")),
	route("funding/calls/:callId/withdraw", page("call/pages/withdraw")),
	// collect
	route("funding/calls/:callId/collect", page("collect/pages/collection-new")),
	route("funding/collections/:collectionId", page("collect/pages/collection")),
	route("funding/collections/:collectionId/needs.xlsx", page("collect/pages/needs-excel")),
	route("funding/needs/:askedId", page("collect/pages/need-answer")),
	route("funding/needs/:askedId/link", page("collect/pages/need-link")),
	route("link/:token/funding-need", page("collect/pages/link-need")),
];
