import { Outlet } from "react-router";
import { useLanguage } from "../../../ui/language.tsx";
import { Tabs } from "../../../ui/Tabs.tsx";
import { representing } from "../../../visit.server.ts";
import { mayOf } from "../asker.server.ts";
import { fundingText } from "../text.ts";
import type { Route } from "./+types/frame";

/** The frame round the lists of the room: the ways between them. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(mayOf);
}

export default function FundingFrame({ loaderData }: Route.ComponentProps) {
	const text = fundingText[useLanguage()];
	return (
		<div className="stack">
			<Tabs
				label={text.views}
				tabs={[
					{ to: "/funding", label: text.calls },
					...(loaderData.apply ? [{ to: "/funding/portfolio", label: text.portfolio }] : []),
					...(loaderData.makeCalls ? [{ to: "/funding/own", label: text.own }] : []),
					{ to: "/funding/compare", label: text.compare },
					{ to: "/funding/schemes", label: text.schemes },
				]}
			/>
			<Outlet />
		</div>
	);
}
