import { index, type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (name: string) => `modules/placement/${name}.tsx`;

/** The pages of the room placement. Lists stand in the frame with tabs; what is about one thing stands alone. */
export const placementRoutes: RouteConfigEntry[] = [
	route("placement", page("pages/placement"), [
		index(page("pages/entry")),
		// course
		route("courses", page("course/pages/courses")),
		// capacity
		route("capacity", page("capacity/pages/capacity")),
		route("capacity/published", page("capacity/pages/published")),
		route("capacity/sites", page("capacity/pages/sites")),
		route("capacity/collections", page("capacity/pages/collections")),
		route("capacity/calendar", page("capacity/pages/calendar")),
		route("capacity/load", page("capacity/pages/load")),
		// request
		route("requests", page("request/pages/requests")),
		// roster
		route("students", page("roster/pages/students")),
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
	route("placement/capacity.xlsx", page("capacity/pages/capacity-excel")),
	route("placement/capacity/published.xlsx", page("capacity/pages/published-excel")),
	route("placement/capacity/calendar.xlsx", page("capacity/pages/calendar-excel")),
	route("placement/capacity/new", page("capacity/pages/capacity-new")),
	route("placement/capacity/collections/:collectionId/answers.xlsx", page("capacity/pages/collection-excel")),
	route("placement/capacity/collections/new", page("capacity/pages/collection-new")),
	route("placement/capacity/collections/:collectionId", page("capacity/pages/collection")),
	route("placement/capacity/collections/:collectionId/edit", page("capacity/pages/collection-edit")),
	route("placement/capacity/:capacityId/answer", page("capacity/pages/capacity-answer")),
	route("placement/capacity/:capacityId/link", page("capacity/pages/capacity-link")),
	route("placement/sites.xlsx", page("capacity/pages/sites-excel")),
	route("placement/sites/from-units", page("capacity/pages/sites-from-units")),
	route("placement/sites/new", page("capacity/pages/site-new")),
	route("placement/sites/:siteId", page("capacity/pages/site")),
	route("placement/sites/:siteId/edit", page("capacity/pages/site-edit")),
	route("placement/sites/:siteId/close", page("capacity/pages/site-close")),
	route("placement/load.xlsx", page("capacity/pages/load-excel")),
	route("placement/load/new", page("capacity/pages/load-new")),
	route("placement/load/:loadId", page("capacity/pages/load-edit")),
	route("link/:token/capacity", page("capacity/pages/link-capacity")),
	// request
	route("placement/requests.xlsx", page("request/pages/requests-excel")),
	route("placement/requests/new", page("request/pages/request-new")),
	route("placement/requests/:requestId", page("request/pages/request")),
	route("placement/requests/:requestId/edit", page("request/pages/request-edit")),
	route("placement/requests/:requestId/answer", page("request/pages/request-answer")),
	route("link/:token/request", page("request/pages/link-request")),
	// roster
	route("placement/students.xlsx", page("roster/pages/students-excel")),
	route("placement/students/new", page("roster/pages/student-new")),
	route("placement/students/counted", page("roster/pages/students-counted")),
	route("placement/students/links.xlsx", page("roster/pages/students-links-excel")),
	route("placement/students/invite", page("roster/pages/students-invite")),
	route("placement/students/:studentId", page("roster/pages/student")),
	route("placement/students/:studentId/edit", page("roster/pages/student-edit")),
	route("placement/students/:studentId/remove", page("roster/pages/student-remove")),
	route("placement/students/:studentId/invite", page("roster/pages/student-invite")),
	route("placement/students/:studentId/adaptation", page("roster/pages/adaptation")),
	route("placement/students/:studentId/rules/new", page("roster/pages/rule-new")),
	route("placement/students/:studentId/claims/new", page("roster/pages/claim-new")),
	route("placement/students/:studentId/claims/:claimId", page("roster/pages/claim-edit")),
	route("placement/students/:studentId/wishes/:claimId", page("roster/pages/student-wishes")),
	route("placement/own", page("roster/pages/own")),
	route("placement/own/:claimId", page("roster/pages/own-wishes")),
	route("link/:token/wishes", page("roster/pages/link-own")),
	route("link/:token/wishes/placements/:placementId", page("publish/pages/link-own-placement")),
	route("link/:token/wishes/:claimId", page("roster/pages/link-wishes")),
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
		route("publish/confirm", page("publish/pages/round-publish-confirm")),
	]),
	route("placement/rounds/:roundId/runs/:runId/problem.json", page("round/pages/run-download"), { id: "run-problem" }),
	route("placement/rounds/:roundId/runs/:runId/result.json", page("round/pages/run-download"), {
		id: "run-result-form",
	}),
	route("placement/rounds/:roundId/runs/:runId/plan/print", page("round/pages/plan-print")),
	route("placement/rounds/:roundId/runs/:runId/plan.xlsx", page("round/pages/plan-excel")),
	route("placement/rounds/:roundId/runs/:runId/unplaced.xlsx", page("round/pages/unplaced-excel")),
	route("placement/rounds/:roundId/runs/:runId/board/sites", page("round/pages/board-sites")),
	route("placement/rounds/:roundId/runs/:runId/board/state", page("round/pages/board-state")),
	route("placement/rounds/:roundId/runs/:runId/board/claims/:claimId", page("round/pages/board-claim")),
	route("placement/rounds/:roundId/runs/:runId/claims/:claimId", page("round/pages/claim")),
	route("placement/rounds/:roundId/runs/:runId", page("round/pages/run"), [
		index(page("round/pages/run-result")),
		route("plan", page("round/pages/run-plan")),
		route("board", page("round/pages/board")),
		route("unplaced", page("round/pages/run-unplaced")),
		route("sites", page("round/pages/run-sites")),
		route("proof", page("round/pages/run-proof")),
	]),
	// publish
	route("placement/placements-by-site.xlsx", page("publish/pages/placements-excel"), { id: "placements-by-site" }),
	route("placement/placements-by-student.xlsx", page("publish/pages/placements-excel"), {
		id: "placements-by-student",
	}),
	route("placement/placements/:placementId", page("publish/pages/placement")),
	route("placement/placements/:placementId/why", page("publish/pages/placement-why")),
	route("placement/placements/:placementId/link", page("publish/pages/placement-link")),
	route("placement/placements/:placementId/cancel", page("publish/pages/placement-cancel")),
	route("link/:token/confirm", page("publish/pages/link-confirm")),
	route("link/:token/placement", page("publish/pages/link-placement")),
	// evaluate
	route("placement/placements/:placementId/evaluation", page("evaluate/pages/evaluation")),
	route("link/:token/evaluation", page("evaluate/pages/link-evaluation")),
];
