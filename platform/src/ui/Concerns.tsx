import { Link } from "./Link.tsx";
import { Section } from "./Section.tsx";

/** What other rooms have about the thing on the page, each group under its own heading. */
export function Concerns(props: {
	readonly groups: readonly {
		readonly title: string;
		readonly concerns: readonly {
			readonly id: string;
			readonly title: string;
			readonly path: string;
			readonly note: string;
		}[];
	}[];
}) {
	return props.groups.map(({ title, concerns }) => (
		<Section key={title} title={title}>
			<ul>
				{concerns.map((one) => (
					<li key={one.id}>
						<Link className="ds-link" to={one.path}>
							{one.title}
						</Link>{" "}
						<span className="quiet">{one.note}</span>
					</li>
				))}
			</ul>
		</Section>
	));
}
