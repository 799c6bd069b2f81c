import { index, type RouteConfigEntry, route } from "@react-router/dev/routes";

const page = (name: string) => `modules/development/${name}.tsx`;

/** The pages of the room development. */
export const developmentRoutes: RouteConfigEntry[] = [
	route("development", page("network/pages/development-frame"), [
		index(page("project/pages/projects")),
		route("networks", page("network/pages/networks")),
		route("programmes", page("programme/pages/programmes")),
		route("practice", page("practice/pages/cards")),
	]),
	route("development/practice.xlsx", page("practice/pages/cards-excel")),
	route("development/practice/:cardId", page("practice/pages/card")),
	route("development/practice/:cardId/edit", page("practice/pages/card-edit")),
	route("development/practice/:cardId/adopt", page("practice/pages/adopt")),
	route("development/projects/:projectId/practice", page("practice/pages/card-new")),
	route("published-practice", page("practice/pages/public-cards")),
	route("published-practice/:cardId", page("practice/pages/public-card")),
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
	route("development/networks.xlsx", page("network/pages/networks-excel")),
	route("development/networks/new", page("network/pages/network-new")),
	route("development/networks/:networkId", page("network/pages/network-frame"), [
		index(page("network/pages/network")),
		route("members", page("network/pages/members")),
		route("orders", page("network/pages/orders")),
		route("gatherings", page("network/pages/gatherings")),
	]),
	route("development/networks/:networkId/edit", page("network/pages/network-edit")),
	route("development/networks/:networkId/lead", page("network/pages/lead")),
	route("development/networks/:networkId/members/new", page("network/pages/member-new")),
	route("development/networks/:networkId/members/:memberId", page("network/pages/member")),
	route("development/networks/:networkId/orders/new", page("network/pages/order-new")),
	route("development/networks/:networkId/orders/:orderId", page("network/pages/order")),
	route("development/programmes.xlsx", page("programme/pages/programmes-excel")),
	route("development/programmes/new", page("programme/pages/programme-new")),
	route("development/programmes/:programmeId", page("programme/pages/programme-frame"), [
		index(page("programme/pages/programme")),
	]),
	route("development/programmes/:programmeId/edit", page("programme/pages/programme-edit")),
	route("development/programmes/:programmeId/close", page("programme/pages/programme-close")),
	route("development/programmes/:programmeId/goals/new", page("programme/pages/programme-goal"), {
		id: "programme-goal-new",
	}),
	route("development/programmes/:programmeId/goals/:goalId", page("programme/pages/programme-goal")),
];
