import { index, type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (name: string) => `modules/organisation/pages/${name}.tsx`;

/** The pages of the room organisation. */
export const organisationRoutes: RouteConfigEntry[] = [
	route("organisations", page("organisations")),
	route("organisations.xlsx", page("organisations-excel")),
	route("organisations/:organisationId/units.xlsx", page("units-excel")),
	route("organisations/:organisationId", page("organisation"), [
		index(page("organisation-about")),
		route("units", page("organisation-units")),
		route("contacts", page("organisation-contacts")),
		route("history", page("organisation-history")),
	]),
	route("organisations/:organisationId/units/new", page("unit-new")),
	route("organisations/:organisationId/units/:unitId", page("unit")),
	route("organisations/:organisationId/units/:unitId/edit", page("unit-edit")),
	route("organisations/:organisationId/units/:unitId/move", page("unit-move")),
	route("organisations/:organisationId/units/:unitId/close", page("unit-close")),
	route("organisations/:organisationId/units/:unitId/reopen", page("unit-reopen")),
	route("organisations/:organisationId/contacts/new", page("contact-new")),
	route("organisations/:organisationId/contacts/:contactId/edit", page("contact-edit")),
	route("organisations/:organisationId/contacts/:contactId/remove", page("contact-remove")),
	route("contacts", page("contacts")),
	route("contacts.xlsx", page("contacts-excel")),
	route("people", page("people")),
	route("people.xlsx", page("people-excel")),
	route("people/new", page("people-new")),
	route("people/invitations", page("people-invitations")),
	route("people/:membershipId", page("person")),
	route("people/:membershipId/edit", page("person-edit")),
	route("people/:membershipId/end", page("person-end")),
	route("people/:membershipId/hand-over", page("person-hand-over")),
	route("people/:membershipId/invite", page("person-invite")),
	route("import", page("import")),
	route("import/units", page("import-upload"), { id: "import-units" }),
	route("import/people", page("import-upload"), { id: "import-people" }),
	route("import/public", page("import-public")),
	route("import/:kind/:what", page("import-download")),
	route("import/:importId", page("import-preview")),
	route("import/:importId/refusals.xlsx", page("import-refusals-excel")),
];
