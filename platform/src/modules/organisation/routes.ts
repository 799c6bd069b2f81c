import { index, type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (name: string) => `modules/organisation/pages/${name}.tsx`;

/** The pages of the room organisation. */
export const organisationRoutes: RouteConfigEntry[] = [
	route("organisations", page("organisations")),
	route("organisations/:organisationId", page("organisation"), [
		index(page("organisation-about")),
		route("history", page("organisation-history")),
	]),
];
