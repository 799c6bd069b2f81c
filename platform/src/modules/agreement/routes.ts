import { index, type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (name: string) => `modules/agreement/${name}.tsx`;

/** The pages of the room agreement. Lists stand in the frame with tabs; what is about one agreement stands in its own. */
export const agreementRoutes: RouteConfigEntry[] = [
	route("agreements", page("pages/frame"), [
		index(page("pages/list")),
		route("follow", page("follow/pages/all")),
		// exchange
		route("coverage", page("coverage/pages/coverage")),
		route("interests", page("coverage/pages/interests")),
		route("invitations", page("coverage/pages/invitations")),
	]),
	route("agreements.xlsx", page("pages/list-excel")),
	route("agreements/new", page("pages/new")),
	route("agreements/:agreementId/facts", page("pages/facts")),
	route("agreements/:agreementId/parties", page("pages/parties")),
	route("agreements/:agreementId/parties/:partyId", page("pages/party")),
	route("agreements/:agreementId/parties/:partyId/remove", page("pages/party-remove")),
	route("agreements/:agreementId/themes/new", page("pages/theme-new")),
	route("agreements/:agreementId/themes/:themeId", page("pages/theme")),
	route("agreements/:agreementId/themes/:themeId/contacts", page("pages/contacts")),
	route("agreements/:agreementId/themes/:themeId/remove", page("pages/theme-remove")),
	route("agreements/:agreementId/commitments/new", page("pages/commitment-new")),
	route("agreements/:agreementId/commitments/:commitmentId", page("pages/commitment")),
	route("agreements/:agreementId/commitments/:commitmentId/remove", page("pages/commitment-remove")),
	route("agreements/:agreementId/provisions/:kind", page("pages/provision")),
	route("agreements/:agreementId.pdf", page("pages/pdf")),
	route("agreements/:agreementId/versions/:number.pdf", page("pages/version-pdf")),
	route("link/:token/agreement.pdf", page("pages/link-pdf")),
	route("agreements/:agreementId/put-forward", page("pages/put-forward")),
	route("agreements/:agreementId/open-for-signing", page("pages/open-for-signing")),
	route("agreements/:agreementId/reopen", page("pages/reopen")),
	route("agreements/:agreementId/withdraw", page("pages/withdraw")),
	route("agreements/:agreementId/compare", page("pages/compare")),
	route("agreements/:agreementId/sign", page("pages/sign")),
	route("agreements/:agreementId/sign-paper", page("pages/sign-paper")),
	route("agreements/:agreementId/files/:fileId", page("pages/file")),
	route("agreements/:agreementId/publish", page("pages/publish")),
	route("agreements/:agreementId/end", page("pages/end")),
	route("agreements/:agreementId/remove", page("pages/remove")),
	route("agreements/:agreementId/copy", page("pages/copy")),
	route("link/:token/agreement", page("pages/link-agreement")),
	route("link/:token/sign-agreement", page("pages/link-sign")),
	route("agreements/:agreementId", page("pages/agreement"), [
		index(page("pages/document")),
		route("negotiation", page("pages/negotiation")),
		route("history", page("pages/history")),
		route("delivered", page("follow/pages/followed")),
		route("results", page("follow/pages/results")),
	]),
	// follow
	route("agreements/follow.xlsx", page("follow/pages/all-excel")),
	route("agreements/:agreementId/delivered/:commitmentId/new", page("follow/pages/delivery-new")),
	route("agreements/:agreementId/results/answer", page("follow/pages/result-answer")),
	// coverage
	route("agreements/coverage.xlsx", page("coverage/pages/coverage-excel")),
	route("agreements/invitations/new", page("coverage/pages/invitation-new")),
	route("agreements/invitations/:invitationId", page("coverage/pages/invitation")),
	route("link/:token/result", page("follow/pages/link-result")),
];
