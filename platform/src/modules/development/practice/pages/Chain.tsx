import { Fragment, useId } from "react";
import { formatShortDate } from "../../../../language.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import type { ChainLink } from "../service.server.ts";
import { practiceText } from "../text.ts";
import { cardText } from "./card.text.ts";
import "./chain.css";
import { resultInWords, signOf } from "./results.ts";

/** Sizes in pixels: a row for each project, as wide as its place, with text that keeps its size. */
const rowHeight = 52;
const indent = 26;
const radius = 7;

const at = (row: number) => row * rowHeight + 18;
const across = (depth: number) => depth * indent + radius + 3;

type ChainProps = {
	readonly chain: readonly ChainLink[];
	/** The card the page is about. */
	readonly cardId: string;
	/** The address of a card, without its id. */
	readonly under: string;
};

/** Who has tried out a card and how it went, as a picture, and the same with more in a table. */
export function Chain({ chain, cardId, under }: ChainProps) {
	const language = useLanguage();
	const [text, words] = [cardText[language], practiceText[language]];
	const id = useId();
	if (chain.length < 2)
		return (
			<Section title={text.chainTitle}>
				<p className="ds-paragraph quiet">{text.chainNone}</p>
			</Section>
		);
	return (
		<Section title={text.chainTitle} lead={text.chainLead}>
			<svg
				className="chain"
				role="img"
				aria-labelledby={id}
				width="100%"
				height={chain.length * rowHeight}
				data-testid="chain"
			>
				<title id={id}>{text.chainTitle}</title>
				{chain.map(({ projectId, depth, parentRow }, row) =>
					parentRow < 0 ? null : (
						<path
							key={projectId}
							className="chain-line"
							d={`M${across(depth - 1)} ${at(parentRow) + radius}V${at(row)}H${across(depth) - radius}`}
						/>
					),
				)}
				{chain.map(({ projectId, depth, result, cardId: own }, row) => (
					<Fragment key={projectId}>
						<g transform={`translate(${across(depth)} ${at(row)})`} className="chain-sign" data-sign={signOf(result)}>
							{signOf(result) === "cross" ? <path d="M-6 -6L6 6M6 -6L-6 6" /> : <circle r={radius - 1} />}
						</g>
						<text x={across(depth) + 16} y={at(row) + 1} className={own === cardId ? "chain-here" : undefined}>
							{result?.organisationName}
							{own === cardId && ` (${text.here})`}
						</text>
						<text x={across(depth) + 16} y={at(row) + 20} className="chain-result">
							{resultInWords(language, result)}
						</text>
					</Fragment>
				))}
			</svg>
			<Table
				caption={text.chainTitle}
				hideCaption
				rows={chain}
				rowKey={({ projectId }) => projectId}
				columns={[
					{
						...{ key: "who", label: text.who },
						cell: (link) => (
							<>
								{link.result?.organisationName}{" "}
								{link.cardId !== null && link.cardId !== cardId ? (
									<Link className="ds-link" to={`${under}/${link.cardId}`}>
										{link.result?.title}
									</Link>
								) : (
									<span className="quiet">{link.result?.title}</span>
								)}
							</>
						),
					},
					{
						...{ key: "day", label: text.day },
						cell: ({ adoptedOn }) => adoptedOn && formatShortDate(language, adoptedOn),
					},
					{ key: "differs", label: text.differs, cell: ({ differs }) => differs ?? "" },
					{ key: "changes", label: text.changes, cell: ({ changes }) => changes ?? "" },
					{
						...{ key: "result", label: text.result },
						cell: ({ result }) => (
							<>
								{resultInWords(language, result)}
								{result?.measured.map((goal) => (
									<span className="chain-goal quiet" key={goal.wording}>
										{goal.wording}: {words.changes[goal.change].toLocaleLowerCase("nb")}
									</span>
								))}
							</>
						),
					},
				]}
			/>
		</Section>
	);
}
