import { Outlet } from "react-router";
import { useLanguage } from "../../../ui/language.tsx";
import { Tabs } from "../../../ui/Tabs.tsx";
import { representing } from "../../../visit.server.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { mayEnter, mayPlan, mayReadAll } from "../rules.ts";
import { competenceText } from "../text.ts";
import type { Route } from "./+types/frame";

/** The frame round the lists of the room: the ways between them. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const asker = await mandateOf(work);
		return { can: { enter: mayEnter(asker), readAll: mayReadAll(asker), plan: mayPlan(asker) } };
	});
}

export default function CompetenceFrame({ loaderData }: Route.ComponentProps) {
	const text = competenceText[useLanguage()];
	const { can } = loaderData;
	const tabs = [
		{ to: "/competence", label: text.units },
		...(can.enter
			? [
					{ to: "/competence/needs", label: text.needs },
					{ to: "/competence/gap", label: text.gap },
					...(can.plan ? [{ to: "/competence/collections", label: text.collections }] : []),
					...(can.readAll ? [{ to: "/competence/plans", label: text.plans }] : []),
					{ to: "/competence/measures", label: text.measures },
					{ to: "/competence/studies", label: text.studies },
					{ to: "/competence/framework", label: text.framework },
				]
			: []),
		...(can.plan ? [{ to: "/competence/choices", label: text.choices }] : []),
	];
	return (
		<div className="stack">
			<Tabs label={text.views} tabs={tabs} />
			<Outlet />
		</div>
	);
}
