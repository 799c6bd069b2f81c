import { Outlet } from "react-router";
import { useLanguage } from "../../../ui/language.tsx";
import { Tabs } from "../../../ui/Tabs.tsx";
import { representing } from "../../../visit.server.ts";
import { mayOf } from "../asker.server.ts";
import { awardText } from "../award/text.ts";
import { mayGuide } from "../guidance/service.server.ts";
import { guidanceText } from "../guidance/text.ts";
import { reportText } from "../report/text.ts";
import { fundingText } from "../text.ts";
import type { Route } from "./+types/frame";

/** The frame round the lists of the room: the ways between them. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => ({ ...(await mayOf(work)), guide: await mayGuide(work) }));
}

export default function FundingFrame({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = fundingText[language];
	return (
		<div className="stack">
			<Tabs
				label={text.views}
				tabs={[
					{ to: "/funding", label: text.calls },
					...(loaderData.apply ? [{ to: "/funding/portfolio", label: text.portfolio }] : []),
					...(loaderData.apply || loaderData.makeCalls
						? [
								{ to: "/funding/awards", label: awardText[language].title },
								{ to: "/funding/reports", label: reportText[language].title },
							]
						: []),
					...(loaderData.guide ? [{ to: "/funding/guidance", label: guidanceText[language].title }] : []),
					...(loaderData.makeCalls ? [{ to: "/funding/own", label: text.own }] : []),
					{ to: "/funding/compare", label: text.compare },
					{ to: "/funding/schemes", label: text.schemes },
					{ to: "/funding/national", label: reportText[language].national },
				]}
			/>
			<Outlet />
		</div>
	);
}
