import { index, type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (name: string) => `modules/agreement/${name}.tsx`;

/** The pages of the room agreement. Lists stand in the frame with tabs; what is about one agreement stands in its own. */
export const agreementRoutes: RouteConfigEntry[] = [
	route("agreements", page("pages/frame"), [
		index(page("pages/list")),
		// follow, exchange, coverage
	]),
	route("agreements.xlsx", page("pages/list-excel")),
	route("agreements/:agreementId", page("pages/agreement"), [
		index(page("pages/document")),
		// follow
	]),
];
