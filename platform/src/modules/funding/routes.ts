import { index, type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (name: string) => `modules/funding/${name}.tsx`;

/** The pages of the room funding. Lists stand in the frame with tabs; a call stands by itself. */
export const fundingRoutes: RouteConfigEntry[] = [
	route("funding", page("pages/frame"), [
		index(page("call/pages/calls")),
		route("portfolio", page("collect/pages/portfolio")),
		route("awards", page("award/pages/awards")),
		route("reports", page("report/pages/reports")),
		route("national", page("report/pages/national")),
		route("guidance", page("guidance/pages/guidance-list")),
		route("own", page("call/pages/own")),
		route("compare", page("call/pages/compare")),
		route("schemes", page("scheme/pages/schemes")),
	]),
	route("funding/calls.xlsx", page("call/pages/calls-excel")),
	// guidance
	route("funding/guidance.xlsx", page("guidance/pages/guidance-excel")),
	route("funding/guidance/new", page("guidance/pages/guidance-new")),
	route("funding/guidance/guides", page("guidance/pages/guides")),
	route("funding/guidance/:guidanceId", page("guidance/pages/guidance")),
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
	// apply
	route("funding/calls/:callId/apply", page("apply/pages/application-new")),
	route("funding/applications/:applicationId", page("apply/pages/application")),
	route("funding/applications/:applicationId/lines", page("apply/pages/application-lines")),
	route("funding/applications/:applicationId/answers", page("apply/pages/application-answers")),
	route("funding/applications/:applicationId/facts", page("apply/pages/application-facts")),
	route("funding/applications/:applicationId/take/:file", page("apply/pages/application-take")),
	// assess
	route("funding/calls/:callId/applications", page("assess/pages/received")),
	route("funding/calls/:callId/applications.xlsx", page("assess/pages/received-excel")),
	route("funding/calls/:callId/reach", page("assess/pages/reach")),
	route("funding/calls/:callId/applications/:applicationId", page("assess/pages/received-one")),
	route("funding/calls/:callId/applications/:applicationId/letter.pdf", page("assess/pages/letter")),
	// award
	route("funding/awards/new", page("award/pages/award-new")),
	route("funding/awards/:awardId/lines", page("award/pages/lines")),
	route("funding/awards/:awardId/ledger.xlsx", page("award/pages/export")),
	route("funding/awards/:awardId/documents/:documentId", page("award/pages/file")),
	route("funding/awards/:awardId", page("award/pages/award-frame"), [
		index(page("award/pages/award")),
		route("admission", page("award/pages/admission")),
		route("ledger", page("award/pages/ledger")),
		route("ledger/new", page("award/pages/entry-new")),
		route("ledger/:entryId/reverse", page("award/pages/reverse")),
		route("asks", page("award/pages/asks")),
		route("report", page("report/pages/report")),
		route("interim/:dueOn", page("report/pages/interim")),
		route("dates", page("award/pages/dates")),
		route("documents/new", page("award/pages/document-new")),
	]),
	// collect
	route("funding/calls/:callId/collect", page("collect/pages/collection-new")),
	route("funding/collections/:collectionId", page("collect/pages/collection")),
	route("funding/collections/:collectionId/needs.xlsx", page("collect/pages/needs-excel")),
	route("funding/needs/:askedId", page("collect/pages/need-answer")),
	route("funding/needs/:askedId/link", page("collect/pages/need-link")),
	route("link/:token/funding-need", page("collect/pages/link-need")),
];
