import { redirect } from "../../../redirect.server.ts";
import { representing } from "../../../visit.server.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { mayCoordinate } from "../rules.ts";
import type { Route } from "./+types/entry";

/** Where "Praksis" in the menu leads: coordinators to the rounds, students to their own. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading } = representing(context, request);
	const coordinates = await reading(async (work) => mayCoordinate(await mandateOf(work)));
	if (coordinates) throw redirect("/placement/rounds");
	throw redirect(actor.roles.includes("student") ? "/placement/own" : "/placement/capacity");
}
