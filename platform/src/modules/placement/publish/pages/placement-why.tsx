import { formatDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { whyText } from "../../round/pages/claim.text.ts";
import { OrderOfChoice } from "../../round/pages/OrderOfChoice.tsx";
import { WhyOrWait } from "../../round/pages/WhyOrWait.tsx";
import { readyWithin } from "../../round/ready.ts";
import { readPlacement } from "../service.server.ts";
import { explainPlacement } from "../why.server.ts";
import type { Route } from "./+types/placement-why";
import { PlaceLost } from "./PlaceLost.tsx";

/** Why this place: for the student, and for those who place the student; hosts are not told what students wished. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, house } = representing(context, request);
	const page = (await reading((work) => readPlacement(work, params.placementId))) ?? missing();
	const { placement } = page;
	const told = await explainPlacement(house.database, page);
	const { rules, seed, why } = told ?? missing();
	return { placement, rules, seed, why: (await readyWithin(why())) ?? null, isOwn: page.side === "student" };
}

export default function PlacementWhy({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = whyText[language];
	const { placement, why, rules, seed, isOwn } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={`${placement.siteName}, ${formatDate(language, placement.firstDay)} – ${formatDate(language, placement.lastDay)}`}
				trail={[{ to: `/placement/placements/${placement.id}`, label: placement.siteName }]}
			/>
			{isOwn && <PlaceLost placement={placement} />}
			<WhyOrWait why={why} />
			<OrderOfChoice rules={rules} seed={seed} />
		</div>
	);
}
