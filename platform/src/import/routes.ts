import { type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (name: string) => `import/pages/${name}.tsx`;

/** What can be imported, and each import on its way in; the rooms register what there is to bring. */
export const importRoutes: RouteConfigEntry[] = [
	route("import", page("import")),
	route("import/:kind", page("import-upload")),
	route("import/:kind/:what", page("import-download")),
	route("imports/:importId", page("import-preview")),
	route("imports/:importId/refusals.xlsx", page("import-refusals-excel")),
];
