import { index, type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (name: string) => `modules/organisation/pages/${name}.tsx`;

/** The pages of the room organisation. */
export const organisationRoutes: RouteConfigEntry[] = [
	route("organisations", page("organisations")),
	route("organisations/:organisationId", page("organisation"), [
		index(page("organisation-about")),
		route("units", page("organisation-units")),
		route("history", page("organisation-history")),
	]),
	route("organisations/:organisationId/units/new", page("unit-new")),
	route("organisations/:organisationId/units/:unitId", page("unit")),
	route("organisations/:organisationId/units/:unitId/edit", page("unit-edit")),
	route("organisations/:organisationId/units/:unitId/move", page("unit-move")),
	route("organisations/:organisationId/units/:unitId/close", page("unit-close")),
	route("organisations/:organisationId/units/:unitId/reopen", page("unit-reopen")),
];
