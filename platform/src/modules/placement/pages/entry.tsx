import { redirect } from "../../../redirect.server.ts";
import { representing } from "../../../visit.server.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { mayCoordinate } from "../rules.ts";
import type { Route } from "./+types/entry";

/** Where "Praksis" in the menu leads: coordinators to the rounds, unit leaders and supervisors to those who come, students to their own. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading } = representing(context, request);
	const mandate = await reading(mandateOf);
	if (mayCoordinate(mandate)) throw redirect("/placement/rounds");
	// Who receives students looks first at who comes when; capacity waits for unit leaders on their home page too.
	if (mandate.holdings.some(({ role }) => role === "unit-leader" || role === "supervisor"))
		throw redirect("/placement/placements");
	throw redirect(actor.roles.includes("student") ? "/placement/own" : "/placement/capacity");
}
