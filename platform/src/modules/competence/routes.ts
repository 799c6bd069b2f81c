import { index, type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (name: string) => `modules/competence/${name}.tsx`;

/** The pages of the room competence. Lists stand in the frame with tabs; what is about one unit stands in its own. */
export const competenceRoutes: RouteConfigEntry[] = [
	route("competence", page("pages/frame"), [
		index(page("actual/pages/units")),
		route("framework", page("framework/pages/framework")),
		route("choices", page("pages/choices")),
	]),
	// actual
	route("competence/units.xlsx", page("actual/pages/units-excel")),
	route("competence/units/:unitId", page("actual/pages/unit")),
	route("competence/units/:unitId/answer", page("actual/pages/answer")),
	// framework
	route("competence/framework.xlsx", page("framework/pages/framework-excel")),
	route("competence/framework/new", page("framework/pages/entry-new")),
	route("competence/framework/:entryId", page("framework/pages/entry")),
];
