import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { Table } from "../../../ui/Table.tsx";
import type { Commitment, Content } from "../contract.ts";
import { documentText } from "../document.text.ts";
import { amountInWords, scopeInWords } from "../words.ts";
import { commitmentText } from "./commitment.text.ts";

type Promised = Content["commitments"][number] | Commitment;

/** What is promised, by whom, how much. */
export function CommitmentTable(props: {
	readonly commitments: readonly Promised[];
	readonly parties: readonly { readonly id: string; readonly name: string }[];
	/** What they are about, for those who hear the table named. */
	readonly about?: string;
	readonly href?: (commitmentId: string) => string;
	/** The page of the unit a commitment holds at, where it points at one. */
	readonly unitHref?: (commitmentId: string) => string | undefined;
}) {
	const language = useLanguage();
	const text = documentText[language];
	const { commitments, parties, href, unitHref } = props;
	if (commitments.length === 0) return <p className="ds-paragraph quiet">{commitmentText[language].noCommitments}</p>;
	return (
		<Table
			caption={props.about === undefined ? text.commitments : `${text.commitments}: ${props.about}`}
			hideCaption
			rows={commitments}
			rowKey={({ id }) => id}
			{...(href ? { rowHref: ({ id }: Promised) => href(id) } : {})}
			columns={[
				{ key: "what", label: text.what, cell: (one) => one.what },
				{
					key: "party",
					label: text.who,
					cell: (one) => parties.find(({ id }) => id === one.partyId)?.name ?? "",
				},
				{ key: "amount", label: text.amount, cell: (one) => amountInWords(language, one) },
				{ key: "scope", label: text.scope, cell: (one) => <Scope commitment={one} to={unitHref?.(one.id)} /> },
			]}
		/>
	);
}

/** For whom and where a promise holds, with the way to the unit. */
function Scope({ commitment, to }: { readonly commitment: Promised; readonly to: string | undefined }) {
	const language = useLanguage();
	if (to === undefined) return scopeInWords(language, commitment);
	const rest = scopeInWords(language, { ...commitment, unitName: null });
	return (
		<>
			<Link className="ds-link" to={to}>
				{commitment.unitName}
			</Link>
			{rest !== "" && `, ${rest}`}
		</>
	);
}
