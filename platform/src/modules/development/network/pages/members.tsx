import { formatNumber, formatShortDate } from "../../../../language.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status, Tag } from "../../../../ui/Tag.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { openNetwork } from "../../service.server.ts";
import { deliveredHours, hasPledged, pledgedHoursOf } from "../rules.ts";
import { networkText } from "../text.ts";
import type { Route } from "./+types/members";
import { memberText } from "./member.text.ts";

/** Who takes part in a network, what each has decided and pledged, and what each has put in. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { network, members, deliveries, can } = (await openNetwork(work, params.networkId)) ?? missing();
		const year = Number(work.today.slice(0, 4));
		const rows = members.map((one) => ({
			...{ id: one.id, name: one.name, standing: one.standing, joinedOn: one.joinedOn, leftOn: one.leftOn },
			...{ leftBecause: one.leftBecause, adoptedOn: one.adoptedOn, adoptedBy: one.adoptedBy, anchored: one.anchored },
			...{ share: one.pledgedShare, hours: one.pledgedHours, kroner: one.pledgedKroner, writtenOn: one.pledgedOn },
			...{
				pledges: hasPledged(one),
				pledged: pledgedHoursOf(one),
				delivered: deliveredHours(deliveries, one.id, year),
			},
			contact: [one.contactName, one.contactRole].filter((word) => word !== "").join(", "),
		}));
		const standing = rows.filter(({ leftOn }) => leftOn === null);
		return {
			...{ id: network.id, year, mayAdd: can.keep && network.endedOn === null },
			rows: [...standing, ...rows.filter(({ leftOn }) => leftOn !== null)],
			pledged: standing.reduce((sum, one) => sum + (one.pledged ?? 0), 0),
			delivered: standing.reduce((sum, one) => sum + (one.delivered ?? 0), 0),
		};
	});
}

export default function Members({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [memberText[language], networkText[language]];
	const { columns } = text;
	const { id, year, rows, mayAdd, pledged, delivered } = loaderData;
	const add = { to: `/development/networks/${id}/members/new`, label: text.addTitle };
	const day = (value: string | null) => (value === null ? "" : formatShortDate(language, value));
	const number = (value: number) => formatNumber(language, value);
	type Row = (typeof rows)[number];
	const promised = ({ share, hours, kroner }: Row) =>
		[
			...(hours === null ? [] : [text.hours(number(hours))]),
			...(share === null ? [] : [text.share(share)]),
			...(kroner === null ? [] : [`${number(kroner)} kr`]),
		].join(", ");
	return (
		<Section
			title={text.title}
			lead={pledged > 0 && text.totals(number(delivered), number(pledged), year)}
			actions={
				mayAdd && (
					<Link className="ds-button" data-variant="primary" to={add.to}>
						{add.label}
					</Link>
				)
			}
		>
			<Table
				caption={text.title}
				hideCaption
				rows={rows}
				rowKey={(row) => row.id}
				rowHref={(row) => `/development/networks/${id}/members/${row.id}`}
				columns={[
					{ key: "name", label: columns.name, cell: (row) => row.name },
					{
						...{ key: "since", label: columns.since },
						cell: (row) =>
							row.leftOn !== null ? (
								<Status>{text.left(day(row.leftOn))}</Status>
							) : row.joinedOn === null ? (
								<Status tone="info">{text.invited}</Status>
							) : (
								<>
									{day(row.joinedOn)} {row.standing === "beside" && <Tag>{words.standings.beside}</Tag>}
								</>
							),
					},
					{
						key: "adopted",
						label: columns.adopted,
						cell: (row) => [row.adoptedBy, day(row.adoptedOn)].join(" ").trim(),
					},
					{
						...{ key: "anchored", label: columns.anchored },
						cell: (row) => row.anchored && (row.anchored === "line" ? text.line : text.staff),
					},
					{ key: "pledged", label: columns.pledged, cell: promised },
					{
						...{ key: "written", label: columns.written },
						cell: (row) =>
							row.writtenOn === null
								? row.pledges && <Status tone="warning">{text.spoken}</Status>
								: day(row.writtenOn),
					},
					{
						...{ key: "delivered", label: columns.delivered(year), numeric: true },
						cell: (row) => (row.delivered === null ? "" : text.hours(number(row.delivered))),
					},
					{ key: "contact", label: columns.contact, cell: (row) => row.contact },
				]}
				empty={
					<EmptyState title={text.none} {...(mayAdd ? { action: add } : {})}>
						{text.noneBody}
					</EmptyState>
				}
			/>
		</Section>
	);
}
