import { index, type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (name: string) => `modules/development/${name}.tsx`;

/** The pages of the room development. */
export const developmentRoutes: RouteConfigEntry[] = [
	route("development", page("project/pages/projects")),
	route("development/projects.xlsx", page("project/pages/projects-excel")),
	route("development/projects/new", page("project/pages/project-new")),
	route("development/projects/:projectId", page("project/pages/project-frame"), [
		index(page("project/pages/project")),
		route("goals", page("goal/pages/goals")),
		route("status", page("status/pages/statuses")),
		route("involvement", page("project/pages/project-involvement")),
	]),
	route("development/projects/:projectId/edit", page("project/pages/project-edit")),
	route("development/projects/:projectId/start", page("project/pages/project-start")),
	route("development/projects/:projectId/goals/new", page("goal/pages/goal-new")),
	route("development/projects/:projectId/goals/:goalId", page("goal/pages/goal")),
	route("development/projects/:projectId/status/new", page("status/pages/status-new")),
	route("development/projects/:projectId/end", page("ending/pages/end")),
	route("development/projects/:projectId/follow-ups/:followUpId", page("ending/pages/follow-up")),
];
