import type { RouteConfigEntry } from "@react-router/dev/routes";

/** The pages of the room organisation. */
export const organisationRoutes: RouteConfigEntry[] = [];
