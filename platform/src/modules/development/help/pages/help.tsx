import { formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { openHelp } from "../../service.server.ts";
import { offerStateOf } from "../rules.ts";
import { helpText } from "../text.ts";
import type { Route } from "./+types/help";
import { helpPageText } from "./help.text.ts";
import { OfferFactsList } from "./OfferFactsList.tsx";
import { OfferStands } from "./OfferStands.tsx";
import { Room } from "./Room.tsx";
import { reaches } from "./table.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { offers, waiting, ...help } = (await openHelp(work, params.helpId)) ?? missing();
		const own = help.isOwn ? undefined : offers.find(({ withdrawnOn }) => withdrawnOn === null);
		const turn = new Map(waiting.map((id, at) => [id, at]));
		const last = waiting.length;
		return {
			...{ help, own: own ?? null, isFar: !reaches(help, help.kilometres) },
			// Those who wait first, in their turn.
			offers: help.isOwn
				? offers.toSorted((one, other) => (turn.get(one.id) ?? last) - (turn.get(other.id) ?? last))
				: [],
		};
	});
}

/** One help: what it is, how much room there is, and whom it has been offered to. */
export default function HelpPage({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [helpPageText[language], helpText[language]];
	const { help, own, offers, isFar } = loaderData;
	const { fields, columns } = text;
	const here = `/development/help/${help.id}`;
	const lines = (value: string) => value && <span className="pre-line">{value}</span>;
	const number = (value: number) => formatNumber(language, value);
	const toAnswer = own !== null && own.begun === "offered" && own.beganOn === null && help.can.take;
	const action =
		help.can.keep && help.endedOn === null
			? { to: `${here}/offers/new`, label: text.offer }
			: toAnswer
				? { to: `${here}/offers/${own.id}`, label: own.answer === null ? text.reply : text.replyAnew }
				: help.can.ask
					? { to: `${here}/ask`, label: text.ask }
					: null;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(help.title)}</title>
			<PageHeader
				title={help.title}
				lead={`${words.ways[help.way]}, ${help.organisationName}`}
				trail={[{ to: "/development/help", label: words.title }]}
				{...(help.endedOn === null ? {} : { tags: <Status>{text.endedTag}</Status> })}
				{...(action === null ? {} : { action })}
				secondary={
					help.can.keep && (
						<Link className="ds-button" data-variant="tertiary" to={`${here}/edit`}>
							{text.edit}
						</Link>
					)
				}
			/>
			{own !== null && (
				<Section title={text.yours}>
					<OfferFactsList offer={own} />
					{own.begun === "asked" && own.beganOn === null && help.can.take && (
						<p>
							<Link className="ds-link" to={`${here}/offers/${own.id}`}>
								{text.withdraw}
							</Link>
						</p>
					)}
				</Section>
			)}
			<Facts
				facts={[
					{ label: fields.about, value: lines(help.about) },
					{ label: fields.forWhom, value: help.forWhom },
					{ label: fields.brings, value: lines(help.brings) },
					{ label: fields.way, value: words.ways[help.way], source: words.wayHints[help.way] },
					{ label: fields.place, value: words.places[help.place] },
					{
						label: text.reach,
						value: help.withinKm === null ? text.everywhere : text.upTo(number(help.withinKm)),
						source: isFar ? text.far : help.kilometres !== null && !help.isOwn && text.km(number(help.kilometres)),
					},
					{ label: columns.room, value: <Room atOnce={help.atOnce} queue={help.queue} /> },
					{
						label: text.contact,
						value:
							help.contactEmail === null ? (
								help.contactName
							) : (
								<>
									{help.contactName}, <a href={`mailto:${help.contactEmail}`}>{help.contactEmail}</a>
								</>
							),
					},
				]}
			/>
			{help.isOwn && (
				<Section title={text.offers} {...(offers.length === 0 ? {} : { lead: text.offersLead })}>
					<Table
						caption={text.offers}
						hideCaption
						rows={offers}
						rowKey={(row) => row.id}
						rowHref={(row) => `${here}/offers/${row.id}`}
						columns={[
							{ key: "party", label: columns.party, cell: (row) => row.partyName },
							{ key: "begun", label: columns.begun, cell: (row) => text.begun[row.begun] },
							{ key: "said", label: columns.said, cell: (row) => formatShortDate(language, row.saidOn) },
							{ key: "state", label: columns.state, cell: (row) => <OfferStands state={offerStateOf(row)} /> },
							{
								...{ key: "local", label: columns.local },
								cell: (row) => row.localName && `${row.localName}, ${row.localRole}`,
							},
						]}
						empty={
							<EmptyState
								title={text.noOffers}
								action={{ to: "/development/help/reached?how=never", label: text.toReached }}
							>
								{text.noOffersBody}
							</EmptyState>
						}
					/>
				</Section>
			)}
		</div>
	);
}
