import { index, type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (name: string) => `modules/placement/${name}.tsx`;

/** The pages of the room placement. Lists stand in the frame with tabs; what is about one thing stands alone. */
export const placementRoutes: RouteConfigEntry[] = [
	route("placement", page("pages/placement"), [
		index(page("pages/entry")),
		// course
		route("courses", page("course/pages/courses")),
		// capacity
		// request
		// roster
		// round
		route("rounds", page("round/pages/rounds")),
		// publish
		route("placements", page("publish/pages/placements")),
	]),
	// course
	route("placement/courses.xlsx", page("course/pages/courses-excel")),
	route("placement/courses/new", page("course/pages/course-new")),
	route("placement/courses/:courseId", page("course/pages/course")),
	route("placement/courses/:courseId/edit", page("course/pages/course-edit")),
	route("placement/courses/:courseId/archive", page("course/pages/course-archive")),
	route("placement/courses/:courseId/periods/new", page("course/pages/period-new")),
	route("placement/courses/:courseId/periods/:periodId/edit", page("course/pages/period-edit")),
	route("placement/courses/:courseId/periods/:periodId/remove", page("course/pages/period-remove")),
	// capacity
	// request
	// roster
	// round
	route("placement/rounds.xlsx", page("round/pages/rounds-excel")),
	route("placement/rounds/new", page("round/pages/round-new")),
	route("placement/rounds/:roundId/edit", page("round/pages/round-edit")),
	route("placement/rounds/:roundId", page("round/pages/round"), [
		index(page("round/pages/round-overview")),
		route("scope", page("round/pages/round-scope")),
		route("rules", page("round/pages/round-rules")),
		route("runs", page("round/pages/round-runs")),
		route("publish", page("publish/pages/round-publish")),
	]),
	// publish
	route("placement/placements-by-site.xlsx", page("publish/pages/placements-excel"), { id: "placements-by-site" }),
	route("placement/placements-by-student.xlsx", page("publish/pages/placements-excel"), {
		id: "placements-by-student",
	}),
	route("placement/placements/:placementId", page("publish/pages/placement")),
	route("placement/placements/:placementId/cancel", page("publish/pages/placement-cancel")),
	route("link/:token/confirm", page("publish/pages/link-confirm")),
	route("link/:token/placement", page("publish/pages/link-placement")),
];
