import { Outlet } from "react-router";
import { useLanguage } from "../../../ui/language.tsx";
import { Tabs } from "../../../ui/Tabs.tsx";
import { representing } from "../../../visit.server.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { mayCoordinate, mayReceiveStudents, maySeeStudents, sideOf } from "../rules.ts";
import { placementText } from "../text.ts";
import type { Route } from "./+types/placement";

/** The frame round the lists of the room: the ways between them. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading } = representing(context, request);
	return reading(async (work) => {
		const mandate = await mandateOf(work);
		return {
			side: sideOf(actor.organisationKind ?? ""),
			can: {
				coordinate: mayCoordinate(mandate),
				seeStudents: maySeeStudents(mandate),
				receive: mayReceiveStudents(mandate),
			},
		};
	});
}

export default function PlacementFrame({ loaderData }: Route.ComponentProps) {
	const text = placementText[useLanguage()];
	const { can } = loaderData;
	const tabs = [
		{ to: "/placement/rounds", label: text.rounds },
		{ to: "/placement/capacity", label: text.capacity, withBelow: true },
		{ to: "/placement/requests", label: text.requests },
		...(can.seeStudents ? [{ to: "/placement/students", label: text.students }] : []),
		{ to: "/placement/courses", label: text.courses },
		...(can.receive ? [{ to: "/placement/placements", label: text.placements }] : []),
	];
	return (
		<div className="stack">
			<Tabs label={text.views} tabs={tabs} />
			<Outlet />
		</div>
	);
}
