import { index, type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (name: string) => `modules/agreement/${name}.tsx`;

/** The pages of the room agreement. Lists stand in the frame with tabs; what is about one agreement stands in its own. */
export const agreementRoutes: RouteConfigEntry[] = [
	route("agreements", page("pages/frame"), [
		index(page("pages/list")),
		route("follow", page("follow/pages/all")),
		// exchange, coverage
	]),
	route("agreements.xlsx", page("pages/list-excel")),
	route("agreements/:agreementId", page("pages/agreement"), [
		index(page("pages/document")),
		route("delivered", page("follow/pages/followed")),
		route("results", page("follow/pages/results")),
	]),
	// follow
	route("agreements/follow.xlsx", page("follow/pages/all-excel")),
	route("agreements/:agreementId/delivered/:commitmentId/new", page("follow/pages/delivery-new")),
	route("agreements/:agreementId/results/answer", page("follow/pages/result-answer")),
	route("link/:token/result", page("follow/pages/link-result")),
];
