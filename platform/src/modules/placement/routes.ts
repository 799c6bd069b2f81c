import { index, type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (name: string) => `modules/placement/${name}.tsx`;

/** The pages of the room placement. Lists stand in the frame with tabs; what is about one thing stands alone. */
export const placementRoutes: RouteConfigEntry[] = [
	route("placement", page("pages/placement"), [
		index(page("pages/entry")),
		// course
		// capacity
		// request
		// roster
		// round
		// publish
	]),
	// course
	// capacity
	// request
	// roster
	// round
	// publish
];
