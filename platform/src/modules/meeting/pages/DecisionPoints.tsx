import { Form } from "react-router";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { Section } from "../../../ui/Section.tsx";
import { type FoundObject, ObjectSearch } from "./ObjectSearch.tsx";
import { pointsText } from "./points.text.ts";

/** The object a decision changes, and, for those who may, the way to choose another. */
export function DecisionPoints(props: {
	readonly version: number;
	/** Whether something is chosen, and what it is where the reader may see it. */
	readonly isSet: boolean;
	readonly object: { readonly title: string; readonly path: string } | null;
	readonly mayPoint: boolean;
	readonly query: string;
	readonly found: readonly FoundObject[] | null;
}) {
	const text = pointsText[useLanguage()];
	const { version, isSet, object, mayPoint, query, found } = props;
	return (
		<Section title={text.title} id="changes">
			<div className="line-with-deed">
				<p className="ds-paragraph">
					{object ? (
						<Link className="ds-link" to={object.path}>
							{object.title}
						</Link>
					) : (
						<span className="quiet">{isSet ? text.hidden : text.none}</span>
					)}
				</p>
				{isSet && mayPoint && (
					<Form method="post" preventScrollReset>
						<input type="hidden" name="version" value={version} />
						<button
							type="submit"
							className="ds-button"
							data-variant="tertiary"
							data-size="sm"
							name="deed"
							value="point"
							aria-label={`${text.takeAway}: ${object?.title ?? text.hidden}`}
						>
							{text.takeAway}
						</button>
					</Form>
				)}
			</div>
			{mayPoint && (
				<ObjectSearch
					query={query}
					found={found}
					choose={(one) => (
						<Form method="post" preventScrollReset>
							<input type="hidden" name="version" value={version} />
							<input type="hidden" name="objectKind" value={one.kind} />
							<input type="hidden" name="objectId" value={one.id} />
							<button
								type="submit"
								className="ds-button"
								data-variant="secondary"
								data-size="sm"
								name="deed"
								value="point"
								aria-label={`${text.choose}: ${one.title}`}
							>
								{text.choose}
							</button>
						</Form>
					)}
				/>
			)}
		</Section>
	);
}
