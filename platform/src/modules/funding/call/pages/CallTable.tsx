import type { ReactNode } from "react";
import { formatShortDate } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import type { TableState } from "../../../../ui/table-state.ts";
import { kronerOf } from "../../amounts.ts";
import { type CallStanding, callStandings } from "../../codes.ts";
import { fundingText } from "../../text.ts";
import type { ListedCall } from "../contract.ts";
import { callText } from "../text.ts";

const tones = { open: "success", coming: "info", draft: "warning", closed: "neutral", withdrawn: "danger" } as const;

/** How a call stands, in a word and a colour. */
export function StandingOf({ standing }: { readonly standing: CallStanding }) {
	return <Status tone={tones[standing]}>{fundingText[useLanguage()].standings[standing]}</Status>;
}

type CallTableProps = {
	readonly caption: string;
	readonly rows: readonly ListedCall[];
	readonly total: number;
	readonly state?: TableState;
	readonly excel?: string;
	readonly empty: ReactNode;
	readonly withGiver: boolean;
};

/** Calls as a list. */
export function CallTable({ caption, rows, total, state, excel, empty, withGiver }: CallTableProps) {
	const language = useLanguage();
	const text = callText[language];
	const { columns } = text;
	const { standings } = fundingText[language];
	return (
		<Table
			caption={caption}
			hideCaption
			rows={rows}
			total={total}
			{...(state ? { state, searchLabel: text.search } : {})}
			{...(excel === undefined ? {} : { excel })}
			rowKey={({ id }) => id}
			rowHref={({ id }) => `/funding/calls/${id}`}
			filters={
				state
					? [
							{
								name: "standing",
								label: columns.standing,
								choices: callStandings
									.filter((one) => one !== "draft")
									.map((one) => ({ value: one, label: standings[one] })),
							},
						]
					: []
			}
			empty={empty}
			columns={[
				{ key: "title", label: columns.title, cell: ({ title }) => title, sort: state !== undefined },
				...(withGiver
					? [
							{
								key: "giver",
								label: columns.giver,
								cell: ({ organisationName }: ListedCall) => organisationName,
								sort: state !== undefined,
							},
						]
					: []),
				{ key: "scheme", label: columns.scheme, cell: ({ schemeName }) => schemeName || <NoValue /> },
				{
					key: "due",
					label: columns.closes,
					cell: ({ closesOn }) => (closesOn === null ? <NoValue /> : formatShortDate(language, closesOn)),
					sort: state !== undefined,
				},
				{
					key: "pot",
					label: columns.pot,
					numeric: true,
					cell: ({ pot }) => (pot === null ? <NoValue /> : kronerOf(language, pot)),
				},
				{ key: "standing", label: columns.standing, cell: ({ standing }) => <StandingOf standing={standing} /> },
			]}
		/>
	);
}
