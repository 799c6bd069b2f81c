import { system } from "../../../../identity/actor.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { whyText } from "../../round/pages/claim.text.ts";
import { OrderOfChoice } from "../../round/pages/OrderOfChoice.tsx";
import { WhyWishes } from "../../round/pages/WhyWishes.tsx";
import { whyPlaced } from "../../round/why.server.ts";
import { readPlacement } from "../service.server.ts";
import type { Route } from "./+types/placement-why";
import { PlaceLost } from "./PlaceLost.tsx";
import { PlacementFacts } from "./PlacementFacts.tsx";

/** Why this place: for the student, and for those who place the student; hosts are not told what students wished. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, house } = representing(context, request);
	const page = (await reading((work) => readPlacement(work, params.placementId))) ?? missing();
	if (page.side === "host" || page.side === "supervisor") missing();
	const { placement } = page;
	// As the system, because a run belongs to whoever runs the round; what comes out is about this student alone.
	const { database } = house;
	const told = await whyPlaced(
		(work) => database.reading(system("placement why", placement.roundOwnerId), work),
		placement,
	);
	const { rules, seed, why } = told ?? missing();
	return { placement, rules, seed, why, isOwn: page.side === "student" };
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
				trail={[{ to: `/placement/placements/${placement.id}`, label: placement.siteName }]}
			/>
			{isOwn && <PlaceLost placement={placement} />}
			<PlacementFacts placement={placement} />
			<WhyWishes why={why} />
			<OrderOfChoice rules={rules} seed={seed} />
		</div>
	);
}
