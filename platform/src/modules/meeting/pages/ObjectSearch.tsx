import type { ReactNode } from "react";
import { Form } from "react-router";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import "./meeting.css";
import { pointsText } from "./points.text.ts";

export type FoundObject = {
	readonly kind: string;
	readonly id: string;
	readonly title: string;
	readonly path: string;
	readonly kindName: string;
};

/** Finds an object of the system by words, on the page it is wanted; each one found comes with its own way to choose it. */
export function ObjectSearch(props: {
	readonly query: string;
	readonly found: readonly FoundObject[] | null;
	readonly choose: (one: FoundObject) => ReactNode;
}) {
	const text = pointsText[useLanguage()];
	const { query, found, choose } = props;
	return (
		<>
			<Form method="get" role="search" className="answer-line" preventScrollReset>
				<Field name="q" kind="search" label={text.search} value={query} width="full" />
				<button type="submit" className="ds-button" data-variant="secondary">
					{text.go}
				</button>
			</Form>
			{found !== null && (
				<div role="status">
					{found.length === 0 ? (
						<p className="ds-paragraph quiet">{text.nothing}</p>
					) : (
						<ul className="plain-list" aria-label={text.found}>
							{found.map((one) => (
								<li key={`${one.kind} ${one.id}`} className="line-with-deed">
									<span>
										{one.title} <span className="quiet">{one.kindName}</span>
									</span>
									{choose(one)}
								</li>
							))}
						</ul>
					)}
				</div>
			)}
		</>
	);
}
