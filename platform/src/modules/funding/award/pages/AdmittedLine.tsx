import type { ReactNode } from "react";
import { Form } from "react-router";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { kronerOf, percentOf } from "../../amounts.ts";
import type { Admission } from "../admission.ts";
import type { PlaceState } from "../codes.ts";
import { admissionText } from "./admission.text.ts";
import { ledgerText } from "./ledger.text.ts";
import "../../funding.css";

type Line = {
	readonly id: string;
	readonly title: string;
	readonly year: number;
	readonly granted: number;
	readonly settledOn: string | null;
	readonly admission: Admission;
	/** What fell away, or came back where it is below zero, and is not in the ledger yet. */
	readonly toEnter: number;
	readonly studies: readonly {
		readonly id: string;
		readonly name: string | null;
		readonly number: number;
		readonly title: string;
		readonly state: PlaceState;
	}[];
};

type AdmittedLineProps = { readonly line: Line; readonly droppedShare: number; readonly children: ReactNode };

/** A line that is conditional on admission: its places, what became of them, what it comes to, and why. */
export function AdmittedLine({ line, droppedShare, children }: AdmittedLineProps) {
	const language = useLanguage();
	const text = admissionText[language];
	const { admission, toEnter } = line;
	const { lost } = admission;
	const why = (["open", "never", "dropped"] as const).filter((one) => lost[one] > 0);
	return (
		<Section title={`${line.title}, ${line.year}`} id={line.id}>
			<Facts
				facts={[
					{
						label: text.amountNow,
						value: text.of(kronerOf(language, admission.amount), kronerOf(language, line.granted)),
						source: line.settledOn === null ? "" : text.settledOn(formatShortDate(language, line.settledOn)),
					},
					{ label: text.persons, value: formatNumber(language, admission.persons) },
				]}
			/>
			{why.length > 0 && (
				<ul className="ds-list">
					{why.map((one) => (
						<li key={one}>{text.lost[one](kronerOf(language, lost[one]))}</li>
					))}
				</ul>
			)}
			{toEnter !== 0 && (
				<Alert tone="warning">
					<p>
						{toEnter > 0 ? text.toEnter(kronerOf(language, toEnter)) : text.toEnterBack(kronerOf(language, -toEnter))}
					</p>
					<Deed deed="enter" lineId={line.id}>
						{text.enter}
					</Deed>
				</Alert>
			)}
			<Places line={line} droppedShare={droppedShare} />
			{children}
			<Deed deed={line.settledOn === null ? "settle" : "unsettle"} lineId={line.id}>
				{line.settledOn === null ? text.settle : text.unsettle}
			</Deed>
		</Section>
	);
}

function Places({ line, droppedShare }: Pick<AdmittedLineProps, "line" | "droppedShare">) {
	const language = useLanguage();
	const text = admissionText[language];
	const { open } = line.admission.counts;
	const keeps = (state: PlaceState) => {
		if (state === "begun" || state === "completed") return text.whole;
		if (state === "never") return text.nothing;
		if (state === "dropped") return percentOf(language, droppedShare);
		return state === "open" && line.settledOn !== null ? text.nothing : text.held;
	};
	const places = [
		...line.studies.map((one) => ({ ...one, count: 1 })),
		...(open > 0 ? [{ id: "open", name: null, number: 0, title: "", state: "open" as const, count: open }] : []),
	];
	return (
		<Table
			caption={line.title}
			hideCaption
			rows={places}
			rowKey={({ id }) => id}
			columns={[
				{
					key: "place",
					label: text.place,
					cell: ({ id, name, number, count }) =>
						id === "open" ? (
							`${text.states.open}: ${formatNumber(language, count)}`
						) : (
							<Link className="ds-link" to={`/competence/studies/${id}`}>
								{name ?? ledgerText[language].study(formatNumber(language, number))}
							</Link>
						),
				},
				{ key: "title", label: text.education, cell: ({ title }) => title },
				{ key: "state", label: text.state, cell: ({ state }) => text.states[state] },
				{ key: "keeps", label: text.keeps, cell: ({ state }) => keeps(state) },
				{
					key: "deed",
					label: text.deed,
					cell: ({ id, name, number }) =>
						id !== "open" && (
							<Deed deed="unplace" lineId={line.id} studyId={id} quiet>
								{text.unplace}
								<span className="visually-hidden">: {name ?? formatNumber(language, number)}</span>
							</Deed>
						),
				},
			]}
		/>
	);
}

type DeedProps = {
	readonly deed: string;
	readonly lineId: string;
	readonly studyId?: string;
	readonly quiet?: boolean;
	readonly children: ReactNode;
};

function Deed({ deed, lineId, studyId, quiet = false, children }: DeedProps) {
	return (
		<Form method="post">
			<input type="hidden" name="lineId" value={lineId} />
			{studyId !== undefined && <input type="hidden" name="studyId" value={studyId} />}
			<button
				type="submit"
				className="ds-button"
				data-variant={quiet ? "tertiary" : "secondary"}
				data-size={quiet ? "sm" : undefined}
				name="deed"
				value={deed}
			>
				{children}
			</button>
		</Form>
	);
}
