import { Outlet } from "react-router";
import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Tabs } from "../../../../ui/Tabs.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { reflectionText } from "../../reflection/text.ts";
import { openHead } from "../../service.server.ts";
import { networkText } from "../text.ts";
import type { Route } from "./+types/network-frame";
import { networkPageText } from "./network.text.ts";

/** The frame round one network: what it is, and its parts. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { network, keeperName, keep } = (await openHead(work, params.networkId)) ?? missing();
		return { id: network.id, name: network.name, endedOn: network.endedOn, keeperName, keep };
	});
}

export default function NetworkFrame({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [networkPageText[language], networkText[language]];
	const { id, name, endedOn, keeperName, keep } = loaderData;
	const here = `/development/networks/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(name)}</title>
			<PageHeader
				title={name}
				lead={text.lead(keeperName)}
				tags={
					endedOn === null ? (
						<Status tone="success">{text.going}</Status>
					) : (
						<Status>{text.ended(formatShortDate(language, endedOn))}</Status>
					)
				}
				trail={[{ to: "/development/networks", label: words.title }]}
				secondary={
					keep &&
					endedOn === null && (
						<Link className="ds-button" data-variant="tertiary" to={`${here}/edit`}>
							{text.edit}
						</Link>
					)
				}
			/>
			<Tabs
				label={text.parts}
				tabs={[
					{ to: here, label: text.tabs.network },
					{ to: `${here}/members`, label: text.tabs.members },
					{ to: `${here}/orders`, label: text.tabs.orders },
					{ to: `${here}/gatherings`, label: text.tabs.gatherings },
					{ to: `${here}/reflection`, label: reflectionText[language].tab },
				]}
			/>
			<Outlet />
		</div>
	);
}
